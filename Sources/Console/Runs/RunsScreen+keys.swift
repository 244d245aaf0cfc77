import PlainText
import Runs
import Screen

/// The list of runs, whose rows and cursor the console keeps while it is closed.
struct RunsScreen: Sendable, Equatable {}

extension RunsScreen: StackedScreen {
  static var kind: ScreenKind { .runs }
  static var title: String { "The runs" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { keys.runs.help }
  static var layer: ScreenLayer { .page }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    guard let action = console.keys.runs.action(for: press.key) else { return console.refuse(press.key) }
    switch action {
    case .move(let movement):
      let (times, height) = (console.times, console.runsGeometry.height)
      console.runs.cursor.move(movement, times: times, count: console.runs.shown.count, height: height)
    case .rows(let action): take(action, in: &console)
    case .open: return ask(.open, in: &console)
    case .copy:
      let text = console.runs.current.map { RunLine($0, console).copyText }
      return console.copy(text, orSay: "There is no run here.")
    case .goOn: return ask(.goOn([]), in: &console)
    case .undo: return ask(.undo([]), in: &console)
    case .receipt:
      guard let file = output(&console) else { return [] }
      console.askForPath(of: file)
    case .readAgain:
      if console.runs.listing == .reading { console.message = .warning("The runs are being read already.") }
      return console.listRuns()
    case .stopRun: console.message = .warning("No run is in progress here.")
    case .command: console.openCommandPrompt()
    case .help: console.openHelp()
    case .back:
      guard console.runs.filter.isEmpty else {
        console.setFilter("", of: .runs)
        break
      }
      console.areRunsOpen = false
      console.runRequest = nil
    }
    return []
  }

  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    let (geometry, count) = (console.runsGeometry, console.runs.shown.count)
    if console.runs.cursor.take(event, top: geometry.firstRow, count: count, height: geometry.height) {
      console.message = nil
    }
    return []
  }

  /// Does with the runs what a key asks for that every list has.
  private func take(_ action: RowsAction, in console: inout ConsoleState) {
    let sort = console.runs.sort
    switch action {
    case .filter: console.openFilterPrompt(in: .runs)
    case .sort: console.sortRuns(by: sort.next(of: RunColumn.sorted))
    case .reverseSort: console.sortRuns(by: sort.reversed)
    case .mark, .range, .markAll, .invertMarks, .undoMarks, .clearMarks, .nextProblem, .previousProblem, .problems:
      break
    }
  }

  func fit(_ console: inout ConsoleState) {
    let height = console.runsGeometry.height
    console.runs.cursor.fit(count: console.runs.shown.count, height: height)
  }

  func output(_ console: inout ConsoleState) -> OutputFile? {
    readableRun(in: &console).map { .receipt($0.id) }
  }

  /// The run under the cursor, or `nil` with the reason in the message line.
  private func readableRun(in console: inout ConsoleState) -> ListedRun? {
    guard let run = console.runs.current else {
      console.message = .warning("There is no run here.")
      return nil
    }
    guard let problem = run.problem else { return run }
    console.message = .warning("\(problem)")
    return nil
  }

  private func ask(_ purpose: RunRequest.Purpose, in console: inout ConsoleState) -> [Effect] {
    guard let run = readableRun(in: &console) else { return [] }
    return console.request(purpose, run.id, of: run.readContents?.plan)
  }
}
