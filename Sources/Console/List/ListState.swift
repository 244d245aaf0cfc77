import AppStream

/// The list: what has been read as rows, what is marked, and what of it is shown.
struct ListState: Sendable, Equatable {
  var table = RowTable()
  var order = RowOrder()
  var people = People()
  var marks = Marks()
  /// What the last run made of rows, until they are read again.
  var results = RowResults()
  /// Stacks whose reading began before the last run ended, so that it says nothing about what the run did.
  var outdatedReads: Set<String> = []

  var pane = Pane.rows
  /// The stack whose rows are shown, or `nil` for all.
  var stack: String?
  var stacksCursor = ListCursor()
  var filter = RowFilter("")

  /// The rows that are shown, in order.
  var shown: [RowID] = []
  /// How many of them are marked.
  var shownMarkCount = 0
  var rowsCursor = ListCursor()
  /// Whether the cursor stands where somebody put it; before that it stays at the top while rows arrive.
  var isCursorPlaced = false

  /// The row under the cursor.
  var current: RowID? { shown.indices.contains(rowsCursor.index) ? shown[rowsCursor.index] : nil }

  /// The association under the cursor.
  var currentRow: Association? { current.map { table[$0].identity } }

  /// How many marked rows are not shown.
  var hiddenMarkCount: Int { marks.count - shownMarkCount }

  /// How many rows there are on the stack that is shown, or on all.
  var rowCount: Int {
    guard let stack else { return order.rows.count }
    return table.rows(of: stack).count
  }

  /// The marked rows that are shown, and those that are not.
  var dividedMarks: (shown: [Association], hidden: Set<Association>) {
    let visible = shown.map { table[$0].identity }.filter { marks.contains($0) }
    return (visible, marks.rows.subtracting(visible))
  }

  /// Counts the marks among the rows that are shown; needed after a change of many marks or of the rows.
  mutating func countShownMarks() {
    shownMarkCount = marks.isEmpty ? 0 : shown.count { marks.contains(table[$0].identity) }
  }
}

/// The two parts of the list.
enum Pane: Sendable, Equatable {
  case stacks, rows
}
