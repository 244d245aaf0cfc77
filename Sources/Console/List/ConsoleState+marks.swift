import AppStream
import PlainText

extension ConsoleState {
  mutating func mark() {
    switch list.pane {
    case .rows: markRow()
    case .stacks: markStack()
    }
  }

  private mutating func markRow() {
    guard let row = list.currentRow else {
      message = .warning("There is no row to mark.")
      return
    }
    list.shownMarkCount += list.marks.contains(row) ? -1 : 1
    list.marks.toggle(row)
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
      let what = list.stack.map { "\($0.visible) is not" } ?? "Not every stack is"
      message = .warning("\(what) fully read, so Space cannot mark it as a whole; a marks the rows shown.")
      return
    }
    let rows = stacks.flatMap { list.table.rows(of: $0).map(\.identity) }
    let isMarked = stacks.reduce(0) { $0 + list.marks.count(on: $1) } == rows.count
    guard !rows.isEmpty else {
      message = .warning("No user is associated with \(list.stack.map { $0.visible } ?? "any stack").")
      return
    }
    if isMarked {
      list.marks.change(removing: rows)
    } else {
      list.marks.change(adding: rows)
    }
    list.countShownMarks()
    message = .done(isMarked ? "\(rows.count.of("row")) unmarked." : "\(rows.count.of("row")) marked.")
  }

  mutating func markAll() {
    guard !list.shown.isEmpty else {
      message = .warning("No row is shown that could be marked.")
      return
    }
    let before = list.marks.count
    list.marks.change(adding: list.shown.map { list.table[$0].identity })
    list.shownMarkCount = list.shown.count
    let added = list.marks.count - before
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
    let rows = list.shown.map { list.table[$0].identity }
    let marked = rows.filter { list.marks.contains($0) }
    guard !rows.isEmpty else {
      message = .warning("No row is shown that could be marked.")
      return
    }
    list.marks.change(adding: Set(rows).subtracting(marked), removing: marked)
    list.countShownMarks()
    message = .done("\((rows.count - marked.count).of("row")) marked, \(marked.count) unmarked.")
  }

  mutating func undoMarks() {
    guard let change = list.marks.undo() else {
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
    list.marks.clear()
    list.shownMarkCount = 0
    message = .done("\(count.of("mark")) cleared; u takes that back.")
  }
}
