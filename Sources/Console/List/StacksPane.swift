import AppStream
import PlainText
import Runs
import Screen

extension ListScreen {
  func drawStacksPane(_ console: ConsoleState, _ geometry: ListGeometry, on frame: inout Frame) {
    let (estate, list) = (console.estate, console.list)
    let range = geometry.stacksColumns
    let visible = console.panes.stacksCursor.visible(count: estate.stacks.count + 1, height: geometry.height)
    let stacks = visible.map { $0 == 0 ? nil : estate.stacks[$0 - 1] }
    let columns = StackColumns(width: range.count, rows: estate.count, marks: list.marks.count)
    let read = estate.stacks.count { estate.readings[$0.name]?.isComplete == true }
    let title: Line = "\(estate.stacks.count.of("stack")), \(read) read"
    let marks: Line = geometry.isTwoPane ? "" : "   \(console.marksText(of: list))\(console.keptText)"
    frame.put(title + marks, row: geometry.titleRow, column: 0, width: range.count, style: .heading)
    columns.put("STACK", "ROWS", "MARK", "READ", row: geometry.headingRow, style: .header, on: &frame)
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
    let isCurrent = index == console.panes.stacksCursor.index
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
    if isCurrent, console.panes.focus == .stacks {
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

/// The columns of the stacks, numbers ending under the ends of their headings.
///
/// A number that is cut would be another one, and a stack's state says whether it can be marked; a name gives way,
/// since it is told from the others by what is left of it.
private struct StackColumns {
  private let places: [Range<Int>]

  /// - Parameters:
  ///   - rows: The highest number of rows.
  ///   - marks: The highest number of marks.
  init(width: Int, rows: Int, marks: Int) {
    let columns = [
      Column(heading: "STACK", width: 12, least: 8, rank: 3, isEssential: true, isRest: true),
      Self.fixed("ROWS", String(rows).count, rank: 2), Self.fixed("MARK", String(marks).count, rank: 0),
      Self.fixed("READ", "14:02Z".count, rank: 1),
    ]
    places = columns.places(from: 2, to: width - 1, gap: 1)
  }

  private static func fixed(_ heading: Line, _ longest: Int, rank: Int) -> Column {
    Column(heading, longest: longest, least: max(DisplayWidth.of(heading), longest), rank: rank)
  }

  var name: Range<Int> { places[0] }

  func put(
    _ stack: Line,
    _ rows: Line,
    _ marks: Line,
    _ read: Line,
    row: Int,
    style: Style,
    on frame: inout Frame
  ) {
    frame.put(stack, row: row, column: name.lowerBound, width: name.count, style: style)
    for (text, place) in [(rows, places[1]), (marks, places[2])] where !place.isEmpty {
      frame.put(text, row: row, column: place.upperBound - DisplayWidth.of(text), style: style)
    }
    frame.put(read, row: row, column: places[3].lowerBound, width: places[3].count, style: style)
  }
}
