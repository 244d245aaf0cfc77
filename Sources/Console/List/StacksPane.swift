import AppStream
import PlainText
import Runs
import Screen

extension ListScreen {
  func drawStacksPane(_ console: ConsoleState, _ geometry: ListGeometry, on frame: inout Frame) {
    let (estate, list) = (console.estate, console.list)
    let range = geometry.stacksColumns
    let columns = StackColumns(width: range.count)
    let read = estate.stacks.count { estate.readings[$0.name]?.isComplete == true }
    let title: Line = "\(estate.stacks.count.of("stack")), \(read) read"
    let marks: Line = geometry.isTwoPane ? "" : "   \(console.marksText(hidden: list.hiddenMarkCount))"
    frame.put(title + marks, row: geometry.titleRow, column: 0, width: range.count, style: .heading)
    columns.put("STACK", "ROWS", "MARK", "READ", row: geometry.headingRow, style: .header, on: &frame)
    let visible = list.stacksCursor.visible(count: estate.stacks.count + 1, height: geometry.height)
    let stacks = visible.map { $0 == 0 ? nil : estate.stacks[$0 - 1] }
    let names = stacks.map { $0.map { Line($0.name) } ?? "All stacks" }
      .shortenedApart(to: columns.name.count, cut: .middle)
    for (line, index) in visible.enumerated() {
      drawStack(console, stacks[line], names[line], index, columns, row: geometry.firstRow + line, on: &frame)
    }
  }

  private func drawStack(
    _ console: ConsoleState,
    _ stack: Stack?,
    _ name: Line,
    _ index: Int,
    _ columns: StackColumns,
    row: Int,
    on frame: inout Frame
  ) {
    let list = console.list
    let isCurrent = index == list.stacksCursor.index
    let isProtected = stack.map { console.context.rules.protectedStacks.contains($0.name) } ?? false
    let rows = stack.map { console.rowCount(of: $0.name) } ?? "\(console.estate.count)"
    let marks = stack.map { list.marks.count(on: $0.name, in: console.estate.table) } ?? list.marks.count
    columns.put(
      name,
      rows,
      "\(marks)",
      stack.map { console.readingWord($0.name) } ?? "",
      row: row,
      style: .text,
      on: &frame
    )
    if isCurrent { frame.put(">", row: row, column: 0, style: .cursor) }
    if isProtected { frame.put("!", row: row, column: isCurrent ? 1 : 0, style: .warning) }
    if isCurrent, list.pane == .stacks {
      frame.reverse(row: row, column: columns.name.lowerBound, width: DisplayWidth.of(name))
    }
  }

}

extension ConsoleState {
  /// `-` for a stack of which nothing has been read.
  fileprivate func rowCount(of stack: String) -> Line {
    let rows = estate.ids(of: stack)
    if rows.isEmpty, estate.readings[stack]?.isComplete != true { return "-" }
    return "\(rows.count)"
  }

  /// When a stack was read, or how far that has come.
  fileprivate func readingWord(_ stack: String) -> Line {
    switch estate.readings[stack] {
    case .complete(let moment): "\(moment.minuteText)"
    case .reading: "reads"
    case .partial(_, let error): error.isDenied ? "denied" : "part"
    case .waiting, nil: "waits"
    }
  }
}

/// The columns of the stacks, numbers ending under the ends of their names.
private struct StackColumns {
  let name: Range<Int>
  let rowsEnd: Int
  let marksEnd: Int
  let reading: Range<Int>

  init(width: Int) {
    reading = (width - 7)..<(width - 1)
    marksEnd = reading.lowerBound - 1
    rowsEnd = marksEnd - 5
    name = 2..<(rowsEnd - 5)
  }

  func put(
    _ stack: Line,
    _ rows: Line,
    _ marks: Line,
    _ read: Line,
    row: Int,
    style: Style,
    on frame: inout Frame
  ) {
    frame.put(stack, row: row, column: name.lowerBound, style: style)
    frame.put(rows, row: row, column: rowsEnd - DisplayWidth.of(rows), style: style)
    frame.put(marks, row: row, column: marksEnd - DisplayWidth.of(marks), style: style)
    frame.put(read, row: row, column: reading.lowerBound, style: style)
  }
}
