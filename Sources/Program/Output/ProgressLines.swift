import Glibc
import LocalIO
import NcursesTerminal
import PlainText
import Runs
import Synchronization

/// Lines about a run on standard error, which the run never waits for.
///
/// A terminal at the end of a dead connection takes nothing, and neither does a pager that nobody pages. Lines that
/// there is no room for are left out, and that is said.
final class ProgressLines: Sendable {
  /// Far more than a person reads at once.
  private static let room = 64 << 10

  private struct State {
    let queue = OutputQueue(STDERR_FILENO)
    var leftOut = 0
  }

  private let state = Mutex(State())

  /// Writes one line, now or as soon as it is taken.
  func line(_ line: Line) {
    state.withLock { state in
      state.queue.flush()
      guard state.queue.pendingCount < Self.room else {
        state.leftOut += 1
        return
      }
      Self.saySkipped(&state)
      state.queue.send(Array("\(line)\n".utf8))
    }
  }

  /// Writes the last lines, and waits until everything is taken.
  ///
  /// - Parameter limit: For how many milliseconds it waits at most; `nil` waits for as long as it takes, or until the
  ///   process is asked to end.
  func finish(_ lines: [Line], within limit: Int?) {
    state.withLock { state in
      Self.saySkipped(&state)
      for line in lines { state.queue.send(Array("\(line)\n".utf8)) }
      if let limit {
        _ = state.queue.drain(for: limit)
        return
      }
      while state.queue.isPending, EndRequest.awaitRoom(in: state.queue.descriptor) { state.queue.flush() }
    }
  }

  private static func saySkipped(_ state: inout State) {
    guard state.leftOut > 0 else { return }
    state.queue.send(Array("(\(state.leftOut.of("line")) left out)\n".utf8))
    state.leftOut = 0
  }
}
