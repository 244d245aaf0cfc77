import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen

/// A run: how it begins and ends, and what its records change.
extension ConsoleState {
  var runGeometry: RunGeometry {
    var geometry = RunGeometry(size: size, hasRule: isAccountProtected)
    geometry.stateLines = run.map { $0.stateLines(columns: size.columns, stateText(of: $0)).count } ?? 0
    return geometry
  }

  /// How a run goes, or what there is to know of it afterwards.
  func stateText(of run: RunState) -> Line {
    run.isLive
      ? run.paceText(keys.run, loginCommand: context.destination.loginCommand)
      : (run.remarks + [run.sequelText]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Stops the run, once.
  mutating func stopRun() -> [Effect] {
    guard isRunning, run?.isStopping == false else {
      message = .warning(isRunning ? "The run is stopping already." : "The run is over.")
      return []
    }
    run?.isStopping = true
    run?.isPauseAsked = false
    fitToScreen()
    return [.run(.stop(reason: "stopped by the operator"))]
  }

  mutating func sayHowToStop() -> [Effect] {
    message = .warning("\(keys.run.name(of: .stop)) stops the run.")
    return []
  }

  /// Hands a run over to be performed; what is shown now comes back if it is refused.
  mutating func begin(_ start: RunStart) -> [Effect] {
    beforeRun = run
    plan = nil
    prompt = nil
    runRequest = nil
    // What was said of the plan and its check is past.
    message = nil
    run = RunState(start)
    measureRun()
    return [.run(.start(start))]
  }

  /// The run has a name and a journal.
  mutating func takeStart(of id: RunID) {
    guard isRunning else { return }
    run?.id = id
    run?.hasBegun = true
    beforeRun = nil
    // What the check found to be gone; from here on each record tells of its own rows.
    if let entries = run?.machine.entries { takeMarksOff(entries) }
  }

  /// The run could not begin: nothing was sent, and everything is as it was before.
  mutating func takeRefusal(_ sentence: Line) -> [Effect] {
    guard let refused = run, refused.isLive, !refused.hasBegun else { return [] }
    run = beforeRun
    beforeRun = nil
    message = .warning(sentence)
    fitToScreen()
    return refused.leavesWhenFinished ? [.leave] : []
  }

  mutating func take(_ record: RunRecord, at moment: Date) -> [Effect] {
    guard isRunning else { return [] }
    let wasPaused = run?.pauseCause
    run?.apply(record, at: moment)
    showRunRows(after: record)
    if run?.pauseCause != wasPaused {
      // A pause has more to say than whatever was said before.
      message = nil
      fitToScreen()
    }
    switch record {
    case .observed(_, let present, let gone, _, _):
      if let entries = run?.machine.entries { takeMarksOff((present + gone).map { entries[$0] }) }
    case .finished:
      keepResults()
      if let run { remember(run) }
      return [.terminal(.ring)]
    // Whoever asked for a pause knows of it.
    case .paused where wasPaused == nil: return [.terminal(.ring)]
    case .opened, .confirmed, .sending, .answered, .refused, .throttled, .lost, .paused, .stopping: break
    }
    return []
  }

  /// Finds the run's rows anew where a record changes which are shown, or in which order.
  private mutating func showRunRows(after record: RunRecord) {
    guard let rows = run?.rows, !rows.filter.isEmpty || rows.sort.column == .result else { return }
    switch record {
    case .sending, .answered, .refused, .throttled, .lost, .observed, .stopping, .finished:
      run?.rows.arranging.isOutdated = true
      showRows(in: .run)
    case .opened, .confirmed, .paused: break
    }
  }

  /// A run's journal is closed, and everything about it on disk; its screen may have been left meanwhile.
  mutating func takeEnd(of id: RunID, _ journalHash: String, _ problem: Line?) -> [Effect] {
    let isShown = run?.id == id
    guard var ended = isShown ? run : ending(of: id), ended.status == nil else { return [] }
    ended.journalHash = journalHash
    ended.journalProblem = problem
    if let problem { message = .warning(problem) }
    if isShown { run = ended }
    remember(ended)
    if ended.leavesWhenFinished || leavesWhenClosed { return leaveOnceClosed() }
    return gate.isInDoubt ? [.task(.identify(generation: gate.generation))] : []
  }

  /// Takes the marks off those of `entries` that are where they were wanted; the others stay marked.
  private mutating func takeMarksOff(_ entries: [RunEntry]) {
    let done = entries.filter { $0.outcome?.isDone == true }
    let rows = done.compactMap { estate.table.id(of: $0.association) }
    _ = list.forgetMarks(of: rows, in: estate.table)
  }

  /// The list shows what became of the rows until they are read again.
  private mutating func keepResults() {
    guard let entries = run?.machine.entries else { return }
    for entry in entries {
      let row = estate.id(of: entry.association)
      results.take(entry, of: row, onStack: estate.table.stack(of: row))
    }
    list.arranging.isOutdated = true
    panes.outdatedReads = reads.inFlight
    showRows()
  }
}
