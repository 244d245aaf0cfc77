import AppStream
import PlainText

extension ConsoleState {
  /// Reads again what the pane shows: a stack, or everything.
  mutating func readAgain() -> [Effect] {
    if let stack = list.stack {
      guard !reads.inFlight.contains(stack) else {
        message = .warning("\(stack) is being read already.")
        return []
      }
      reads.append([stack])
      return askAgainWhoseCredentials() + readNext()
    }
    var effects = readListsAgain()
    if caller == .unknown {
      effects.append(.task(.identify(generation: gate.ask())))
    }
    reads.append(estate.stacks.map(\.name))
    effects += readNext()
    if effects.isEmpty { message = .warning("Everything is being read already.") }
    return effects
  }
}
