import AppStream
import BitCollections

/// The list: which rows are shown, in which order, and what is marked.
struct ListState: Sendable, Equatable {
  var marks = Marks()
  /// What the last run made of rows, until they are read again.
  var results = RowResults()
  /// Stacks whose reading began before the last run ended, so that it says nothing about what the run did.
  var outdatedReads: Set<String> = []

  var pane = Pane.rows
  /// The stack whose rows are shown, and the filter.
  var view = RowView()
  var stacksCursor = ListCursor()

  /// The rows that are shown, as they were found last.
  private(set) var arranged = ArrangedRows(number: 0, order: RowOrder(), view: RowView(), shown: [])
  /// How the rows to show are being found.
  var arranging = Arranging()
  /// How many of them are marked.
  private(set) var shownMarkCount = 0
  var rowsCursor = ListCursor()
  /// Whether the cursor stands where somebody put it; before that it stays at the top while rows arrive.
  var isCursorPlaced = false

  /// The stack whose rows are shown, or `nil` for all.
  var stack: String? {
    get { view.stack }
    set { view.stack = newValue }
  }

  var filter: RowFilter {
    get { view.filter }
    set { view.filter = newValue }
  }

  var sort: RowSort {
    get { view.sort }
    set { view.sort = newValue }
  }

  /// The rows that are shown, in order.
  var shown: [AssociationID] { arranged.shown }

  /// All rows, in order, as of the last time that they were put in order.
  var order: RowOrder { arranged.order }

  /// Whether other rows are shown than the stack and the filter ask for, which are still being looked for.
  var isLooking: Bool { arranged.view != view }

  /// The row under the cursor.
  var current: AssociationID? { shown.indices.contains(rowsCursor.index) ? shown[rowsCursor.index] : nil }

  /// How many marked rows are not shown.
  var hiddenMarkCount: Int { marks.count - shownMarkCount }

  /// The marked rows that are shown, and those that are not.
  var dividedMarks: (shown: BitSet, hidden: BitSet) {
    (marks.rows.intersection(arranged.set), marks.rows.subtracting(arranged.set))
  }

  /// Takes in the rows to show.
  mutating func take(_ rows: ArrangedRows) {
    let earlier = arranged
    arranged = rows
    // Columns that move while rows arrive cannot be read, so they only grow as long as the view is the same.
    if rows.view == earlier.view { arranged.longest.widen(by: earlier.longest) }
    countShownMarks()
  }

  /// Marks `row`, or takes its mark off.
  mutating func toggleMark(of row: AssociationID, in table: AssociationTable) {
    marks.toggle(row, in: table)
    if arranged.set.contains(row.index) { shownMarkCount += marks.contains(row) ? 1 : -1 }
  }

  /// Forgets the marks of rows that are no more.
  ///
  /// It costs what those rows do, whatever else is marked: a run does it with every record.
  ///
  /// - Returns: How many of them were marked.
  mutating func forgetMarks(of rows: [AssociationID], in table: AssociationTable) -> Int {
    shownMarkCount -= rows.count { marks.contains($0) && arranged.set.contains($0.index) }
    return marks.forget(rows, in: table)
  }

  /// Counts the marks among the rows that are shown; needed after a change of marks or of the rows.
  mutating func countShownMarks() {
    shownMarkCount = marks.isEmpty ? 0 : marks.rows.intersection(arranged.set).count
  }
}

/// The two parts of the list.
enum Pane: Sendable, Equatable {
  case stacks, rows
}
