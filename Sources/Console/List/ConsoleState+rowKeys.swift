import AppStream
import BitCollections
import PlainText
import Screen

/// The keys that every list of rows has.
extension ConsoleState {
  /// Does with the rows of `place` what a key asks for.
  mutating func take(_ action: RowsAction, in place: RowPlace) {
    switch action {
    case .mark: mark(in: place)
    case .range: takeRange(in: place)
    case .markAll: markAll(in: place)
    case .invertMarks: invertMarks(in: place)
    case .undoMarks: undoMarks(in: place)
    case .clearMarks: clearMarks(in: place)
    case .filter: openFilterPrompt(in: .rows(place))
    case .sort: sortByNext(in: place)
    case .reverseSort: reverseSort(in: place)
    case .nextProblem: goToProblem(forward: true, in: place)
    case .previousProblem: goToProblem(forward: false, in: place)
    case .problems: toggleProblems(in: place)
    }
  }

  /// Moves the cursor through the rows of `place`.
  mutating func move(_ movement: Movement, in place: RowPlace) {
    let (times, height) = (times, height(of: place))
    self[rows: place].move(movement, times: times, height: height)
  }

  /// Marks the line under the cursor, or takes its marks off, and goes down; where a range is open, marks that.
  mutating func mark(in place: RowPlace) {
    guard areRowsFound(in: place), !closeRange(in: place) else { return }
    guard let key = self[rows: place].key(at: self[rows: place].cursor.index) else {
      message = .warning("There is no row to mark.")
      return
    }
    if let name = keptName(of: key, in: place) {
      message = .warning(keptSentence(name))
      return
    }
    switch key {
    case .row(let row):
      let table = source(of: place).estate.table
      self[rows: place].toggleMark(of: row, in: table)
    case .person(let person): guard toggleMarks(of: person, in: place) else { return }
    }
    self[rows: place].move(.down, height: height(of: place))
  }

  /// Marks all rows of a person, or takes their marks off when all have one.
  ///
  /// - Returns: Whether the person has any.
  private mutating func toggleMarks(of person: UInt32, in place: RowPlace) -> Bool {
    let source = source(of: place)
    let (estate, rows) = (source.estate, BitSet(source.rows(ofPerson: person).lazy.map(\.index)))
    guard !rows.isEmpty else {
      let name = estate.table.userNames[person]
      let known: Line = estate.isComplete ? "no stack" : "no stack that was read"
      message = .warning("\(name) is on \(known): there is no row to mark.")
      return false
    }
    let isMarked = rows.isSubset(of: self[rows: place].marks.rows)
    self[rows: place].changeMarks(adding: isMarked ? [] : rows, removing: isMarked ? rows : [], in: estate.table)
    return true
  }

  /// Opens a range at the cursor, or marks the one that is open.
  private mutating func takeRange(in place: RowPlace) {
    guard areRowsFound(in: place), !closeRange(in: place) else { return }
    if !self[rows: place].beginRange() { message = .warning("There is no row where a range could begin.") }
  }

  /// Marks all rows of the open range.
  ///
  /// - Returns: Whether one was open.
  mutating func closeRange(in place: RowPlace) -> Bool {
    guard let lines = self[rows: place].closeRange() else { return false }
    let source = source(of: place)
    // What is gone from the service, and not yet from the list, cannot be meant.
    let present = self[rows: place].rows(at: lines, in: source).intersection(source.estate.present)
    let (rows, kept) = markable(present, in: place)
    let added = self[rows: place].changeMarks(adding: rows, in: source.estate.table).added
    let marked = rows.count - added
    let already: Line = marked > 0 ? ", \(marked) were already" : ""
    message = .done("\(added.of("row")) marked\(already)\(Self.leftOutText(kept)).")
    return true
  }

  /// What the line under the rows says while a range is open.
  func rangeNote(in place: RowPlace) -> Message? {
    let rows = self[rows: place]
    guard let lines = rows.openRange else { return nil }
    let what = lines.count.of(rows.view.isByPerson ? "person" : "row", plural: rows.view.isByPerson ? "people" : "rows")
    return Message(line: "Range of \(what): \(keys.rows.name(of: .range)) marks it, Esc gives it up.", style: .prompt)
  }

  /// Moves the cursor to the next row that somebody has to look at, or to the previous one.
  mutating func goToProblem(forward: Bool, in place: RowPlace) {
    let (rows, source) = (self[rows: place], source(of: place))
    let count = source.results.isEmpty ? 0 : rows.count
    let found = rows.cursor.next(forward: forward, count: count) { index in
      guard let key = rows.key(at: index) else { return false }
      return source.rows(of: key).contains {
        source.results[$0, source.estate.table]?.isProblem == true
      }
    }
    guard let found else {
      message = .warning("No other row that is shown failed, was stopped or is unknown.")
      return
    }
    if place == .list { panes.focus = .rows }
    self[rows: place].go(to: found, height: height(of: place))
  }

  /// Shows only the rows that somebody has to look at, or all again.
  private mutating func toggleProblems(in place: RowPlace) {
    guard self[rows: place].filter.text != RowFilter.problems else {
      setFilter("", in: place)
      message = .done("All rows are shown.")
      return
    }
    guard source(of: place).results.hasProblems else {
      message = .warning("No row failed, was stopped or is unknown.")
      return
    }
    if place == .list { panes.focus = .rows }
    setFilter(RowFilter.problems, in: place)
  }

  /// Sorts by the next column.
  private mutating func sortByNext(in place: RowPlace) {
    let rows = self[rows: place]
    guard !rows.view.isByPerson else { return sortPeople(by: rows.view.peopleSort.next(of: PersonColumn.sorted)) }
    sort(by: rows.sort.next(of: columns(of: place)), in: place)
  }
}

extension RowFilter {
  /// What lets only those rows through that somebody has to look at.
  static var problems: String { "result:failed|stopped|unknown" }
}

extension RowList {
  /// Moves the cursor so many times.
  mutating func move(_ movement: Movement, times: Int = 1, height: Int) {
    cursor.move(movement, times: times, count: count, height: height)
    isCursorPlaced = true
  }

  /// Puts the cursor on a line.
  mutating func go(to index: Int, height: Int) {
    cursor.go(to: index, count: count, height: height)
    isCursorPlaced = true
  }

  /// Changes marks of rows, as one change that can be taken back.
  ///
  /// - Returns: How many marks were added and how many taken off.
  @discardableResult
  mutating func changeMarks(
    adding: BitSet = [],
    removing: BitSet = [],
    in table: AssociationTable
  ) -> (added: Int, removed: Int) {
    let change = marks.change(adding: adding, removing: removing, in: table)
    countShownMarks(in: table)
    return change
  }
}
