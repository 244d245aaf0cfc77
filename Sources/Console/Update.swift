/// Takes in what happened, and says what is to be done about it.
///
/// It waits for nothing and reaches for nothing: the same state and the same event always give the same state and the
/// same effects.
package func update(_ state: inout ConsoleState, _ event: Event) -> [Effect] {
  switch event {
  case .started:
    return [.identify, .readStacks, .readUsers]
  case .key(let press, let moment):
    return state.take(press, at: moment)
  case .resized(let size):
    state.size = size
    state.fitToScreen()
    return []
  case .estate(let event):
    return state.take(event)
  case .identified(let identity, let keysExpire):
    state.caller = identity.map { .known($0) } ?? .unknown
    state.keysExpire = keysExpire
    state.fitToScreen()
    return []
  case .checked(let check, let plan):
    return state.take(check, of: plan)
  case .runStarted(let id):
    state.run?.id = id
    return []
  case .runRecorded(let record, let moment):
    return state.take(record, at: moment)
  case .stopRequested(let reason):
    return state.stop(because: reason)
  }
}
