package import Screen

/// What a terminal shows: the text and look of every cell, and the cursor.
package struct ScreenText: Sendable, Equatable {
  /// One cell.
  ///
  /// The right half of a two-column character is a cell without text.
  package struct Cell: Sendable, Equatable {
    package var text: String
    package var look: Look

    package init(text: String, look: Look = Look()) {
      self.text = text
      self.look = look
    }
  }

  /// How a cell is drawn.
  package struct Look: Sendable, Equatable {
    package var isBold: Bool
    package var isUnderlined: Bool
    package var isReversed: Bool
    package var foreground: Colour
    package var background: Colour

    package init(
      isBold: Bool = false,
      isUnderlined: Bool = false,
      isReversed: Bool = false,
      foreground: Colour = .ofTerminal,
      background: Colour = .ofTerminal
    ) {
      self.isBold = isBold
      self.isUnderlined = isUnderlined
      self.isReversed = isReversed
      self.foreground = foreground
      self.background = background
    }
  }

  /// A colour as the program asked for it.
  package enum Colour: Sendable, Equatable {
    case ofTerminal
    /// One of the terminal's 256, of which the first 16 are its owner's choice.
    case indexed(UInt8)
    case exact(red: UInt8, green: UInt8, blue: UInt8)
  }

  package let rows: [[Cell]]
  /// The text of each row without the blanks at its end.
  package let lines: [String]
  package let cursor: Position
  package let isCursorVisible: Bool
  /// Whether a program has the alternate screen, which leaves the shell's text alone.
  package let isAlternate: Bool

  package init(rows: [[Cell]], cursor: Position, isCursorVisible: Bool, isAlternate: Bool) {
    self.rows = rows
    lines = rows.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    self.cursor = cursor
    self.isCursorVisible = isCursorVisible
    self.isAlternate = isAlternate
  }

  package var size: Size { Size(rows: rows.count, columns: rows.first?.count ?? 0) }

  /// All lines, down to the last that is not empty.
  package var text: String {
    let lines = lines
    let end = lines.lastIndex { !$0.isEmpty }
    return lines.prefix((end ?? -1) + 1).joined(separator: "\n")
  }

  /// Whether `text` stands somewhere on one line.
  package func contains(_ text: String) -> Bool {
    lines.contains { $0.contains(text) }
  }

  /// The first row whose line contains `text`.
  package func row(containing text: String) -> Int? {
    lines.firstIndex { $0.contains(text) }
  }

  /// The look of the first cell of `text` where it stands first.
  package func look(of text: String) -> Look? {
    for row in rows {
      let glyphs = row.map(\.text)
      for start in glyphs.indices where glyphs[start...].joined().hasPrefix(text) && !glyphs[start].isEmpty {
        return row[start].look
      }
    }
    return nil
  }

  package func isReversed(row: Int, column: Int) -> Bool {
    rows[row][column].look.isReversed
  }
}
