import FoundationEssentials
import Runs
import Synchronization

/// The time in which a run lives, client and service alike; it begins at 2026-11-22T14:02:11Z.
final class RunTime: Sendable {
  private let moment = Mutex(Duration.zero)

  var elapsed: Duration { moment.withLock { $0 } }
  var date: Date { Date(timeIntervalSince1970: 1_795_356_131 + elapsed / .seconds(1)) }

  func reach(_ offset: Duration) {
    moment.withLock { $0 = max($0, offset) }
  }
}

/// A clock that nobody waits for: a sleep is over at once and moves the time to its end.
///
/// Only the time limit of a stopped run is held, on the runner's clock, until the test lets it be over; otherwise it
/// would always be.
struct RunClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    /// How far it is from the moment that it was made of.
    var distance: Duration = .zero

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration, distance: duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  let time: RunTime
  private let limit = AsyncStream.makeStream(of: Void.self)
  private let isHoldingStopLimit: Bool

  /// One clock of those that keep `time`.
  ///
  /// - Parameter isHoldingStopLimit: Whether it is the runner's. The client waits as long as that limit before it asks
  ///   once more for what is throttled again and again, and nobody would end its wait.
  init(_ time: RunTime, isHoldingStopLimit: Bool = false) {
    self.time = time
    self.isHoldingStopLimit = isHoldingStopLimit
  }

  var now: Instant { Instant(offset: time.elapsed) }
  var minimumResolution: Duration { .zero }

  /// Lets the time limit of a stopped run be over.
  func endStopLimit() {
    limit.continuation.finish()
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    if isHoldingStopLimit, deadline.distance == RunControl.stopLimit {
      for await _ in limit.stream {}
    }
    try Task.checkCancellation()
    time.reach(deadline.offset)
  }
}
