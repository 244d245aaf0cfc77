import Algorithms
import CNcurses
import Screen

/// Draws frames into an ncurses window.
///
/// Only rows that differ from what was drawn last are written into the window; of those ncurses sends the cells that
/// differ.
struct Canvas {
  private let window: UnsafeMutablePointer<WINDOW>
  private let palette: Palette
  /// The rows that stand in the window; `nil` is one that is to be written whatever it holds.
  private var drawn: [RowChoice.Row?] = []
  private var size: Size?
  /// The row that is the first in turn where not all are drawn.
  private var nextRow = 0

  init(window: UnsafeMutablePointer<WINDOW>, palette: Palette) {
    self.window = window
    self.palette = palette
  }

  /// Forgets what was drawn last, because the window no longer holds it.
  mutating func forget() {
    size = nil
  }

  /// Draws what differs, or as much of it as about `budget` bytes hold.
  ///
  /// - Returns: Whether that was all.
  @MainActor mutating func draw(_ frame: Frame, budget: Int = .max) -> Bool {
    let extent = Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
    if size != frame.size {
      werase(window)
      drawn = Array(repeating: nil, count: min(frame.size.rows, extent.rows))
      size = frame.size
    }
    let choice = RowChoice(shown: drawn, frame: frame)
    let rows = budget == .max ? choice.changed : choice.rows(for: budget, from: nextRow)
    for row in rows {
      draw(frame.cells(inRow: row).prefix(extent.columns), row: row)
      drawn[row] = frame.cells(inRow: row)
    }
    let isComplete = budget == .max || choice.changed.count == rows.count
    nextRow = isComplete ? 0 : (rows.last ?? -1) + 1
    // Where no caret is seen, the cursor may stay wherever the last change was drawn, which saves moving it.
    let caret = isComplete ? frame.caret : nil
    leaveok(window, caret == nil)
    if let caret { wmove(window, CInt(caret.row), CInt(caret.column)) }
    return isComplete
  }

  /// Writes one run of cells with the same look after another.
  @MainActor private func draw(_ cells: ArraySlice<Cell>, row: Int) {
    var rest = cells
    // A two-column character that the window has only one column for would go to the next row.
    if let last = rest.last, DisplayWidth.of(last.character) == 2 { rest.removeLast() }
    wmove(window, CInt(row), 0)
    for (entry, run) in rest.chunked(on: { palette.entry(for: $0) }) {
      let text = run.filter { !$0.isContinuation }.flatMap { Self.wideCharacters(of: $0.character) }
      wattr_set(window, entry.attributes, entry.pair, nil)
      waddnwstr(window, text, CInt(text.count))
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
