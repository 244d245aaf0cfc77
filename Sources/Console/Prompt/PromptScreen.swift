import PlainText
import Screen

extension ConsoleState {
  /// Draws a prompt over the lines above the footer of whatever screen it belongs to.
  func drawPrompt(on frame: inout Frame) {
    switch prompt {
    case .command(let text):
      drawCommandPrompt(text, on: &frame)
      replaceFooter(commandPromptKeys.hints, on: &frame)
    case .path(let path):
      let row = size.rows - 2
      let room = size.columns - DisplayWidth.of(path.label) - 1
      let typed = path.text.visible.endingIn(room)
      frame.put((path.label + typed).fitted(to: size.columns), row: row, column: 0, style: .prompt)
      frame.caret = Position(row: row, column: DisplayWidth.of(path.label) + DisplayWidth.of(typed))
      replaceFooter(pathPromptKeys.hints, on: &frame)
    case .question(let question):
      drawQuestion(question, on: &frame)
    case .code(let code):
      drawCodePrompt(code, on: &frame)
    case nil: drawOpening(on: &frame)
    }
  }

  func replaceFooter(_ hints: [KeyHint], on frame: inout Frame) {
    frame.fill(row: size.rows - 1, column: 0, width: size.columns, with: " ")
    frame.putFooter(hints)
  }

  /// Draws a sentence that ends on `lastRow`; what takes more lines covers those above it until the next key.
  func drawNote(_ note: Message, lastRow: Int, on frame: inout Frame) {
    let lines = note.text.wrapped(to: size.columns)
    let shown = lines.count <= Self.noteLines ? lines : Self.cut(lines, to: size.columns)
    for (position, line) in shown.enumerated() {
      let row = lastRow - shown.count + 1 + position
      frame.put(shown.count > 1 ? line.fitted(to: size.columns) : line, row: row, column: 0, style: note.style)
    }
  }

  /// The most lines that a note covers: more would hide what it is about.
  private static let noteLines = 4

  private static func cut(_ lines: [String], to columns: Int) -> [String] {
    lines.prefix(noteLines - 1) + [lines.dropFirst(noteLines - 1).joined(separator: " ").shortened(to: columns)]
  }
}
