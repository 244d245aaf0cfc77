import Synchronization

/// A clock that nobody waits for: every sleep is written down and over at once, but for those that the test holds.
///
/// Its time is the latest moment that a sleep has ended at.
final class TestClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    /// How far it is from the moment that it was made of.
    var distance: Duration = .zero

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration, distance: duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  /// How long was slept, in order of going to sleep.
  let sleeps = Log<Duration>()
  private let held: [Duration: Gate]
  private let time = Mutex(Duration.zero)

  /// Holds sleeps of these lengths until the test opens their gate.
  init(holding held: [Duration: Gate] = [:]) {
    self.held = held
  }

  var now: Instant { Instant(offset: time.withLock { $0 }) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    sleeps.append(deadline.distance)
    if let gate = held[deadline.distance] { try await gate.pass() }
    try Task.checkCancellation()
    time.withLock { $0 = max($0, deadline.offset) }
  }
}
