import Glibc
import Synchronization

/// That a signal has asked this process to end, which it does once what it is at is in order.
///
/// A pipe that nobody reads, or a terminal that takes nothing, is waited for as long as nobody asks the process to end:
/// its reader may only be slow. From then on what is still to be written waits for a moment and is then left out.
enum EndRequest {
  /// For how long everything that is written after the request may wait for its readers, together.
  private static let patience: Duration = .seconds(1)
  /// How often whoever waits for a reader looks for the request.
  private static let look: CInt = 100

  private struct State {
    var isMade = false
    /// How long readers were waited for since.
    var waited: Duration = .zero
  }

  private static let state = Mutex(State())

  /// Notes the request; to be called by whatever takes the signal in.
  static func make() {
    state.withLock { $0.isMade = true }
  }

  /// Waits until `descriptor` takes bytes, or says that nobody reads them.
  ///
  /// - Returns: `false` when the process was asked to end and has waited for long enough.
  static func awaitRoom(in descriptor: CInt) -> Bool {
    var start = ContinuousClock.now
    while true {
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      if poll(&request, 1, look) > 0 { return true }
      let now = ContinuousClock.now
      let isOver = state.withLock { state in
        if state.isMade { state.waited += now - start }
        return state.waited >= patience
      }
      if isOver { return false }
      start = now
    }
  }
}
