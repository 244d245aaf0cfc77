import Synchronization

/// What happened, in order, for a test to look at and to wait for.
package final class Log<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var waiters: [(condition: @Sendable ([Element]) -> Bool, gate: Gate)] = []
  }

  private let state = Mutex(State())

  /// Makes a log of nothing.
  package init() {}

  /// Everything that happened so far.
  package var elements: [Element] { state.withLock { $0.elements } }

  /// Writes down that something happened.
  package func append(_ element: Element) {
    state.withLock { state in
      state.elements.append(element)
      state.waiters.removeAll { waiter in
        guard waiter.condition(state.elements) else { return false }
        waiter.gate.open()
        return true
      }
    }
  }

  /// Returns as soon as `condition` holds of everything that happened.
  ///
  /// - Throws: `CancellationError` when a test that waits in vain runs into its time limit.
  package func wait(until condition: @escaping @Sendable ([Element]) -> Bool) async throws(CancellationError) {
    let gate = Gate()
    state.withLock { state in
      if condition(state.elements) { gate.open() } else { state.waiters.append((condition, gate)) }
    }
    try await gate.pass()
  }
}
