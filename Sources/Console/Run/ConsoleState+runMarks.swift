import AppStream
import Runs

/// Marks on the rows of a run: of what is still to be done, and of what is to be undone.
extension ConsoleState {
  /// How many entries of `machine` are marked in the list.
  func markCount(in machine: RunMachine) -> Int {
    machine.entries.count { list.marks.contains($0.association) }
  }

  /// Counts the marks in the run that is shown, if one is, after a change that it did not make.
  mutating func countMarksInRun() {
    guard let machine = run?.machine else { return }
    let count = markCount(in: machine)
    run?.markCount = count
  }

  /// Whether a row of a run is marked; marks of the list say nothing of another account's rows.
  func isMarked(_ entry: RunEntry, in run: RunState) -> Bool {
    if run.chosen.contains(entry.association) { return true }
    return list.marks.contains(entry.association) && foreignness(of: run.machine.plan) == nil
  }

  /// Marks the row under the cursor, or takes its mark off: for an undo where the run has changed it, else in the list.
  mutating func markInRun() {
    guard let run else { return }
    let entry = run.machine.entries[run.cursor.index]
    let row = entry.association
    switch entry.outcome {
    case .removed, .restored:
      if self.run?.chosen.remove(row) == nil { self.run?.chosen.insert(row) }
    case .absent, .present:
      message = .warning("The run did not change this row, so there is nothing of it to undo.")
      return
    case .failed, .stopped, .unknown, nil:
      if let foreign = foreignness(of: run.machine.plan) {
        message = .warning("This row cannot be marked: the run belongs to \(foreign.word).")
        return
      }
      self.run?.markCount += list.marks.contains(row) ? -1 : 1
      list.marks.toggle(row)
    }
    let height = runGeometry.height
    self.run?.cursor.move(.down, count: run.machine.entries.count, height: height)
  }
}
