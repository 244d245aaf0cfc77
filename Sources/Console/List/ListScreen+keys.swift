import AppStream
import PlainText
import Screen

/// The list of rows with its stacks, whose state the console keeps: marks, results and rows are everybody's.
struct ListScreen: Sendable, Equatable {}

extension ListScreen: StackedScreen {
  static var kind: ScreenKind { .list }
  static var title: String { "The list" }
  static var keyHelp: [KeyHelp] { listKeys.help }
  static var layer: ScreenLayer { .list }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    guard let action = listKeys.action(for: press.key) else { return console.refuse(press.key) }
    switch action {
    case .move(let movement): return move(movement, in: &console)
    case .otherPane: console.list.pane = console.list.pane == .rows ? .stacks : .rows
    case .stacksPane: console.list.pane = .stacks
    case .rowsPane: console.list.pane = .rows
    case .open: open(&console)
    case .mark: console.mark()
    case .markAll: console.markAll()
    case .invertMarks: console.invertMarks()
    case .undoMarks: console.undoMarks()
    case .clearMarks: console.clearMarks()
    case .filter: console.openFilterPrompt()
    case .sort: console.sort(by: console.list.sort.next(of: console.listColumns))
    case .reverseSort: console.reverseSort()
    case .nextProblem: goToProblem(forward: true, in: &console)
    case .previousProblem: goToProblem(forward: false, in: &console)
    case .plan: return console.openPlan()
    case .runs: return console.openRuns()
    case .export: console.askForExport()
    case .readAgain: return console.readAgain()
    case .stopRun: console.message = .warning("No run is in progress.")
    case .command: console.openCommandPrompt()
    case .help: console.openHelp()
    case .back: goBack(in: &console)
    case .leave: return console.leave()
    }
    return []
  }

  func fit(_ console: inout ConsoleState) {
    let height = console.geometry.height
    console.list.rowsCursor.fit(count: console.list.shown.count, height: height)
    console.list.stacksCursor.fit(count: console.estate.stacks.count + 1, height: height)
  }

  func output(_ console: inout ConsoleState) -> OutputFile? {
    guard console.isShownFound else { return nil }
    guard !console.list.shown.isEmpty else {
      console.message = .warning("No row is shown, so there is nothing to export.")
      return nil
    }
    return .rows(ShownRows(console.list, console.estate))
  }

  private func move(_ movement: Movement, in console: inout ConsoleState) -> [Effect] {
    let (times, height) = (console.times, console.geometry.height)
    switch console.list.pane {
    case .rows:
      console.list.rowsCursor.move(movement, times: times, count: console.list.shown.count, height: height)
      console.list.isCursorPlaced = true
      return []
    case .stacks:
      let count = console.estate.stacks.count + 1
      console.list.stacksCursor.move(movement, times: times, count: count, height: height)
      let index = console.list.stacksCursor.index
      return console.showStack(index == 0 ? nil : console.estate.stacks[index - 1].name)
    }
  }

  private func open(_ console: inout ConsoleState) {
    guard console.list.pane == .rows else {
      console.list.pane = .rows
      return
    }
    guard let row = console.currentRow else {
      console.message = .warning("There is no row to open.")
      return
    }
    console.openDetails(of: row)
  }

  private func goBack(in console: inout ConsoleState) {
    if !console.list.filter.isEmpty {
      console.list.filter = RowFilter("")
      console.showRows()
    } else if console.list.pane == .rows {
      console.list.pane = .stacks
    } else {
      console.message = .warning("This is the first screen; q leaves the program.")
    }
  }

  private func goToProblem(forward: Bool, in console: inout ConsoleState) {
    let (list, table) = (console.list, console.estate.table)
    let count = list.results.isEmpty ? 0 : list.shown.count
    let found = list.rowsCursor.next(forward: forward, count: count) { index in
      list.results[list.shown[index], table]?.isProblem ?? false
    }
    guard let found else {
      console.message = .warning("No other row that is shown failed, was stopped or is unknown.")
      return
    }
    console.list.pane = .rows
    console.list.isCursorPlaced = true
    let height = console.geometry.height
    console.list.rowsCursor.go(to: found, count: list.shown.count, height: height)
  }
}

extension ConsoleState {
  /// Shows the rows of one stack, or of all, from the first on.
  mutating func showStack(_ stack: String?) -> [Effect] {
    guard stack != list.stack else { return [] }
    list.stack = stack
    list.isCursorPlaced = false
    showRows()
    return readNext()
  }

  mutating func leave() -> [Effect] {
    if list.marks.isEmpty || isLeaveAsked { return leaveOnceClosed() }
    isLeaveAsked = true
    let marked = list.marks.count == 1 ? "1 row is" : "\(list.marks.count) rows are"
    message = .warning("\(marked) marked, and marks are not kept: q again leaves.")
    return []
  }
}
