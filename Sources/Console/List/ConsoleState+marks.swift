import AppStream
import BitCollections
import PlainText

/// Marks of many rows at once.
extension ConsoleState {
  /// Marks all rows of the stack under the cursor, or takes their marks off when all have one.
  ///
  /// Never of a part of a stack: whoever marks a stack means everybody on it.
  mutating func markStack() {
    let stacks = list.stack.map { [$0] } ?? estate.stacks.map(\.name)
    let notRead = stacks.filter { estate.readings[$0]?.isComplete != true }
    guard notRead.isEmpty, estate.stackList.isComplete else {
      let what = list.stack.map { "\($0) is not" } ?? "Not every stack is"
      let (mark, markAll) = (keys.rows.name(of: .mark), keys.rows.name(of: .markAll))
      message = .warning("\(what) fully read, so \(mark) cannot mark it as a whole; \(markAll) marks the rows shown.")
      return
    }
    let all = list.stack.map { BitSet(estate.ids(of: $0).lazy.map(\.index)) } ?? estate.present
    let (rows, kept) = markable(all)
    guard !rows.isEmpty || kept == 0 else {
      message = .warning("Everybody on \(list.stack.map { $0 } ?? "the stacks") is kept; :keep ends that.")
      return
    }
    guard !rows.isEmpty else {
      message = .warning("No user is associated with \(list.stack.map { $0 } ?? "any stack").")
      return
    }
    let isMarked = rows.isSubset(of: list.marks.rows)
    list.changeMarks(adding: isMarked ? [] : rows, removing: isMarked ? rows : [], in: estate.table)
    let verb = isMarked ? "unmarked" : "marked"
    message = .done("\(rows.count.of("row")) \(verb)\(Self.leftOutText(kept)).")
  }

  mutating func markAll(in place: RowPlace) {
    guard areRowsFound(in: place), areRowsShown(in: place) else { return }
    let (shown, kept) = markable(shownAndThere(in: place), in: place)
    let (table, leftOut) = (source(of: place).estate.table, Self.leftOutText(kept))
    let added = self[rows: place].changeMarks(adding: shown, in: table).added
    if place == .list, !isViewRead {
      message = .warning("\(added.of("row")) marked of those read so far\(leftOut); not everything is read yet.")
    } else if added == 0 {
      message = .warning("All rows that are shown are marked already\(leftOut).")
    } else {
      message = .done("\(added.of("row")) marked\(leftOut).")
    }
  }

  mutating func invertMarks(in place: RowPlace) {
    guard areRowsFound(in: place), areRowsShown(in: place) else { return }
    let (shown, kept) = markable(shownAndThere(in: place), in: place)
    let table = source(of: place).estate.table
    let marked = shown.intersection(self[rows: place].marks.rows)
    let change = self[rows: place].changeMarks(adding: shown.subtracting(marked), removing: marked, in: table)
    message = .done("\(change.added.of("row")) marked, \(change.removed) unmarked\(Self.leftOutText(kept)).")
  }

  mutating func undoMarks(in place: RowPlace) {
    let table = source(of: place).estate.table
    guard let change = self[rows: place].marks.undo(in: table) else {
      message = .warning(
        self[rows: place].marks.isHistoryCut
          ? "No earlier change of marks is kept." : "There is no change of marks to take back."
      )
      return
    }
    self[rows: place].countShownMarks(in: table)
    switch change {
    case (let marked, 0): message = .done("Taken back: \(marked.of("row")) marked again.")
    case (0, let unmarked): message = .done("Taken back: \(unmarked.of("row")) unmarked.")
    case (let marked, let unmarked):
      message = .done("Taken back: \(marked.of("row")) marked again, \(unmarked) unmarked.")
    }
  }

  mutating func clearMarks(in place: RowPlace) {
    guard !self[rows: place].marks.isEmpty else {
      message = .warning("No row is marked.")
      return
    }
    let (count, table) = (self[rows: place].marks.count, source(of: place).estate.table)
    self[rows: place].marks.clear(in: table)
    self[rows: place].countShownMarks(in: table)
    message = .done("\(count.of("mark")) cleared; \(keys.rows.name(of: .undoMarks)) takes that back.")
  }

  /// Whether the rows that are shown are those that were asked for; says so where they are still being looked for, and
  /// others than meant would be marked or sent.
  mutating func areRowsFound(in place: RowPlace = .list) -> Bool {
    guard isLooking(in: place) else { return true }
    message = .warning("The rows to show are still being looked for: try again in a moment.")
    return false
  }

  /// Whether any row is shown that could be marked; says so where none is.
  private mutating func areRowsShown(in place: RowPlace) -> Bool {
    guard self[rows: place].shown.isEmpty else { return true }
    message = .warning("No row is shown that could be marked.")
    return false
  }

  /// Whether everything has been read of what the list shows.
  private var isViewRead: Bool {
    let stacks = list.stack.map { [$0] } ?? estate.stacks.map(\.name)
    return estate.stackList.isComplete && stacks.allSatisfy { estate.readings[$0]?.isComplete == true }
  }

  /// The rows that are shown, but for those that are gone from the service and not yet from the list.
  private func shownAndThere(in place: RowPlace) -> BitSet {
    self[rows: place].arranged.set.intersection(source(of: place).estate.present)
  }
}
