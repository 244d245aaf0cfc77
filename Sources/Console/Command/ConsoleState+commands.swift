import AppStream
import PlainText
import Runs
import Screen

/// What commands do.
extension ConsoleState {
  /// Does what was typed, or says why not.
  mutating func perform(_ text: CommandText) -> [Effect] {
    guard let command = text.command else {
      message = text.name.isEmpty ? .done("Nothing was done.") : .warning(text.refusal)
      return []
    }
    guard command.argument != nil || text.argument.isEmpty else {
      message = .warning(":\(command.name) takes nothing after it.")
      return []
    }
    switch command.action {
    case .export: return export(to: text.argument)
    case .failed: showProblems()
    case .help: openHelp()
    case .keep: return goToList() ? keepPeople(from: text.argument) : []
    case .mark: return goToList() ? markPeople(from: text.argument) : []
    case .profile: return goOver(toProfile: text.argument)
    case .quit: return goToList() ? leave() : []
    case .reason: return giveReason(text.argument)
    case .region: return goOver(toRegion: text.argument)
    case .runs: return goToList() ? openRuns() : []
    case .sort:
      guard listInFront != .rows(.list) || goToList() else { return [] }
      sort(byColumnCalled: text.argument, of: listInFront)
    case .stack: return showStack(called: text.argument)
    }
    return []
  }

  /// Asks for a file to export to what is shown.
  mutating func askForExport() {
    guard let file = exportable() else { return }
    askForPath(of: file)
  }

  private mutating func export(to path: String) -> [Effect] {
    guard !path.isEmpty else {
      askForExport()
      return []
    }
    guard let file = exportable() else { return [] }
    return [.task(.write(file, path: path, replacing: false))]
  }

  /// What the screen shows, as something that can be written; `nil` with the reason in the message line.
  private mutating func exportable() -> OutputFile? {
    screens.top.output(&self)
  }

  private mutating func showProblems() {
    if run != nil { return goToProblem(forward: true, in: .run) }
    guard goToList() else { return }
    guard results.hasProblems else {
      message = .warning("No row of the list failed, was stopped or is unknown.")
      return
    }
    panes.focus = .rows
    setFilter(RowFilter.problems, in: .list)
  }

  /// Takes a reason for the plan that is shown and for later ones; of none it says which there is.
  mutating func giveReason(_ text: String) -> [Effect] {
    guard !text.isEmpty else {
      message = .done(reason.map { "The reason is: \($0)" } ?? "No reason is given: :reason TEXT gives one.")
      return []
    }
    reason = text
    message = .done("The reason of every plan from now on: \(text)")
    guard let plan else { return [] }
    guard !plan.source.isResumption else {
      message = .warning("A run that goes on keeps its reason; the next plan has the new one.")
      return []
    }
    return open(plan.plan.withReason(text), plan.source)
  }

  private mutating func goOver(toProfile name: String) -> [Effect] {
    guard name.isEmpty else { return openSession(profile: name) }
    let present: Line =
      context.destination.profileName.map { "This is profile \($0)" } ?? "The credentials are the environment's"
    message = .done("\(present); :profile NAME goes over to another one.")
    return []
  }

  private mutating func goOver(toRegion name: String) -> [Effect] {
    guard name.isEmpty else { return openSession(region: name) }
    message = .done("This is Region \(context.destination.region); :region NAME goes over to another one.")
    return []
  }

  private mutating func showStack(called name: String) -> [Effect] {
    guard name.isEmpty || estate.stacks.contains(where: { $0.name == name }) else {
      message = .warning("There is no stack \"\(name)\" in what was read; Tab completes names.")
      return []
    }
    guard goToList() else { return [] }
    panes.focus = .rows
    let effects = showStack(name.isEmpty ? nil : name)
    placeStacksCursor()
    return effects
  }

  /// Goes back to the list from whatever is over it, except from a plan, which somebody has to leave knowingly.
  private mutating func goToList() -> Bool {
    guard plan == nil else {
      message = .warning("A plan is open: Esc leaves it.")
      return false
    }
    screens.closeAll()
    runRequest = nil
    return true
  }
}
