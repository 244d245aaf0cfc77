import AppStream
import PlainText
import Runs

/// Marks on the rows of a run: of what is still to be done, and of what is to be undone.
extension RunState {
  /// Whether a row is marked; marks of the list say nothing of another account's rows.
  func isMarked(_ entry: RunEntry, in console: ConsoleState) -> Bool {
    if chosen.contains(entry.association) { return true }
    return console.list.marks.contains(entry.association, in: console.estate.table)
      && console.foreignness(of: machine.plan) == nil
  }

  /// Marks the row under the cursor, or takes its mark off: for an undo where the run has changed it, else in the list.
  func mark(in console: inout ConsoleState) {
    let entry = machine.entries[cursor.index]
    let row = entry.association
    switch entry.outcome {
    case .removed, .restored:
      if console.run?.chosen.remove(row) == nil { console.run?.chosen.insert(row) }
    case .absent, .present:
      console.message = .warning("The run did not change this row, so there is nothing of it to undo.")
      return
    case .failed, .stopped, .unknown, nil:
      if let foreign = console.foreignness(of: machine.plan) {
        console.message = .warning("This row cannot be marked: the run belongs to \(foreign.word).")
        return
      }
      let id = console.estate.id(of: row)
      let change = console.list.marks.contains(id) ? -1 : 1
      console.run?.markCount += change
      console.list.toggleMark(of: id, in: console.estate.table)
    }
    let height = console.runGeometry.height
    console.run?.cursor.move(.down, count: machine.entries.count, height: height)
  }
}
