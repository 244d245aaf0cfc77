import Screen

/// Where the parts of the list stand on a screen.
struct ListGeometry: Sendable, Equatable {
  /// Two panes from this width on, one at a time below.
  static let twoPaneColumns = 100
  static let stacksWidth = 37

  let size: Size
  let isTwoPane: Bool
  /// Whether lines stand over and under the rows: between two panes, and around a protected account's rows.
  let hasRules: Bool

  init(size: Size, isProtected: Bool) {
    self.size = size
    isTwoPane = size.columns >= Self.twoPaneColumns
    hasRules = isTwoPane || isProtected
  }

  var topRule: Int { 1 }
  var titleRow: Int { hasRules ? 2 : 1 }
  var headingRow: Int { titleRow + 1 }
  var firstRow: Int { titleRow + 2 }
  var bottomRule: Int { size.rows - 4 }
  var noteRow: Int { size.rows - 3 }
  var detailRow: Int { size.rows - 2 }
  var footerRow: Int { size.rows - 1 }
  /// How many rows of the list there are.
  var height: Int { max(1, noteRow - firstRow - (hasRules ? 1 : 0)) }

  /// The stacks' columns of the screen.
  var stacksColumns: Range<Int> { 0..<(isTwoPane ? Self.stacksWidth : size.columns) }
  /// The rows' columns of the screen: past the line between the panes and a blank.
  var rowsColumns: Range<Int> {
    let start = isTwoPane ? Self.stacksWidth + 2 : 0
    return start..<max(start, size.columns)
  }
}

extension ListGeometry {
  /// The pane that a column of the screen belongs to, where `pane` is the one that is shown if only one is.
  func pane(at column: Int, showing pane: Pane) -> Pane? {
    guard isTwoPane else { return pane }
    if stacksColumns.contains(column) { return .stacks }
    return rowsColumns.contains(column) ? .rows : nil
  }
}

extension Size {
  /// The smallest screen that the program draws on.
  static let smallest = Size(rows: 15, columns: 60)

  /// Whether all that a person must see before deciding something fits.
  var isUsable: Bool { rows >= Self.smallest.rows && columns >= Self.smallest.columns }
}
