import AppStream
import PlainText
import Runs
import Screen

/// The keys of a run, in progress or over.
extension RunState: StackedScreen {
  static var kind: ScreenKind { .run }
  static var title: String { "The run" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { keys.run.help }
  static var layer: ScreenLayer { .run }

  var isInterruptedFirst: Bool { isLive }

  /// In a run that is in progress every key has to work at once.
  func digits(in console: ConsoleState) -> DigitUse { isLive ? .count : .countOrStrayText }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    guard let action = console.keys.run.action(for: press.key) else { return console.refuse(press.key) }
    switch action {
    case .move(let movement): console.move(movement, in: .run)
    case .rows(let action): console.take(action, in: .run)
    case .open:
      guard let entry = rows.current.map({ machine.entries[$0.index] }) else {
        console.message = .warning("There is no row to open.")
        return []
      }
      let isHere = console.foreignness(of: machine.plan) == nil
      console.openDetails(of: entry.association, RowResult(entry), isHere: isHere)
    case .copy:
      let entry = rows.current.map { machine.entries[$0.index] }
      let text = entry.map { Line(copying: $0.association, RowResult($0)) }
      return console.copy(text, orSay: "There is no row to copy.")
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

  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    console.take(event, over: .run, top: console.runGeometry.firstRow)
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    isLive ? console.stopRun() : goBack(in: &console)
  }

  func fit(_ console: inout ConsoleState) {
    let height = console.runGeometry.height
    console.run?.rows.cursor.fit(count: rows.count, height: height)
  }

  /// The rows that are marked.
  var marked: Set<Association> { Set(rows.marks.rows.associations(in: estate.table)) }

  func output(_ console: inout ConsoleState) -> OutputFile? { id.map { .receipt($0) } }

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
    case .goOn: return console.request(.goOn(marked), id, of: machine.plan)
    case .undo: return console.request(.undo(marked), id, of: machine.plan)
    case .receipt: console.askForPath(of: .receipt(id))
    case .readAgain:
      let isHere = console.foreignness(of: machine.plan) == nil
      console.reads.append(isHere ? machine.plan.stackNames : [])
      // Another process may have tried it again meanwhile, which only the other journals tell.
      return console.request(.refresh, id, of: machine.plan) + console.listRuns() + console.askAgainWhoseCredentials()
        + console.readNext()
    case .move, .rows, .open, .copy, .stop, .pause, .command, .help, .back: break
    }
    return []
  }

  private func goBack(in console: inout ConsoleState) -> [Effect] {
    guard rows.range == nil else {
      console.run?.rows.range = nil
      console.message = .done("The range was given up; nothing was marked.")
      return []
    }
    guard rows.filter.isEmpty else {
      console.setFilter("", in: .run)
      return []
    }
    guard !isLive else { return console.sayHowToStop() }
    console.run = nil
    console.runRequest = nil
    return console.areRunsOpen ? console.listRuns() : []
  }
}
