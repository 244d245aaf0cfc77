import PlainText
import Runs
import Screen

/// The keys of a run, in progress or over.
extension RunState: StackedScreen {
  static var kind: ScreenKind { .run }
  static var title: String { "The run" }
  static var keyHelp: [KeyHelp] { runKeys.help }
  static var layer: ScreenLayer { .run }

  var isInterruptedFirst: Bool { isLive }

  /// In a run that is in progress every key has to work at once.
  func digits(in console: ConsoleState) -> DigitUse { isLive ? .count : .countOrStrayText }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    guard let action = runKeys.action(for: press.key) else { return console.refuse(press.key) }
    switch action {
    case .move(let movement):
      let (times, height) = (console.times, console.runGeometry.height)
      console.run?.cursor.move(movement, times: times, count: machine.entries.count, height: height)
    case .mark: mark(in: &console)
    case .nextProblem: goToProblem(forward: true, in: &console)
    case .previousProblem: goToProblem(forward: false, in: &console)
    case .open:
      let entry = machine.entries[cursor.index]
      let isHere = console.foreignness(of: machine.plan) == nil
      console.openDetails(of: entry.association, RowResult(entry), isHere: isHere)
    case .goOn, .undo, .receipt, .readAgain: return follow(action, in: &console)
    case .stop: return console.stopRun()
    case .pause: return pause(in: &console)
    case .command:
      guard !isLive else { return console.sayHowToStop() }
      console.openCommandPrompt()
    case .help: console.openHelp()
    case .back: return goBack(in: &console)
    }
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    isLive ? console.stopRun() : goBack(in: &console)
  }

  func fit(_ console: inout ConsoleState) {
    let height = console.runGeometry.height
    console.run?.cursor.fit(count: machine.entries.count, height: height)
  }

  func output(_ console: inout ConsoleState) -> OutputFile? { id.map { .receipt($0) } }

  /// Moves the cursor to the next row that somebody has to look at, or to the previous one.
  func goToProblem(forward: Bool, in console: inout ConsoleState) {
    let entries = machine.entries
    let found = cursor.next(forward: forward, count: entries.count) { entries[$0].outcome?.isDone == false }
    guard let found else {
      console.message = .warning("No other row failed, was stopped or is unknown.")
      return
    }
    let height = console.runGeometry.height
    console.run?.cursor.go(to: found, count: entries.count, height: height)
  }

  /// Pauses the run, or lets it go on.
  private func pause(in console: inout ConsoleState) -> [Effect] {
    guard isLive, !isStopping else {
      console.message = .warning(isLive ? "The run is stopping." : "The run is over.")
      return []
    }
    console.run?.isPauseAsked.toggle()
    console.fitToScreen()
    guard isPauseAsked else { return [.run(.pause)] }
    console.message = .done("Going on; after a minute or more, what is left is checked first.")
    return [.run(.goOn)]
  }

  /// What a key asks for after the run.
  private func follow(_ action: RunAction, in console: inout ConsoleState) -> [Effect] {
    if action == .readAgain, isLive, isWaitingForCredentials {
      console.message = .done("Asking for credentials that are accepted.")
      return console.renewCredentials()
    }
    guard !isLive, let id else { return console.sayHowToStop() }
    switch action {
    case .goOn: return console.request(.goOn, id, of: machine.plan)
    case .undo: return console.request(.undo(chosen), id, of: machine.plan)
    case .receipt: console.prompt = .path(PathPrompt(.receipt(id)))
    case .readAgain:
      let isHere = console.foreignness(of: machine.plan) == nil
      console.reads.append(isHere ? machine.plan.stackNames : [])
      // Another process may have tried it again meanwhile, which only the other journals tell.
      return console.request(.refresh, id, of: machine.plan) + console.listRuns() + console.askAgainWhoseCredentials()
        + console.readNext()
    case .move, .mark, .nextProblem, .previousProblem, .open, .stop, .pause, .command, .help, .back: break
    }
    return []
  }

  private func goBack(in console: inout ConsoleState) -> [Effect] {
    guard !isLive else { return console.sayHowToStop() }
    console.run = nil
    console.runRequest = nil
    console.list.countShownMarks()
    return console.areRunsOpen ? console.listRuns() : []
  }
}
