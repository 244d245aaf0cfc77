import Synchronization

/// A gate that holds whoever comes until it is opened, or until their task is cancelled.
package final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var arrivals = 0
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// Makes a gate that is closed.
  package init() {}

  /// Lets everybody through, now and later.
  package func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Waits until the gate is open.
  ///
  /// - Throws: `CancellationError` when the task was cancelled before the gate was opened.
  package func pass() async throws(CancellationError) {
    let number = state.withLock { state in
      state.arrivals += 1
      return state.arrivals
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mayPass = state.withLock { state in
          guard !state.isOpen, !state.cancelled.contains(number) else { return true }
          state.waiting[number] = continuation
          return false
        }
        if mayPass { continuation.resume() }
      }
    } onCancel: {
      let continuation = state.withLock { state in
        state.cancelled.insert(number)
        return state.waiting.removeValue(forKey: number)
      }
      continuation?.resume()
    }
    if state.withLock({ $0.cancelled.contains(number) && !$0.isOpen }) { throw CancellationError() }
  }
}
