import AppStream
import BitCollections

/// Rows to choose from: which are shown, in which order, where the cursor stands, and what is marked.
struct RowList: Sendable, Equatable {
  var marks = Marks()
  /// The stack whose rows are shown, the filter and the order.
  var view = RowView()
  /// The rows that are shown, as they were found last.
  private(set) var arranged: ArrangedRows
  /// How the rows to show are being found.
  var arranging = Arranging()
  /// How many of them are marked.
  private(set) var shownMarkCount = 0
  /// How many people have a marked row.
  private(set) var markedPeopleCount = 0
  var cursor = ListCursor()
  /// Whether the cursor stands where somebody put it; before that it stays at the top while rows arrive.
  var isCursorPlaced = false
  /// The range that is open, if one is.
  var range: RowRange?
  /// The line on which the mouse was pressed and not let go yet.
  var linePressed: RowKey?

  /// Rows of which nothing has been found yet.
  init(place: RowPlace = .list, sort: RowSort = RowSort()) {
    arranged = ArrangedRows(place: place)
    view.sort = sort
  }

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

  /// The rows that are shown, in order; by person, all rows of the people that are shown.
  var shown: [AssociationID] { arranged.shown }

  /// How many lines there are: rows, or people.
  var count: Int { arranged.count }

  /// All rows, in order, as of the last time that they were put in order.
  var order: RowOrder { arranged.order }

  /// Whether other rows are shown than the stack and the filter ask for, which are still being looked for.
  var isLooking: Bool { arranged.view != view }

  /// The row under the cursor; `nil` by person.
  var current: AssociationID? {
    if case .row(let row) = key(at: cursor.index) { row } else { nil }
  }

  /// The number of the name of the person under the cursor; `nil` where the lines are rows.
  var currentPerson: UInt32? {
    if case .person(let person) = key(at: cursor.index) { person } else { nil }
  }

  /// What the line at `index` is about; `nil` where there is none.
  func key(at index: Int) -> RowKey? {
    if let people = arranged.people { return people.indices.contains(index) ? .person(people[index]) : nil }
    return shown.indices.contains(index) ? .row(shown[index]) : nil
  }

  /// Where the line about `key` stands; `nil` where it is not shown.
  func index(of key: RowKey) -> Int? {
    switch key {
    case .row(let row): arranged.people == nil && arranged.set.contains(row.index) ? shown.firstIndex(of: row) : nil
    case .person(let person): arranged.people?.firstIndex(of: person)
    }
  }

  /// The rows that lines stand for, as a set of their numbers.
  func rows(at lines: ClosedRange<Int>, in source: RowSource) -> BitSet {
    BitSet(lines.lazy.compactMap { key(at: $0) }.flatMap { source.rows(of: $0) }.map(\.index))
  }

  /// How many marked rows are not shown.
  var hiddenMarkCount: Int { marks.count - shownMarkCount }

  /// The marked rows that are shown, and those that are not.
  var dividedMarks: (shown: BitSet, hidden: BitSet) {
    (marks.rows.intersection(arranged.set), marks.rows.subtracting(arranged.set))
  }

  /// Takes in the rows to show.
  mutating func take(_ rows: ArrangedRows, in table: AssociationTable) {
    let earlier = arranged
    arranged = rows
    // Columns that move while rows arrive cannot be read, so they only grow as long as the view is the same.
    if rows.view == earlier.view { arranged.longest.widen(by: earlier.longest) }
    countShownMarks(in: table)
    followRange()
  }

  /// Takes in that a value of `column` is so wide.
  mutating func widen(_ column: RowColumn, _ width: Int) {
    arranged.longest.take(column, width)
  }

  /// Forgets the marks of rows that are no more.
  ///
  /// It costs what those rows do, whatever else is marked: a run does it with every record.
  ///
  /// - Returns: How many of them were marked.
  mutating func forgetMarks(of rows: [AssociationID], in table: AssociationTable) -> Int {
    shownMarkCount -= rows.count { marks.contains($0) && arranged.set.contains($0.index) }
    defer { countMarkedPeople(in: table) }
    return marks.forget(rows, in: table)
  }

  /// Counts the marks among the rows that are shown; needed after a change of marks or of the rows.
  mutating func countShownMarks(in table: AssociationTable) {
    shownMarkCount = marks.isEmpty ? 0 : marks.rows.intersection(arranged.set).count
    countMarkedPeople(in: table)
  }

  /// Counts the people with marks, which only a list of people shows.
  private mutating func countMarkedPeople(in table: AssociationTable) {
    guard arranged.people != nil else { return }
    markedPeopleCount = BitSet(marks.rows.lazy.map { Int(table.user(of: AssociationID(UInt32($0)))) }).count
  }

  /// Marks `row`, or takes its mark off.
  mutating func toggleMark(of row: AssociationID, in table: AssociationTable) {
    marks.toggle(row, in: table)
    if arranged.set.contains(row.index) { shownMarkCount += marks.contains(row) ? 1 : -1 }
  }
}
