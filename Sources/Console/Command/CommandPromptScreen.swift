import AppStream
import PlainText
import Screen

extension ConsoleState {
  /// Draws what is typed after `:`, and over it what it may become.
  func drawCommandPrompt(_ text: String, on frame: inout Frame) {
    let row = size.rows - 2
    let typed = text.visible.endingIn(size.columns - 2)
    let hint = commandHint(CommandText(text)).shortened(to: size.columns)
    frame.put(hint.fitted(to: size.columns), row: row - 1, column: 0, style: .dim)
    frame.put(":\(typed)".fitted(to: size.columns), row: row, column: 0, style: .prompt)
    frame.caret = Position(row: row, column: 1 + DisplayWidth.of(typed))
  }

  /// The commands or names that may be meant, or what the only command does.
  private func commandHint(_ text: CommandText) -> String {
    guard let command = text.command else {
      return text.candidates.isEmpty ? "no such command" : text.candidates.map(\.name).joined(separator: "  ")
    }
    guard let names = text.arguments(of: commandNames) else { return "\(command.usage)  \(command.meaning)" }
    return names.isEmpty ? "no \(command.name) begins so" : names.map(\.visible).joined(separator: "  ")
  }
}
