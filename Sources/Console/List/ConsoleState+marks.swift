import AppStream
import BitCollections
import PlainText

extension ConsoleState {
  mutating func mark() {
    switch list.pane {
    case .rows: markRow()
    case .stacks: markStack()
    }
  }

  private mutating func markRow() {
    guard isShownFound else { return }
    guard let row = list.current else {
      message = .warning("There is no row to mark.")
      return
    }
    list.toggleMark(of: row, in: estate.table)
    list.isCursorPlaced = true
    list.rowsCursor.move(.down, count: list.shown.count, height: geometry.height)
  }

  /// Marks all rows of the stack under the cursor, or takes their marks off when all have one.
  ///
  /// Never of a part of a stack: whoever marks a stack means everybody on it.
  private mutating func markStack() {
    let stacks = list.stack.map { [$0] } ?? estate.stacks.map(\.name)
    let notRead = stacks.filter { estate.readings[$0]?.isComplete != true }
    guard notRead.isEmpty, estate.stackList.isComplete else {
      let what = list.stack.map { "\($0) is not" } ?? "Not every stack is"
      message = .warning("\(what) fully read, so Space cannot mark it as a whole; a marks the rows shown.")
      return
    }
    let rows = list.stack.map { BitSet(estate.ids(of: $0).lazy.map(\.index)) } ?? estate.present
    guard !rows.isEmpty else {
      message = .warning("No user is associated with \(list.stack.map { $0 } ?? "any stack").")
      return
    }
    let isMarked = rows.isSubset(of: list.marks.rows)
    if isMarked {
      list.marks.change(removing: rows, in: estate.table)
    } else {
      list.marks.change(adding: rows, in: estate.table)
    }
    list.countShownMarks()
    message = .done(isMarked ? "\(rows.count.of("row")) unmarked." : "\(rows.count.of("row")) marked.")
  }

  mutating func markAll() {
    guard isShownFound else { return }
    guard !list.shown.isEmpty else {
      message = .warning("No row is shown that could be marked.")
      return
    }
    let added = list.marks.change(adding: shownAndThere, in: estate.table).added
    list.countShownMarks()
    let stacks = list.stack.map { [$0] } ?? estate.stacks.map(\.name)
    let isWhole = estate.stackList.isComplete && stacks.allSatisfy { estate.readings[$0]?.isComplete == true }
    if !isWhole {
      message = .warning("\(added.of("row")) marked of those read so far; not everything is read yet.")
    } else if added == 0 {
      message = .warning("All rows that are shown are marked already.")
    } else {
      message = .done("\(added.of("row")) marked.")
    }
  }

  mutating func invertMarks() {
    guard isShownFound else { return }
    guard !list.shown.isEmpty else {
      message = .warning("No row is shown that could be marked.")
      return
    }
    let shown = shownAndThere
    let marked = shown.intersection(list.marks.rows)
    let change = list.marks.change(adding: shown.subtracting(marked), removing: marked, in: estate.table)
    list.countShownMarks()
    message = .done("\(change.added.of("row")) marked, \(change.removed) unmarked.")
  }

  /// The rows that are shown, but for those that are gone from the service and not yet from the list.
  private var shownAndThere: BitSet { list.arranged.set.intersection(estate.present) }

  /// Whether the rows that are shown are those that were asked for; says so where they are still being looked for, and
  /// others than meant would be marked or sent.
  var isShownFound: Bool {
    mutating get {
      guard isLooking else { return true }
      message = .warning("The rows to show are still being looked for: try again in a moment.")
      return false
    }
  }

  mutating func undoMarks() {
    guard let change = list.marks.undo(in: estate.table) else {
      message = .warning(
        list.marks.isHistoryCut
          ? "No earlier change of marks is kept." : "There is no change of marks to take back."
      )
      return
    }
    list.countShownMarks()
    switch change {
    case (let marked, 0): message = .done("Taken back: \(marked.of("row")) marked again.")
    case (0, let unmarked): message = .done("Taken back: \(unmarked.of("row")) unmarked.")
    case (let marked, let unmarked):
      message = .done("Taken back: \(marked.of("row")) marked again, \(unmarked) unmarked.")
    }
  }

  mutating func clearMarks() {
    guard !list.marks.isEmpty else {
      message = .warning("No row is marked.")
      return
    }
    let count = list.marks.count
    list.marks.clear(in: estate.table)
    list.countShownMarks()
    message = .done("\(count.of("mark")) cleared; u takes that back.")
  }
}
