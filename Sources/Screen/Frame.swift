import Algorithms
package import PlainText

/// A whole screen as a value: what stands in every cell, and where the caret is.
///
/// Rows and columns count from zero. What would stand outside the frame is left out, so that drawing code need not know
/// how small a terminal can be.
package struct Frame: Sendable, Equatable {
  package let size: Size

  /// Where the terminal's own cursor stands, or `nil` to hide it.
  package var caret: Position?

  private var cells: [Cell]

  /// A blank frame.
  package init(size: Size) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  /// - Precondition: `row` and `column` are inside the frame.
  package private(set) subscript(row: Int, column: Int) -> Cell {
    get { cells[index(row, column)] }
    set { cells[index(row, column)] = newValue }
  }

  /// All cells of one row, left to right.
  ///
  /// - Precondition: `row` is inside the frame.
  package func cells(inRow row: Int) -> ArraySlice<Cell> {
    precondition((0..<size.rows).contains(row), "Row \(row) is outside a frame of \(size.rows) rows")
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(
      (0..<size.rows).contains(row) && (0..<size.columns).contains(column),
      "Cell (\(row), \(column)) is outside a frame of \(size.rows) rows and \(size.columns) columns"
    )
    return row * size.columns + column
  }

  /// Puts `line` on `row` from `column` on, in at most `width` columns.
  ///
  /// A character that would stand half outside is left out. Controls, and what has no picture, become `?`.
  package mutating func put(
    _ line: Line,
    row: Int,
    column: Int,
    width: Int? = nil,
    style: Style = .text,
    reversed: Bool = false
  ) {
    guard (0..<size.rows).contains(row) else { return }
    let end = min(size.columns, width.map { column + max(0, $0) } ?? size.columns)
    var place = column
    for glyph in Glyph.glyphs(of: line.text) {
      guard place + glyph.width <= end else { return }
      if place >= 0 {
        put(glyph, row: row, column: place, style: style, reversed: reversed)
      }
      place += glyph.width
    }
  }

  /// Fills `width` columns of `row` from `column` on with one character, such as a line's.
  package mutating func fill(
    row: Int,
    column: Int,
    width: Int,
    with character: Character,
    style: Style = .text
  ) {
    let start = max(0, column)
    let count = (min(size.columns, column + width) - start) / max(1, DisplayWidth.of(character))
    guard count > 0 else { return }
    put(Line(String(repeating: character, count: count)), row: row, column: start, style: style)
  }

  /// Shows `width` columns of `row` from `column` on reversed, and leaves their text as it is.
  package mutating func reverse(row: Int, column: Int, width: Int) {
    guard (0..<size.rows).contains(row) else { return }
    for place in max(0, column)..<max(0, column, min(size.columns, column + width)) {
      self[row, place].reversed = true
    }
    for place in (0..<size.columns).dropFirst() where self[row, place].isContinuation {
      self[row, place].reversed = self[row, place - 1].reversed
    }
  }

  /// The text of each row without the blanks at its end.
  package var lines: [String] {
    (0..<size.rows).map { row in
      let drawn = cells(inRow: row).lazy.filter { !$0.isContinuation }.map(\.character)
      return String(String(drawn).trimmingSuffix { $0 == " " })
    }
  }

  private mutating func put(_ glyph: Glyph, row: Int, column: Int, style: Style, reversed: Bool) {
    clearHalves(row: row, from: column, to: column + glyph.width)
    self[row, column] = Cell(character: glyph.character, style: style, reversed: reversed)
    if glyph.width == 2 {
      self[row, column + 1] = .continuation(style: style, reversed: reversed)
    }
  }

  /// Blanks the halves that would be left of two-column characters at both ends of the columns about to be written.
  private mutating func clearHalves(row: Int, from start: Int, to end: Int) {
    if self[row, start].isContinuation {
      self[row, start - 1].character = Cell.blank.character
    }
    if end < size.columns, self[row, end].isContinuation {
      self[row, end].character = Cell.blank.character
    }
  }
}
