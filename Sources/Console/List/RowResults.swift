import AppStream
import Runs

/// What the last run made of rows, until they are read again; by stack, since a stack is read as a whole.
struct RowResults: Sendable, Equatable {
  /// The results by the number of the stack's name.
  private var byStack: [UInt32: [AssociationID: RowResult]] = [:]
  /// The entries of a run, where the rows are those and numbered as they are.
  private var entries: [RunEntry] = []

  /// Nothing became of any row.
  init() {}

  /// What became of the entries of `machine`.
  init(of machine: RunMachine) {
    entries = machine.entries
  }

  var isEmpty: Bool { byStack.isEmpty && entries.isEmpty }
  /// Whether somebody has to look at any of the rows.
  var hasProblems: Bool {
    byStack.values.contains { $0.values.contains(where: \.isProblem) }
      || entries.contains { $0.outcome?.isDone == false }
  }
  /// The rows that the run took off their stacks, or found to be off them.
  var rowsOffStack: [AssociationID] {
    byStack.values.flatMap { results in results.filter(\.value.isOffStack).map(\.key) }
  }

  /// Calls `body` with each of them and its row.
  func forEach(_ body: (AssociationID, RowResult) -> Void) {
    for results in byStack.values { for (row, result) in results { body(row, result) } }
    for (index, entry) in entries.enumerated() { body(AssociationID(UInt32(index)), RowResult(entry)) }
  }

  /// What became of a row of `table`.
  subscript(row: AssociationID, table: AssociationTable) -> RowResult? {
    if !entries.isEmpty { return RowResult(entries[row.index]) }
    return byStack.isEmpty ? nil : byStack[table.stack(of: row)]?[row]
  }

  /// Keeps what a run made of a row on the stack with this number.
  mutating func take(_ entry: RunEntry, of row: AssociationID, onStack stack: UInt32) {
    byStack[stack, default: [:]][row] = RowResult(entry)
  }

  /// Whether there is a result on the stack with this number.
  func hasResults(onStack stack: UInt32) -> Bool { byStack[stack] != nil }

  /// The rows of the stack with this number that somebody has to look at.
  func problems(onStack stack: UInt32) -> [AssociationID] {
    byStack[stack]?.filter(\.value.isProblem).map(\.key) ?? []
  }

  /// Keeps of the stack with this number only what went wrong with rows that are still there.
  mutating func keepProblems(onStack stack: UInt32, where isThere: (AssociationID) -> Bool) {
    let kept = byStack[stack]?.filter { $0.value.isProblem && isThere($0.key) } ?? [:]
    byStack[stack] = kept.isEmpty ? nil : kept
  }
}
