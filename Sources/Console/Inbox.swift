import DequeModule
import Synchronization

/// What a loop is to take in, from whoever has something for it: what is urgent first, the rest in its order.
///
/// A run reports faster than a screen on a slow machine takes in, and a stop must not wait behind its records.
package final class Inbox<Input: Sendable>: Sendable {
  private struct State: ~Copyable {
    var urgent: Deque<Input> = []
    var others: Deque<Input> = []
    /// The loop, while there is nothing for it.
    var waiter: CheckedContinuation<Void, Never>?

    var isEmpty: Bool { urgent.isEmpty && others.isEmpty }
  }

  private let state = Mutex(State())
  private let isUrgent: @Sendable (Input) -> Bool

  /// Makes one that is empty.
  ///
  /// - Parameter isUrgent: Which inputs go before all others.
  package init(isUrgent: @escaping @Sendable (Input) -> Bool) {
    self.isUrgent = isUrgent
  }

  /// Puts `input` behind the others of its kind; it never waits.
  package func yield(_ input: Input) {
    let isUrgent = isUrgent(input)
    let waiter = state.withLock { state in
      if isUrgent { state.urgent.append(input) } else { state.others.append(input) }
      return state.waiter.take()
    }
    waiter?.resume()
  }

  /// The next input, as soon as there is one; to be called by one loop only.
  package func next() async -> Input {
    while true {
      if let input = state.withLock({ $0.urgent.popFirst() ?? $0.others.popFirst() }) { return input }
      await withCheckedContinuation { continuation in
        let isThere = state.withLock { state in
          // Something may have come since it was looked.
          guard state.isEmpty else { return true }
          state.waiter = continuation
          return false
        }
        if isThere { continuation.resume() }
      }
    }
  }
}
