import PlainText
import Screen

/// What is typed or asked in a line over a screen.
protocol PromptScreen: ConsoleScreen {}

extension PromptScreen {
  func takesText(_ key: Key) -> Bool { true }
  func digits(in console: ConsoleState) -> DigitUse { .text }
}

extension Frame {
  /// Puts `hints` in place of the footer of the screen below, and the key that opens the help where keys are text.
  mutating func replaceFooter(_ hints: [KeyHint]) {
    fill(row: size.rows - 1, column: 0, width: size.columns, with: " ")
    putFooter(hints + generalKeys.hints)
  }

  /// Puts a sentence that ends on `lastRow`; what takes more lines covers those above it until the next key.
  mutating func putNote(_ note: Message, lastRow: Int) {
    let lines = note.line.wrapped(to: size.columns)
    let shown = lines.count <= Self.noteLines ? lines : Self.cut(lines, to: size.columns)
    for (position, line) in shown.enumerated() {
      let row = lastRow - shown.count + 1 + position
      put(shown.count > 1 ? line.fitted(to: size.columns) : line, row: row, column: 0, style: note.style)
    }
  }

  /// Puts what is to be typed, and what was typed behind it.
  mutating func put(_ entry: PhraseEntry, row: Int) {
    let start = DisplayWidth.of(entry.question)
    put(entry.question.shortened(to: size.columns), row: row, column: 0, style: .prompt)
    let typed = Line(entry.typed).shortened(to: max(0, size.columns - start - 1))
    put(typed, row: row, column: start, style: .prompt)
    caret = Position(row: row, column: min(size.columns - 1, start + DisplayWidth.of(typed)))
  }

  /// The most lines that a note covers: more would hide what it is about.
  static let noteLines = 4

  private static func cut(_ lines: [Line], to columns: Int) -> [Line] {
    lines.prefix(noteLines - 1) + [lines.dropFirst(noteLines - 1).joined(separator: " ").shortened(to: columns)]
  }
}
