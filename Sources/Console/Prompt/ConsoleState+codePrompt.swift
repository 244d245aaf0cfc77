import Screen

/// The keys of the prompt for a code that do not type.
enum CodePromptAction: Sendable, Equatable {
  case give, decline, erase
}

let codePromptKeys = KeyTable<CodePromptAction>([
  KeyBinding([.enter], "Enter", .give, "give the code", hint: KeyHint("Enter", "give the code")),
  KeyBinding([.escape], "Esc", .decline, "give none", hint: KeyHint("Esc", "give none")),
  KeyBinding([.backspace, .delete], "Backspace", .erase, "take back a digit"),
])

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

  mutating func take(_ key: Key, in code: CodePrompt) -> [Effect] {
    if isRunning, runKeys.action(for: key) == .stop {
      let effects = cancelPrompt() + stopRun()
      // What stopping means has more to say than that no code was given.
      message = nil
      return effects
    }
    // What was typed before it could be seen was meant for something else.
    guard sight.isSeen else { return [] }
    var edited = code
    edited.mistake = nil
    switch codePromptKeys.action(for: key) {
    case .give:
      guard code.isComplete else {
        edited.mistake = .tooShort
        break
      }
      prompt = nil
      codeRequests.removeAll { $0 == code.request }
      return [.session(.answerCode(code.request, code.typed))]
    case .decline: return cancelPrompt()
    case .erase: edited.erase()
    case nil:
      switch key {
      case .character(let character): edited.append(String(character))
      case .paste(let text): edited.append(text)
      default: break
      }
    }
    prompt = .code(edited)
    return []
  }

  /// Gives no code; an open session does not ask again until it is asked for something.
  mutating func decline(_ request: CodeRequest) -> [Effect] {
    if request.session == context.session {
      areCodesDeclined = true
      message = .warning("No code was given; it is asked for again with the next r or d that needs it.")
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

  func drawCodePrompt(_ code: CodePrompt, on frame: inout Frame) {
    let label = "Code: "
    let row = size.rows - 2
    drawNote(Message(text: code.question, style: .prompt), lastRow: row - 1, on: &frame)
    frame.put((label + code.masked).fitted(to: size.columns), row: row, column: 0, style: .prompt)
    frame.caret = Position(row: row, column: label.count + code.masked.count)
    let stop = isRunning ? runKeys.bindings.filter { $0.action == .stop }.compactMap(\.hint) : []
    replaceFooter(codePromptKeys.hints + stop, on: &frame)
  }
}
