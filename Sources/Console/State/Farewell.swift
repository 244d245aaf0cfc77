package import PlainText
package import Runs

extension ConsoleState {
  /// What is to be said on the normal screen once the terminal is given back: what became of each run, and what is left
  /// to do about it.
  ///
  /// - Parameter listed: What the journals say now: other processes may have gone on with a run since it ended here.
  package func farewell(knowing listed: [ListedRun] = []) -> [Line] {
    var said = self
    // One that was cut short is said as far as it came.
    if let run, run.isLive, run.hasBegun { said.remember(run) }
    var later = LaterRuns(listed)
    for run in said.endings { if let id = run.id { later.add(id, run.machine) } }
    return said.endings.flatMap { run in run.farewell + run.next(after: later, listed) }
  }
}

extension RunState {
  /// What is left to do, or who has done it.
  fileprivate func next(after later: LaterRuns, _ listed: [ListedRun]) -> [Line] {
    guard let id else { return [] }
    let sequel = later.sequel(of: id, machine)
    guard let latest = listed.first(where: { $0.id == id }), let contents = latest.readContents, let journalHash,
      contents.lastHash != journalHash
    else { return advice(machine, sequel, id) }
    let counts = contents.machine.counts.wholeText
    guard !latest.isHeld else { return ["It was resumed since, and goes on: \(counts)."] }
    return ["It was resumed since: \(counts)."] + advice(contents.machine, sequel, id)
  }

  private func advice(_ machine: RunMachine, _ sequel: RunSequel, _ id: RunID) -> [Line] {
    machine.advice(on: id, after: sequel).map { [Line($0)] } ?? []
  }
}
