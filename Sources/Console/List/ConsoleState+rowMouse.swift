import PlainText
import Screen

/// The mouse over the rows of a list: a click goes to a line, the wheel scrolls, and drawing over lines marks them.
extension ConsoleState {
  /// Does what the mouse asks for with the rows of `place`, which are shown from the screen's row `top` on.
  ///
  /// - Returns: Whether the cursor was put or the rows were scrolled.
  @discardableResult
  mutating func take(_ event: MouseEvent, over place: RowPlace, top: Int) -> Bool {
    let (count, height) = (self[rows: place].count, height(of: place))
    let line = self[rows: place].cursor.row(at: event, top: top, count: count, height: height)
    switch event.action {
    case .press, .wheelUp, .wheelDown:
      if event.action == .press { self[rows: place].linePressed = nil }
      guard self[rows: place].cursor.take(event, top: top, count: count, height: height) else { return false }
      message = nil
      self[rows: place].isCursorPlaced = true
      if event.action == .press { self[rows: place].pressLine() }
      return true
    case .drag:
      if let line { self[rows: place].draw(to: line, height: height) }
    case .release:
      if line == nil { giveUpDrawing(in: place, at: event) } else { endDrawing(in: place) }
    }
    return false
  }

  /// Ends a range that was drawn without marking it, where the mouse is let go beside the rows.
  mutating func giveUpDrawing(in place: RowPlace, at event: MouseEvent) {
    guard event.action == .release, self[rows: place].linePressed != nil else { return }
    self[rows: place].linePressed = nil
    if self[rows: place].range != nil { message = .done("The range was given up; nothing was marked.") }
    self[rows: place].range = nil
  }

  /// Marks the range that was drawn; one that was drawn back to its only line is none.
  private mutating func endDrawing(in place: RowPlace) {
    guard self[rows: place].linePressed != nil, let lines = self[rows: place].openRange else {
      self[rows: place].linePressed = nil
      return
    }
    self[rows: place].linePressed = nil
    if lines.count > 1, areRowsFound(in: place) { _ = closeRange(in: place) }
    self[rows: place].range = nil
  }
}

extension RowList {
  /// Takes in that the mouse was pressed on the line under the cursor; in a range that the keys opened it only moves.
  fileprivate mutating func pressLine() {
    linePressed = range == nil ? key(at: cursor.index) : nil
  }

  /// Draws the range from the line that was pressed to another.
  fileprivate mutating func draw(to line: Int, height: Int) {
    guard let linePressed else { return }
    if range == nil, key(at: line) != linePressed { beginRange(at: linePressed) }
    go(to: line, height: height)
  }
}
