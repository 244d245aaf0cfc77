/// A clock that nobody waits for: every sleep is written down, is over at once and moves the time on to its end, unless
/// the test holds it.
package struct TestClock: Clock {
  /// A moment, counted from the beginning of the time.
  package struct Instant: InstantProtocol {
    fileprivate var offset: Duration
    /// How far it is from the moment that it was made of.
    fileprivate var distance: Duration = .zero

    package func advanced(by duration: Duration) -> Self { Self(offset: offset + duration, distance: duration) }
    package func duration(to other: Self) -> Duration { other.offset - offset }
    package static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
  }

  /// The time that sleeping moves; other clocks may be of the same.
  package let time: TestTime
  /// How long was slept, in order of going to sleep.
  package let sleeps = Log<Duration>()
  private let held: [Duration: Gate]

  /// Makes a clock that nobody has slept on.
  ///
  /// - Parameter held: Sleeps of these lengths are not over until the test opens their gate.
  package init(_ time: TestTime = TestTime(), holding held: [Duration: Gate] = [:]) {
    self.time = time
    self.held = held
  }

  package var now: Instant { Instant(offset: time.elapsed) }
  package var minimumResolution: Duration { .zero }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    sleeps.append(deadline.distance)
    if let gate = held[deadline.distance] { try await gate.pass() }
    try Task.checkCancellation()
    time.reach(deadline.offset)
  }
}
