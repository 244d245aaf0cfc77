import Synchronization

/// How a run is stopped or held from outside, by an operator, a signal or a lost terminal.
public final class RunControl: Sendable {
  /// How long a stopped run may take to read back what was sent.
  public static let stopLimit: Duration = .seconds(10)

  private struct State {
    var reason: String?
    var isPaused = false
  }

  /// Wakes the runner up; what for is in ``reason`` and ``isPaused``.
  let wakeUps: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let state = Mutex(State())

  /// Makes a control for one run.
  public init() {
    (wakeUps, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Why the run is to stop, from the moment that somebody asked: no call that is not under way by then is sent.
  var reason: String? { state.withLock { $0.reason } }

  /// Whether the run is to ask nothing of the service, from the moment that somebody asked.
  var isPaused: Bool { state.withLock { $0.isPaused } }

  /// Sends nothing more, waits for calls on their way, reads back what was sent for ``stopLimit`` at most, and ends.
  ///
  /// The first reason counts; to ask again changes nothing. It works in a pause as well.
  public func stop(reason: String) {
    state.withLock { $0.reason = $0.reason ?? reason }
    continuation.yield()
  }

  /// Begins no call until ``goOn()``; those on their way are awaited.
  public func pause() {
    state.withLock { $0.isPaused = true }
    continuation.yield()
  }

  /// Ends a pause; after a long one, what is left to send is checked before the next write.
  public func goOn() {
    state.withLock { $0.isPaused = false }
    continuation.yield()
  }
}
