import PlainText
package import Screen

/// Draws the state; the same state always gives the same frame, and drawing changes nothing.
package func render(_ state: ConsoleState) -> Frame {
  Repertoire.$current.withValue(state.context.repertoire) { draw(state) }
}

private func draw(_ state: ConsoleState) -> Frame {
  var frame = Frame(size: state.size)
  guard state.size.isUsable else {
    state.drawTooSmall(on: &frame)
    return frame
  }
  for screen in state.screens.shown { screen.draw(state, on: &frame) }
  return frame
}

extension ConsoleState {
  fileprivate func drawTooSmall(on frame: inout Frame) {
    let needed = "\(Size.smallest.columns)x\(Size.smallest.rows)"
    let text: Line = "The terminal has \(size.columns)x\(size.rows); at least \(needed) is needed."
    for (row, line) in text.wrapped(to: size.columns).enumerated() { frame.put(line, row: row, column: 0) }
  }
}
