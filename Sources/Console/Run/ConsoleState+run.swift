import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen

/// A run: its keys, and what its records change.
extension ConsoleState {
  var runGeometry: RunGeometry {
    var geometry = RunGeometry(size: size, hasRule: isAccountProtected)
    // What to do about a pause must be readable as a whole for as long as it lasts.
    if let run, run.pauseCause != nil {
      geometry.noteLines = run.paceText(loginCommand: context.destination.loginCommand).wrapped(to: size.columns).count
    }
    return geometry
  }

  mutating func takeInRun(_ key: Key) -> [Effect] {
    guard let run, let action = runKeys.action(for: key) else { return refuse(key) }
    switch action {
    case .move(let movement):
      let height = runGeometry.height
      self.run?.cursor.move(movement, times: times, count: run.machine.entries.count, height: height)
    case .mark: markInRun()
    case .nextProblem: goToProblemInRun(forward: true)
    case .previousProblem: goToProblemInRun(forward: false)
    case .open:
      let entry = run.machine.entries[run.cursor.index]
      openDetails(of: entry.association, RowResult(entry), isHere: foreignness(of: run.machine.plan) == nil)
    case .goOn, .undo, .receipt, .readAgain: return follow(run, action)
    case .stop: return stopRun()
    case .pause: return pauseRun()
    case .command:
      guard !run.isLive else { return sayHowToStop() }
      openCommandPrompt()
    case .help: openHelp()
    case .back: return goBackFromRun()
    }
    return []
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

  /// Pauses the run, or lets it go on.
  mutating func pauseRun() -> [Effect] {
    guard let run, run.isLive, !run.isStopping else {
      message = .warning(isRunning ? "The run is stopping." : "The run is over.")
      return []
    }
    self.run?.isPauseAsked.toggle()
    fitToScreen()
    guard run.isPauseAsked else { return [.run(.pause)] }
    message = .done("Going on; after a minute or more, what is left is checked first.")
    return [.run(.goOn)]
  }

  mutating func sayHowToStop() -> [Effect] {
    message = .warning("x stops the run.")
    return []
  }

  /// Hands a run over to be performed; what is shown now comes back if it is refused.
  mutating func begin(_ start: RunStart) -> [Effect] {
    beforeRun = run
    plan = nil
    prompt = nil
    runRequest = nil
    run = RunState(start, markCount: markCount(in: start.machine))
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
  mutating func takeRefusal(_ sentence: String) -> [Effect] {
    guard let refused = run, refused.isLive, !refused.hasBegun else { return [] }
    run = beforeRun
    beforeRun = nil
    message = .warning(sentence.visible)
    fitToScreen()
    return refused.leavesWhenFinished ? [.leave] : []
  }

  mutating func take(_ record: RunRecord, at moment: Date) -> [Effect] {
    guard isRunning else { return [] }
    let wasPaused = run?.pauseCause
    run?.apply(record, at: moment)
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
    default: break
    }
    return []
  }

  /// A run's journal is closed, and everything about it on disk; its screen may have been left meanwhile.
  mutating func takeEnd(of id: RunID, _ journalHash: String, _ problem: String?) -> [Effect] {
    let isShown = run?.id == id
    guard var ended = isShown ? run : ending(of: id), ended.status == nil else { return [] }
    ended.journalHash = journalHash
    ended.journalProblem = problem
    if let problem { message = .warning(problem.visible) }
    if isShown { run = ended }
    remember(ended)
    if ended.leavesWhenFinished || leavesWhenClosed { return leaveOnceClosed() }
    return gate.isInDoubt ? [.task(.identify(generation: gate.generation))] : []
  }

  /// Takes the marks off those of `entries` that are where they were wanted; the others stay marked.
  private mutating func takeMarksOff(_ entries: [RunEntry]) {
    run?.markCount -= list.marks.forget(entries.filter { $0.outcome?.isDone == true }.map(\.association))
  }

  /// The list shows what became of the rows until they are read again.
  private mutating func keepResults() {
    guard let entries = run?.machine.entries else { return }
    let current = list.currentRow
    list.results.take(entries)
    list.outdatedReads = reads.inFlight
    showRows(keeping: current)
  }

  private mutating func goBackFromRun() -> [Effect] {
    guard !isRunning else { return sayHowToStop() }
    run = nil
    runRequest = nil
    list.countShownMarks()
    return runs.isOpen ? listRuns() : []
  }

  mutating func goToProblemInRun(forward: Bool) {
    guard let run else { return }
    let entries = run.machine.entries
    let found = run.cursor.next(forward: forward, count: entries.count) { entries[$0].outcome?.isDone == false }
    guard let found else {
      message = .warning("No other row failed, was stopped or is unknown.")
      return
    }
    let height = runGeometry.height
    self.run?.cursor.go(to: found, count: entries.count, height: height)
  }
}
