import AppStream
import PlainText
import Screen

/// A row as it is to be drawn.
struct RowLine {
  var row: Association
  var result: RowResult?
  /// Whether the cursor is on it.
  var isCurrent: Bool
  /// Whether keys go to the pane that it is in.
  var isFocused: Bool
  /// Whether it is marked.
  var isMarked: Bool
  /// Whether it belongs to the account that is shown, so that what was read there says something about it.
  var isHere = true
}

/// The rows that are on a screen together, cut so that those that differ look different.
struct RowTexts {
  private let users: [Line]
  private let stacks: [Line]

  init(_ rows: [Association], _ columns: RowColumns) {
    users = rows.map { Line($0.userName) }.shortenedApart(to: columns.user.count, cut: .middle)
    stacks = rows.map { Line($0.stackName) }.shortenedApart(to: columns.stack.count, cut: .middle)
  }

  /// The user and the stack of the row at `place`.
  subscript(place: Int) -> (user: Line, stack: Line) { (users[place], stacks[place]) }
}

extension ConsoleState {
  /// Draws a row from `column` on.
  ///
  /// - Parameter names: Its user and its stack, cut as on the rows around it.
  func drawRow(
    _ line: RowLine,
    _ names: (user: Line, stack: Line),
    _ facts: UserFacts,
    _ columns: RowColumns,
    row: Int,
    column: Int,
    on frame: inout Frame
  ) {
    let text = RowText(line.row, facts)
    let style: Style = line.result?.isOffStack == true ? .dim : .text
    if line.isCurrent { frame.put(">", row: row, column: column, style: .cursor) }
    if line.isMarked { frame.put("*", row: row, column: column + 1, style: .marked) }
    if line.isHere, !lookAlikes(of: line.row.userName).isEmpty {
      frame.put("~", row: row, column: column + 2, style: .warning)
    }
    func put(_ text: Line, _ range: Range<Int>, _ cut: Cut, _ style: Style) {
      frame.put(text.shortened(to: range.count, cut: cut), row: row, column: column + range.lowerBound, style: style)
    }
    put(names.user, columns.user, .end, style)
    put(names.stack, columns.stack, .end, style)
    put(text.name, columns.name, .end, style)
    put(text.status, columns.status, .end, style)
    put(
      line.result?.text(columns: columns.result.count) ?? "",
      columns.result,
      .end,
      line.result?.isProblem == true ? .danger : style
    )
    guard line.isCurrent, line.isFocused else { return }
    // Only the name, and no further than it goes: the run is sent twice for every move of the cursor.
    let width = min(DisplayWidth.of(names.user), columns.user.count)
    frame.reverse(row: row, column: column + columns.user.lowerBound, width: width)
  }

  /// Draws the names of the columns.
  func drawHeadings(_ columns: RowColumns, row: Int, column: Int, sorted: Line = "", on frame: inout Frame) {
    func put(_ name: Line, _ range: Range<Int>) {
      guard !range.isEmpty else { return }
      frame.put(name.shortened(to: range.count), row: row, column: column + range.lowerBound, style: .header)
    }
    put("USER\(sorted)", columns.user)
    put("STACK", columns.stack)
    put("NAME", columns.name)
    put("STATUS", columns.status)
    put("RESULT", columns.result)
  }

  /// `64 marked (4 hidden)`; `others` are marked besides the marks of the list.
  func marksText(hidden: Int, besides others: Int = 0) -> Line {
    "\(list.marks.count + others) marked" + (hidden > 0 ? " (\(hidden) hidden)" : "")
  }
}

/// What a row shows.
struct RowText: Sendable, Equatable {
  var user: Line
  var stack: Line
  var name: Line
  var status: Line

  init(_ row: Association, _ facts: UserFacts) {
    user = Line(row.userName)
    stack = Line(row.stackName)
    name = Line(facts.name(of: row.userName))
    status = Line(facts.status(of: row.userName))
  }
}
