import PlainText

/// Codes are asked for one at a time, and only where nothing else is being typed.
extension ConsoleState {
  /// Takes in that a code is needed.
  mutating func take(_ request: CodeRequest) -> [Effect] {
    let isWanted = request.session == opening?.number || request.session == context.session && !areCodesDeclined
    guard isWanted else { return [.session(.answerCode(request, nil))] }
    codeRequests.append(request)
    return []
  }

  /// Asks for the next code, as soon as what is typed cannot have been meant for something else.
  mutating func askForCode() {
    guard let request = codeRequests.first, size.isUsable, !isTyping else { return }
    prompt = .code(CodePrompt(request))
  }

  /// Gives no code; an open session does not ask again until it is asked for something.
  mutating func decline(_ request: CodeRequest) -> [Effect] {
    if request.session == context.session {
      areCodesDeclined = true
      let (reload, remove) = (keys.list.name(of: .readAgain), keys.list.name(of: .plan))
      message = .warning(
        "No code was given; it is asked for again with the next \(reload) or \(remove) that needs it."
      )
    }
    return refuseCodes(of: request.session)
  }

  /// Gives no code to whatever asks in a session.
  mutating func refuseCodes(of session: Int) -> [Effect] {
    let refused = codeRequests.filter { $0.session == session }
    codeRequests.removeAll { $0.session == session }
    if case .code(let code) = prompt, code.request.session == session { prompt = nil }
    return refused.map { .session(.answerCode($0, nil)) }
  }
}
