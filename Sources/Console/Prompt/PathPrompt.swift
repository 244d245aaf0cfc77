import PlainText
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

/// Where a file is to be written.
struct PathPrompt: Sendable, Equatable {
  /// What was typed, or proposed and not edited.
  var text: String
  let file: OutputFile

  init(_ file: OutputFile) {
    self.file = file
    text = file.proposedPath
  }

  /// What is asked.
  var label: Line { "\(file.name.capitalizedFirst) to: " }
}

extension PathPrompt: PromptScreen {
  static var kind: ScreenKind { .pathPrompt }
  static var title: String { "While a file's name is typed" }
  static var keyHelp: [KeyHelp] { pathPromptKeys.help }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    var edited = self
    switch pathPromptKeys.action(for: press.key) {
    case .write:
      guard !text.isEmpty else { return interrupt(&console) }
      console.prompt = nil
      return [.task(.write(file, path: text, replacing: false))]
    case .cancel: return interrupt(&console)
    case .erase:
      edited.text = String(text.dropLast())
    case nil:
      switch press.key {
      case .character(let character): edited.text = text.typing(String(character))
      case .paste(let pasted): edited.text = text.typing(pasted)
      default: break
      }
    }
    console.prompt = .path(edited)
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("Nothing was written.")
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let size = console.size
    let row = size.rows - 2
    let room = size.columns - DisplayWidth.of(label) - 1
    let typed = Line(text).endingIn(room)
    frame.put((label + typed).fitted(to: size.columns), row: row, column: 0, style: .prompt)
    frame.caret = Position(row: row, column: DisplayWidth.of(label) + DisplayWidth.of(typed))
    frame.replaceFooter(pathPromptKeys.hints)
  }
}
