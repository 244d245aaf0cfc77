import Screen

extension ConsoleState {
  func drawOverlay(on frame: inout Frame) {
    guard let overlay else { return }
    let lines = overlay.lines(columns: size.columns)
    let visible = overlay.scroll.visible(count: lines.count, height: Overlay.height(on: size))
    drawHeader(on: &frame)
    let place =
      visible.count < lines.count ? "lines \(visible.lowerBound + 1)-\(visible.upperBound) of \(lines.count)" : ""
    drawRule(overlay.title, place, row: 1, on: &frame)
    for (row, index) in visible.enumerated() {
      let line = lines[index]
      let column = line.style == .heading ? 0 : Overlay.labelColumns
      frame.put(line.label, row: row + 2, column: 0, width: Overlay.labelColumns - 1, style: .key)
      frame.put(line.text, row: row + 2, column: column, style: line.style)
    }
    if let message { frame.put(message.text, row: size.rows - 2, column: 0, style: message.style) }
    frame.putFooter(overlayKeys.hints)
  }
}
