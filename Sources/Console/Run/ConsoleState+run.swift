import FoundationEssentials
import Runs
import Screen

/// A run: its keys, and what its records change.
extension ConsoleState {
  var runGeometry: RunGeometry { RunGeometry(size: size, hasRule: isAccountProtected) }

  mutating func takeInRun(_ key: Key) -> [Effect] {
    guard let run, let action = runKeys.action(for: key) else { return refuse(key) }
    let height = runGeometry.height
    switch action {
    case .move(let movement):
      self.run?.cursor.move(movement, count: run.machine.entries.count, height: height)
    case .nextProblem: goToProblemInRun(forward: true)
    case .previousProblem: goToProblemInRun(forward: false)
    case .open:
      let entry = run.machine.entries[run.cursor.index]
      openDetails(of: entry.association, RowResult(entry))
    case .stop: return stopRun()
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
    return [.stopRun(reason: "stopped by the operator")]
  }

  mutating func sayHowToStop() -> [Effect] {
    message = .warning("x stops the run.")
    return []
  }

  mutating func take(_ record: RunRecord, at moment: Date) -> [Effect] {
    run?.apply(record, at: moment)
    switch record {
    case .observed: takeMarksOff()
    case .finished:
      takeMarksOff()
      keepResults()
    default: break
    }
    guard let run else { return [] }
    remember(run)
    return run.machine.isFinished && run.leavesWhenFinished ? [.leave] : []
  }

  /// A row that is where it was wanted need not be marked any more; the others stay so.
  private mutating func takeMarksOff() {
    guard let entries = run?.machine.entries else { return }
    list.marks.forget(entries.filter { $0.outcome?.isDone == true }.map(\.association))
    run?.markCount = entries.count { list.marks.contains($0.association) }
    list.countShownMarks()
  }

  /// The list shows what became of the rows until they are read again.
  private mutating func keepResults() {
    guard let entries = run?.machine.entries else { return }
    let current = list.currentRow
    list.results = Dictionary(entries.map { ($0.association, RowResult($0)) }, uniquingKeysWith: { $1 })
    list.outdatedReads = reads.inFlight
    showRows(keeping: current)
  }

  private mutating func goBackFromRun() -> [Effect] {
    guard !isRunning else { return sayHowToStop() }
    run = nil
    return []
  }

  private mutating func goToProblemInRun(forward: Bool) {
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
