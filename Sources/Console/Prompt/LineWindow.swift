import PlainText
import Screen

/// The part of an edited line that is shown, and where in it the caret stands.
struct LineWindow: Sendable, Equatable {
  let line: Line
  /// How many columns of `line` are before the caret.
  let caret: Int
}

extension LineEditor {
  /// What is shown in `columns` columns: the whole line, or what is around the cursor.
  ///
  /// The last column is kept for a caret behind the text. A wide character that an end of the window would cut is left
  /// out.
  func window(in columns: Int) -> LineWindow {
    let room = max(0, columns - 1)
    let whole = Line(text).text
    let caret = DisplayWidth.of(Line(before))
    let start = max(0, min(caret - room / 2, DisplayWidth.of(whole) - room))
    var (column, first) = (0, start)
    var shown = ""
    for character in whole {
      let end = column + DisplayWidth.of(character)
      if end > start + room { break }
      if shown.isEmpty, column >= start, character.standsAlone { first = column }
      if !shown.isEmpty || column >= start && character.standsAlone { shown.append(character) }
      column = end
    }
    return LineWindow(line: Line(shown), caret: max(0, caret - first))
  }
}

extension Character {
  /// Whether it is shown as itself with nothing before it; some vowels of Burmese are not.
  fileprivate var standsAlone: Bool { Line(String(self)).text == String(self) }
}

extension Frame {
  /// Puts a line that is edited behind its label on a row, all of which it takes, and the caret where it types.
  mutating func put(_ editor: LineEditor, behind label: Line, row: Int) {
    let start = DisplayWidth.of(label)
    let window = editor.window(in: size.columns - start)
    put((label + window.line).fitted(to: size.columns), row: row, column: 0, style: .prompt)
    caret = Position(row: row, column: start + window.caret)
  }
}
