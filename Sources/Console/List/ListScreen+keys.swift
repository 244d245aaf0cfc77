import AppStream
import PlainText
import Screen

/// The list of rows with its stacks, whose state the console keeps: marks, results and rows are everybody's.
struct ListScreen: Sendable, Equatable {}

extension ListScreen: StackedScreen {
  static var kind: ScreenKind { .list }
  static var title: String { "The list" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { keys.list.help }
  static var layer: ScreenLayer { .list }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    if case .paste(let text) = press.key, PastedText(text) == .lines { return console.offerPeople(from: text) }
    guard let action = console.keys.list.action(for: press.key) else { return console.refuse(press.key) }
    switch action {
    case .move(let movement): return move(movement, in: &console)
    case .otherPane: console.panes.focus = console.panes.focus == .rows ? .stacks : .rows
    case .stacksPane: console.panes.focus = .stacks
    case .rowsPane: console.panes.focus = .rows
    case .open: open(&console)
    case .rows(.mark) where console.panes.focus == .stacks: console.markStack()
    case .rows(let action): console.take(action, in: .list)
    case .people: console.togglePeople()
    case .listedPeople: console.askForPeople()
    case .plan: return console.openPlan()
    case .runs: return console.openRuns()
    case .export: console.askForExport()
    case .copy:
      return console.copy(
        copyText(console),
        orSay: "There is no row to copy; \(console.keys.list.name(of: .rowsPane)) goes to the rows."
      )
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
    console.list.cursor.fit(count: console.list.count, height: height)
    console.panes.stacksCursor.fit(count: console.estate.stacks.count + 1, height: height)
  }

  func output(_ console: inout ConsoleState) -> OutputFile? {
    guard console.areRowsFound() else { return nil }
    guard console.list.count > 0 else {
      console.message = .warning("Nothing is shown, so there is nothing to export.")
      return nil
    }
    return .rows(ShownRows(console.list, console.source(of: .list)))
  }

  private func move(_ movement: Movement, in console: inout ConsoleState) -> [Effect] {
    switch console.panes.focus {
    case .rows:
      console.move(movement, in: .list)
      return []
    case .stacks:
      let (times, height) = (console.times, console.geometry.height)
      let count = console.estate.stacks.count + 1
      console.panes.stacksCursor.move(movement, times: times, count: count, height: height)
      return console.showStackUnderCursor()
    }
  }

  private func open(_ console: inout ConsoleState) {
    guard console.panes.focus == .rows else {
      console.panes.focus = .rows
      return
    }
    if let person = console.list.currentPerson {
      console.openDetails(ofPerson: person)
    } else if let row = console.currentRow {
      console.openDetails(of: row)
    } else {
      console.message = .warning("There is no row to open.")
    }
  }

  /// What is copied of the row under the cursor, or of the stack.
  private func copyText(_ console: ConsoleState) -> Line? {
    let table = console.estate.table
    switch (console.panes.focus, console.list.key(at: console.list.cursor.index)) {
    case (.stacks, _): return console.list.stack.map { Line($0) }
    case (.rows, .row(let row)?): return Line(copying: table[row], console.results[row, table])
    case (.rows, .person(let person)?): return "\(table.userNames[person])\t\(console.stacksText(of: person))"
    case (.rows, nil): return nil
    }
  }

  private func goBack(in console: inout ConsoleState) {
    if console.list.range != nil {
      console.list.range = nil
      console.message = .done("The range was given up; nothing was marked.")
    } else if !console.list.filter.isEmpty {
      console.list.filter = RowFilter("")
      console.showRows()
    } else if console.list.view.isByPerson {
      console.togglePeople()
    } else if console.panes.focus == .rows {
      console.panes.focus = .stacks
    } else {
      console.message = .warning("This is the first screen; \(console.keys.list.name(of: .leave)) leaves the program.")
    }
  }
}

extension ConsoleState {
  /// Shows the rows of the stack under the cursor, of which the first is all of them.
  mutating func showStackUnderCursor() -> [Effect] {
    let index = panes.stacksCursor.index
    return showStack(index == 0 ? nil : estate.stacks[index - 1].name)
  }

  /// Shows the rows of one stack, or of all, from the first on.
  mutating func showStack(_ stack: String?) -> [Effect] {
    guard stack != list.stack || list.view.isByPerson else { return [] }
    list.stack = stack
    list.view.isByPerson = false
    list.range = nil
    list.isCursorPlaced = false
    showRows()
    return readNext()
  }

  mutating func leave() -> [Effect] {
    if list.marks.isEmpty || isLeaveAsked { return leaveOnceClosed() }
    isLeaveAsked = true
    let marked = list.marks.count.of("row is", plural: "rows are")
    message = .warning("\(marked) marked, and marks are not kept: \(keys.list.name(of: .leave)) again leaves.")
    return []
  }
}
