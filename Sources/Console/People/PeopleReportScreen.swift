import PeopleLists
import PlainText
import Screen

extension PeopleReport {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let size = console.size
    let visible = scroll.visible(count: lines.count, height: Self.height(on: size))
    console.drawHeader(on: &frame)
    console.drawRule(request.use.title(request.source), place(visible), row: 1, on: &frame)
    for (row, index) in visible.enumerated() {
      let line = lines[index]
      frame.put(line.text, row: row + 2, column: 0, style: line.style)
      // Its last column is that of the words in the line above.
      let end = size.columns - 3
      frame.put(line.atEnd, row: row + 2, column: end - DisplayWidth.of(line.atEnd), style: line.style)
    }
    if lines.isEmpty { frame.put(progress, row: 2, column: 0, style: .dim) }
    if let message = console.message {
      frame.putNote(message, lastRow: size.rows - 2)
    } else if let extent = findings?.extent ?? (awaitedCount > 0 ? searched : nil) {
      let style: Style = extent.isWhole ? .dim : .warning
      frame.put(extent.text.shortened(to: size.columns), row: size.rows - 2, column: 0, style: style)
    }
    frame.putFooter(hints(console.keys.people, columns: size.columns))
  }

  /// How many addresses there are, and which of the lines are on the screen where not all are.
  private func place(_ visible: Range<Int>) -> Line {
    guard let list else { return "being read" }
    let count = list.people.count.of("address", plural: "addresses")
    guard visible.count < lines.count else { return count }
    return "\(count)   \(visible.lowerBound + 1)-\(visible.upperBound) of \(lines.count)"
  }

  /// What stands in place of the people while nothing is known of them.
  private var progress: Line {
    guard let list else { return "The list is being read." }
    guard awaitedCount > 0 else {
      return "\(list.people.count.of("address is", plural: "addresses are")) being looked for."
    }
    return
      "\(awaitedCount) of \(list.people.count.of("address", plural: "addresses")) not found yet: nobody is kept so far."
  }
}
