import Screen

/// The mouse goes to the screen in front; where something is asked, or too little is seen, it does nothing.
extension ConsoleState {
  mutating func take(_ event: MouseEvent) -> [Effect] {
    guard size.isUsable, prompt == nil else { return [] }
    isLeaveAsked = false
    return screens.top.take(event, in: &self)
  }
}

extension MouseEvent {
  /// How many rows one step of the wheel scrolls.
  static let wheelRows = 3

  /// How the wheel moves a text; `nil` where it was not the wheel.
  var scrolling: Movement? {
    switch action {
    case .wheelUp: .up
    case .wheelDown: .down
    case .press, .drag, .release: nil
    }
  }
}

extension ListCursor {
  /// The row that stands where `event` was, of `count` rows that are shown from the screen's row `top` on.
  func row(at event: MouseEvent, top: Int, count: Int, height: Int) -> Int? {
    let line = event.position.row - top
    let visible = visible(count: count, height: height)
    return line >= 0 && line < visible.count ? visible.lowerBound + line : nil
  }

  /// Goes to the row that was pressed, or scrolls with the wheel.
  ///
  /// - Returns: Whether `event` was one of these.
  mutating func take(_ event: MouseEvent, top: Int, count: Int, height: Int) -> Bool {
    switch event.action {
    case .press:
      guard let row = row(at: event, top: top, count: count, height: height) else { return false }
      go(to: row, count: count, height: height)
    case .wheelUp: scroll(by: -MouseEvent.wheelRows, count: count, height: height)
    case .wheelDown: scroll(by: MouseEvent.wheelRows, count: count, height: height)
    case .drag, .release: return false
    }
    return true
  }
}
