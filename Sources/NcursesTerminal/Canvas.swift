import CNcurses
import Screen

/// Draws frames into an ncurses window.
///
/// Only rows that differ from the frame drawn last are written into the window; of those ncurses sends the cells that
/// differ.
struct Canvas {
  private let window: UnsafeMutablePointer<WINDOW>
  private let palette: Palette
  private var drawn: Frame?

  init(window: UnsafeMutablePointer<WINDOW>, palette: Palette) {
    self.window = window
    self.palette = palette
  }

  /// Forgets what was drawn last, because the window no longer holds it.
  mutating func forget() {
    drawn = nil
  }

  @MainActor mutating func draw(_ frame: Frame) {
    let extent = Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
    if drawn?.size != frame.size {
      werase(window)
      drawn = nil
    }
    for row in 0..<min(frame.size.rows, extent.rows) where drawn?.cells(inRow: row) != frame.cells(inRow: row) {
      draw(frame.cells(inRow: row).prefix(extent.columns), row: row)
    }
    // Where no caret is seen, the cursor may stay wherever the last change was drawn, which saves moving it.
    leaveok(window, frame.caret == nil)
    if let caret = frame.caret { wmove(window, CInt(caret.row), CInt(caret.column)) }
    drawn = frame
  }

  /// Writes one run of cells with the same look after another.
  @MainActor private func draw(_ cells: ArraySlice<Cell>, row: Int) {
    var rest = cells
    // A two-column character that the window has only one column for would go to the next row.
    if let last = rest.last, DisplayWidth.of(last.character) == 2 { rest.removeLast() }
    wmove(window, CInt(row), 0)
    while let first = rest.first {
      let entry = palette.entry(for: first)
      let run = rest.prefix { palette.entry(for: $0) == entry }
      let text = run.filter { !$0.isContinuation }.flatMap { Self.wideCharacters(of: $0.character) }
      wattr_set(window, entry.attributes, entry.pair, nil)
      waddnwstr(window, text, CInt(text.count))
      rest = rest[run.endIndex...]
    }
  }

  /// `character` for ncurses, which holds a scalar and at most four marks in a cell.
  ///
  /// A character the library's tables know less of than ours would be drawn as something of another width, so a plain
  /// sign stands for it.
  static func wideCharacters(of character: Character) -> [wchar_t] {
    if let ascii = character.asciiValue { return [wchar_t(ascii)] }
    let scalars = character.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    let width = scalars.map { Int(wcwidth($0)) }
    guard let first = width.first, first > 0, !width.contains(-1), width.reduce(0, +) == DisplayWidth.of(character)
    else {
      return [0x3F] + Array(repeating: 0x20, count: max(0, DisplayWidth.of(character) - 1))
    }
    return Array(scalars.prefix(5))
  }
}
