import PlainText
import Screen

/// The keys of a prompt for a file's name that do not edit it.
enum PathPromptAction: Sendable, Equatable {
  case write, cancel
}

let pathPromptKeys = KeyTable<PathPromptAction>(kept: [
  KeyBinding([.enter], "write", .write, "write the file", footer: FooterPlace()),
  KeyBinding([.escape], "cancel", .cancel, "write nothing", footer: FooterPlace()),
])

/// Where a file is to be written.
struct PathPrompt: Sendable, Equatable {
  /// What was typed, or proposed and not edited.
  var line: EditedLine
  let file: OutputFile

  /// - Parameter earlier: The names that were entered before.
  init(_ file: OutputFile, earlier: [String] = []) {
    self.file = file
    line = EditedLine(file.proposedPath, earlier: earlier)
  }

  /// What is asked.
  var label: Line { "\(file.name.capitalizedFirst) to: " }
}

extension PathPrompt: LinePrompt {
  static var kind: ScreenKind { .pathPrompt }
  static var title: String { "While a file's name is typed" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { pathPromptKeys.help }
  static var history: PromptHistory.Kind { .path }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    switch pathPromptKeys.action(for: press.key) {
    case .write:
      guard !text.isEmpty else { return interrupt(&console) }
      keepEntry(in: &console)
      console.prompt = nil
      return [.task(.write(file, path: text, replacing: false))]
    case .cancel: return interrupt(&console)
    case nil: return edit(press.key, in: &console)
    }
  }

  func show(in console: inout ConsoleState) {
    console.prompt = .path(self)
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("Nothing was written.")
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    draw(console, label: label, on: &frame)
    frame.replaceFooter(pathPromptKeys.hints)
  }
}

extension ConsoleState {
  /// Asks where `file` is to be written.
  mutating func askForPath(of file: OutputFile) {
    prompt = .path(PathPrompt(file, earlier: history[.path]))
  }
}
