/// A clock on which no time passes: every sleep is written down and over at once, but for those that the test holds.
final class TestClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  /// How long was slept, in order of going to sleep.
  let sleeps = Log<Duration>()
  private let held: [Duration: Gate]

  /// Holds sleeps of these lengths until the test opens their gate.
  init(holding held: [Duration: Gate] = [:]) {
    self.held = held
  }

  var now: Instant { Instant(offset: .zero) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    sleeps.append(deadline.offset)
    if let gate = held[deadline.offset] { try await gate.pass() }
    try Task.checkCancellation()
  }
}
