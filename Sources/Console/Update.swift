import PlainText
import Screen

/// Takes in what happened, and says what is to be done about it.
///
/// It waits for nothing and reaches for nothing: the same state and the same event always give the same state and the
/// same effects.
package func update(_ state: inout ConsoleState, _ event: Event) -> [Effect] {
  defer { state.sayNotice() }
  // What is measured here has the width that it is drawn with.
  let effects = Repertoire.$current.withValue(state.context.repertoire) { take(event, into: &state) }
  state.askForCode()
  return effects + state.findPeople() + state.arrangeRows() + state.awaitSight()
}

private func take(_ event: Event, into state: inout ConsoleState) -> [Effect] {
  switch event {
  case .started:
    return state.start()
  case .key(let press, let moment):
    state.now = moment
    let effects = state.take(press)
    // Whoever asks the service for something can be asked for a code again.
    if effects.contains(where: \.needsCredentials) { state.areCodesDeclined = false }
    return effects
  case .mouse(let event, let moment):
    state.now = moment
    return state.take(event)
  case .frameSeen(let number):
    state.takeSight(of: number)
    return []
  case .frameUnseen(let number):
    return state.takeNoSight(of: number)
  case .resized(let size):
    state.size = size
    state.fitToScreen()
    return []
  case .estate(let event):
    return state.takeRead(event)
  case .arranged(let rows):
    state.take(rows)
    return []
  case .identified(let identity, let generation):
    return state.take(identity, ofCredentials: generation)
  case .credentialsFound(let found):
    return state.take(found)
  case .credentialsRunOut(let end, let moment):
    return state.takeStage(ending: end, at: moment)
  case .credentialsUsable:
    state.isRenewing = false
    return []
  case .credentialsUnavailable(let sentence):
    state.isRenewing = false
    state.message = .warning(sentence)
    return []
  case .codeNeeded(let request):
    return state.take(request)
  case .session(let event):
    return state.take(event)
  case .checked(let check, let plan):
    return state.take(check, of: plan)
  case .runStarted(let id):
    state.takeStart(of: id)
    return []
  case .runRefused(let sentence):
    return state.takeRefusal(sentence)
  case .runRecorded(let record, let moment):
    return state.take(record, at: moment)
  case .runEnded(let id, let journalHash, let problem):
    return state.takeEnd(of: id, journalHash, problem)
  case .journal(let event):
    return state.take(event)
  case .file(let event):
    state.take(event)
    return []
  case .copied(let answer):
    state.message = Message(answer)
    return []
  case .people(let event):
    state.take(event)
    return []
  case .clockDiffers(let sentence):
    state.message = .warning(sentence)
    return []
  case .stopRequested(let reason):
    return state.stop(because: reason)
  }
}
