import Screen

/// The keys of a prompt that do not type.
enum PathPromptAction: Sendable, Equatable {
  case write, cancel, erase
}

let pathPromptKeys = KeyTable<PathPromptAction>([
  KeyBinding([.enter], "Enter", .write, "write the file", hint: KeyHint("Enter", "write")),
  KeyBinding([.escape], "Esc", .cancel, "write nothing", hint: KeyHint("Esc", "cancel")),
  KeyBinding([.backspace, .delete], "Backspace", .erase, "take back a character"),
])

extension ConsoleState {
  mutating func takeInPrompt(_ press: KeyPress) -> [Effect] {
    switch prompt {
    case .command(let text): return take(press.key, inCommand: text)
    case .path(let path): return take(press.key, in: path)
    case .question(let question): return take(press, in: question)
    case .code(let code): return take(press.key, in: code)
    case nil: return []
    }
  }

  /// Closes a prompt without doing what it is about.
  mutating func cancelPrompt() -> [Effect] {
    let cancelled = prompt
    prompt = nil
    // A code is asked for in between: what was under way goes on.
    if case .code(let code) = cancelled { return decline(code.request) }
    switch cancelled {
    case .command: message = .done("Nothing was done.")
    case .path: message = .done("Nothing was written.")
    case .question(let question): message = .done(question.declined)
    case .code, nil: break
    }
    runRequest = nil
    return []
  }

  private mutating func take(_ key: Key, in path: PathPrompt) -> [Effect] {
    var edited = path
    switch pathPromptKeys.action(for: key) {
    case .write:
      guard !path.text.isEmpty else { return cancelPrompt() }
      prompt = nil
      return [.task(.write(path.file, path: path.text, replacing: false))]
    case .cancel: return cancelPrompt()
    case .erase:
      edited.text = String(path.text.dropLast())
    case nil:
      switch key {
      case .character(let character): edited.text = path.text.typing(String(character))
      case .paste(let text): edited.text = path.text.typing(text)
      default: break
      }
    }
    prompt = .path(edited)
    return []
  }
}
