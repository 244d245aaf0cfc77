import AWSClientCore
import Runs
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

/// What a key answers to a question.
enum QuestionAction: Sendable, Equatable {
  case agree, decline
}

let questionKeys = KeyTable<QuestionAction>([
  KeyBinding([.character("y")], "y", .agree, "yes, pressed by itself; any other key is no", hint: KeyHint("y", "yes")),
  KeyBinding([.escape, .character("n"), .character("q")], "Esc n q", .decline, "no", hint: KeyHint("Esc", "no")),
])

extension ConsoleState {
  /// Whether something is asked that nobody expected to be asked at this moment.
  var isAsking: Bool {
    switch prompt {
    case .question, .code: true
    case .command, .path, nil: false
    }
  }

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
    case .question(let question):
      message = .done(question.declined)
      fileAsked = nil
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
      fileAsked = path.file
      return [path.file.effect(path: path.text, replacing: false)]
    case .cancel: return cancelPrompt()
    case .erase:
      edited.text = String(path.text.dropLast())
    case nil:
      switch key {
      case .character(let character): edited.text.append(character)
      case .paste(let text): edited.text += text.prefix { !$0.isNewline }
      default: break
      }
    }
    prompt = .path(edited)
    return []
  }

  private mutating func take(_ press: KeyPress, in question: Question) -> [Effect] {
    guard questionKeys.action(for: press.key) == .agree, press.isAlone else { return cancelPrompt() }
    prompt = nil
    switch question.agreement {
    case .effects(let effects, let meanwhile):
      message = .done(meanwhile)
      return effects
    case .session(let choice): return open(choice)
    }
  }

  /// Takes in what became of a file that was to be written.
  mutating func takeFile(_ event: Event) {
    switch event {
    case .fileWritten(let path):
      message = written(path)
      fileAsked = nil
    case .fileExists(let path): askToReplace(path)
    case .fileRefused(let sentence):
      message = .warning(sentence.visible)
      fileAsked = nil
    default: break
    }
  }

  /// Rows that were not all read are written as they are, which whoever reads the file cannot see.
  private func written(_ path: String) -> Message {
    let text = "Written: \(path.visible)"
    guard case .rows? = fileAsked, !estate.isComplete else { return .done(text) }
    return .warning("\(text); not every stack was read, so rows may be missing in it.")
  }

  /// Asks before a file that is there is written over; a run in progress is not asked over.
  private mutating func askToReplace(_ path: String) {
    guard let file = fileAsked, !isRunning else {
      message = .warning("\(path.visible) is there already; nothing was written.")
      return
    }
    prompt = .question(
      Question(
        text: "\(path.visible) is there already: y replaces it.",
        agreement: .effects([file.effect(path: path, replacing: true)], meanwhile: "Replacing \(path.visible)."),
        declined: "\(path.visible) was left as it is."
      )
    )
  }
}
