import PlainText
import Screen

/// A text that is read in place of a screen, and how far it has been scrolled: the help, or the details of a row.
struct ScrolledText: Sendable, Equatable {
  let paragraphs: [Paragraph]
  private(set) var scroll = Scroll()

  init(_ paragraphs: [Paragraph]) {
    self.paragraphs = paragraphs
  }

  /// Under the header and the title, over a line for messages and the footer.
  static func height(on size: Size) -> Int { max(1, size.rows - 4) }

  /// The lines on a screen of `columns` columns.
  func rows(columns: Int) -> [TextRow] { paragraphs.flatMap { $0.rows(columns: columns) } }

  mutating func move(_ movement: Movement, times: Int, on size: Size) {
    scroll.move(movement, times: times, count: rows(columns: size.columns).count, height: Self.height(on: size))
  }

  mutating func fit(to size: Size) {
    scroll.fit(count: rows(columns: size.columns).count, height: Self.height(on: size))
  }

  /// Scrolls to a line that is not on the screen, and leaves some of what is before it over it.
  mutating func show(row: Int, on size: Size) {
    let (count, height) = (rows(columns: size.columns).count, Self.height(on: size))
    guard !scroll.visible(count: count, height: height).contains(row) else { return }
    scroll = Scroll(offset: row - height / 3)
    scroll.fit(count: count, height: height)
  }

  /// Draws the lines that are on the screen under a title.
  ///
  /// - Returns: Which lines those are; the first stands on the third row.
  @discardableResult
  func draw(_ console: ConsoleState, title: Line, on frame: inout Frame) -> Range<Int> {
    let size = console.size
    let rows = rows(columns: size.columns)
    let visible = scroll.visible(count: rows.count, height: Self.height(on: size))
    console.drawHeader(on: &frame)
    let place: Line =
      visible.count < rows.count ? "lines \(visible.lowerBound + 1)-\(visible.upperBound) of \(rows.count)" : ""
    console.drawRule(title, place, row: 1, on: &frame)
    for (row, index) in visible.enumerated() { rows[index].draw(row: row + Self.firstRow, on: &frame) }
    if let message = console.message { frame.put(message.line, row: size.rows - 2, column: 0, style: message.style) }
    return visible
  }

  /// The row of the screen on which it begins.
  static let firstRow = 2
}
