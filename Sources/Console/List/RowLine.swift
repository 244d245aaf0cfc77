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
  /// Whether no key marks it, because its user is kept.
  var isKept = false
  /// Whether it is in the open range, and would be marked.
  var isInRange = false
  /// Whether it belongs to the account that is shown, so that what was read there says something about it.
  var isHere = true
}

/// The rows that are on a screen together, cut so that those that differ look different.
struct RowTexts {
  private let users: [Line]
  private let stacks: [Line]

  init(_ rows: [Association], _ columns: RowColumns) {
    users = rows.map { Line($0.userName) }.shortenedApart(to: columns[.user].count, cut: .middle)
    stacks = rows.map { Line($0.stackName) }.shortenedApart(to: columns[.stack].count, cut: .middle)
  }

  /// The user and the stack of the row at `place`.
  subscript(place: Int) -> (user: Line, stack: Line) { (users[place], stacks[place]) }
}

extension ConsoleState {
  /// Draws a row from `start` on.
  ///
  /// - Parameter names: Its user and its stack, cut as on the rows around it.
  func drawRow(
    _ line: RowLine,
    _ names: (user: Line, stack: Line),
    _ facts: UserFacts,
    _ columns: RowColumns,
    row: Int,
    column start: Int,
    on frame: inout Frame
  ) {
    let style: Style = line.result?.isOffStack == true ? .removed : .text
    if line.isCurrent { frame.put(">", row: row, column: start, style: .cursor) }
    if line.isKept {
      frame.put("k", row: row, column: start + 1, style: .key)
    } else if line.isMarked || line.isInRange {
      frame.put(line.isMarked ? "*" : "+", row: row, column: start + 1, style: .marked)
    }
    if line.isHere, !lookAlikes(of: line.row.userName).isEmpty {
      frame.put("~", row: row, column: start + 2, style: .warning)
    }
    for column in RowColumn.shown where !columns[column].isEmpty {
      let place = columns[column]
      let text =
        switch column {
        case .user: names.user
        case .stack: names.stack
        case .name, .status, .type, .result: column.text(of: line.row, facts, line.result, columns: place.count)
        }
      let isProblem = column == .result && line.result?.isProblem == true
      frame.put(text, row: row, column: start + place.lowerBound, style: isProblem ? .danger : style)
    }
    guard line.isCurrent, line.isFocused else { return }
    // Only the name, and no further than it goes: the run is sent twice for every move of the cursor.
    let user = columns[.user]
    frame.reverse(row: row, column: start + user.lowerBound, width: min(DisplayWidth.of(names.user), user.count))
  }

  /// `64 marked (4 hidden)`.
  func marksText(of rows: RowList) -> Line {
    let hidden = rows.hiddenMarkCount
    return "\(rows.marks.count) marked" + (hidden > 0 ? " (\(hidden) hidden)" : "")
  }
}
