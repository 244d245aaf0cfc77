import Synchronization

/// Holds requests back as a ``SendingRate`` says; one a client, shared by all its calls.
public final class SendingLimiter: Sendable {
  private let rate = Mutex(SendingRate(at: 0))
  private let clock: any Clock<Duration>
  private let elapsed: @Sendable () -> Duration

  /// Makes a limiter that measures and waits on `clock`.
  public init(clock: any Clock<Duration> = ContinuousClock()) {
    self.clock = clock
    elapsed = Self.stopwatch(clock)
  }

  /// Waits until a request may be sent.
  ///
  /// - Throws: `CancellationError` when the task is cancelled meanwhile.
  func admit() async throws {
    while let seconds = rate.withLock({ $0.take(at: elapsed() / .seconds(1)) }) {
      // Less than the clock can measure would be asked for again and again.
      try await clock.sleep(for: max(.seconds(seconds), .milliseconds(1)))
    }
  }

  /// Takes in that a request was answered, or was not.
  func received(isThrottling: Bool) {
    rate.withLock { $0.received(isThrottling: isThrottling, at: elapsed() / .seconds(1)) }
  }

  private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
    let start = clock.now
    return { start.duration(to: clock.now) }
  }
}
