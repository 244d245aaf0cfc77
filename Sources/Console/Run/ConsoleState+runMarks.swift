import AppStream
import PlainText
import Runs

/// Marks on the rows of a run: of what is still to be done, and of what is to be undone.
extension ConsoleState {
  /// How many entries of `machine` are marked in the list.
  func markCount(in machine: RunMachine) -> Int {
    list.marks.isEmpty ? 0 : machine.entries.count { list.marks.contains($0.association, in: estate.table) }
  }

  /// Counts the marks in the run that is shown, if one is, after a change that it did not make.
  mutating func countMarksInRun() {
    guard let machine = run?.machine else { return }
    let count = markCount(in: machine)
    run?.markCount = count
  }
}
