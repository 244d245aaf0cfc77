import Synchronization

/// How a run is stopped from outside, by an operator, a signal or a lost terminal.
public final class RunControl: Sendable {
  /// How long a stopped run may take to read back what was sent.
  public static let stopLimit: Duration = .seconds(10)

  /// Wakes the runner up; why is in ``reason``.
  let wakeUps: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let firstReason = Mutex<String?>(nil)

  /// Makes a control for one run.
  public init() {
    (wakeUps, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Why the run is to stop, from the moment that somebody asked: no call that is not under way by then is sent.
  var reason: String? { firstReason.withLock { $0 } }

  /// Sends nothing more, waits for calls on their way, reads back what was sent for ``stopLimit`` at most, and ends.
  ///
  /// The first reason counts; to ask again changes nothing.
  public func stop(reason: String) {
    firstReason.withLock { $0 = $0 ?? reason }
    continuation.yield()
  }
}
