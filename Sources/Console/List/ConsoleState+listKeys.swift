import AppStream
import Screen

extension ConsoleState {
  mutating func takeInList(_ key: Key) -> [Effect] {
    guard let action = listKeys.action(for: key) else { return refuse(key) }
    switch action {
    case .move(let movement): return move(movement)
    case .otherPane: show(list.pane == .rows ? .stacks : .rows)
    case .stacksPane: show(.stacks)
    case .rowsPane: show(.rows)
    case .open: open()
    case .mark: mark()
    case .markAll: markAll()
    case .invertMarks: invertMarks()
    case .undoMarks: undoMarks()
    case .clearMarks: clearMarks()
    case .filter: openFilterPrompt()
    case .nextProblem: goToProblem(forward: true)
    case .previousProblem: goToProblem(forward: false)
    case .plan: return openPlan()
    case .runs: return openRuns()
    case .export: askForExport()
    case .readAgain: return readAgain()
    case .stopRun: message = .warning("No run is in progress.")
    case .command: openCommandPrompt()
    case .help: openHelp()
    case .back: goBack()
    case .leave: return leave()
    }
    return []
  }

  private mutating func move(_ movement: Movement) -> [Effect] {
    let height = geometry.height
    switch list.pane {
    case .rows:
      list.rowsCursor.move(movement, times: times, count: list.shown.count, height: height)
      list.isCursorPlaced = true
      return []
    case .stacks:
      list.stacksCursor.move(movement, times: times, count: estate.stacks.count + 1, height: height)
      let index = list.stacksCursor.index
      return showStack(index == 0 ? nil : estate.stacks[index - 1].name)
    }
  }

  /// Shows the rows of one stack, or of all, from the first on.
  mutating func showStack(_ stack: String?) -> [Effect] {
    guard stack != list.stack else { return [] }
    list.stack = stack
    list.isCursorPlaced = false
    showRows(keeping: nil)
    return readNext()
  }

  private mutating func show(_ pane: Pane) {
    list.pane = pane
  }

  private mutating func open() {
    guard list.pane == .rows else { return show(.rows) }
    guard let row = list.currentRow else {
      message = .warning("There is no row to open.")
      return
    }
    openDetails(of: row)
  }

  private mutating func goBack() {
    if !list.filter.isEmpty {
      let current = list.currentRow
      list.filter = RowFilter("")
      showRows(keeping: current)
    } else if list.pane == .rows {
      show(.stacks)
    } else {
      message = .warning("This is the first screen; q leaves the program.")
    }
  }

  mutating func leave() -> [Effect] {
    if list.marks.isEmpty || isLeaveAsked { return leaveOnceClosed() }
    isLeaveAsked = true
    let marked = list.marks.count == 1 ? "1 row is" : "\(list.marks.count) rows are"
    message = .warning("\(marked) marked, and marks are not kept: q again leaves.")
    return []
  }

  private mutating func goToProblem(forward: Bool) {
    let found = list.rowsCursor.next(forward: forward, count: list.results.isEmpty ? 0 : list.shown.count) { index in
      list.results[list.table[list.shown[index]].identity]?.isProblem ?? false
    }
    guard let found else {
      message = .warning("No other row that is shown failed, was stopped or is unknown.")
      return
    }
    list.pane = .rows
    list.isCursorPlaced = true
    list.rowsCursor.go(to: found, count: list.shown.count, height: geometry.height)
  }
}
