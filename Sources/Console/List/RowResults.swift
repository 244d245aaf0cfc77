import AppStream
import Runs

/// What the last run made of rows, until they are read again; by stack, since a stack is read as a whole.
struct RowResults: Sendable, Equatable {
  /// The results by the number of the stack's name.
  private var byStack: [UInt32: [AssociationID: RowResult]] = [:]

  var isEmpty: Bool { byStack.isEmpty }
  /// Whether somebody has to look at any of the rows.
  var hasProblems: Bool { byStack.values.contains { $0.values.contains(where: \.isProblem) } }
  /// The rows that the run took off their stacks, or found to be off them.
  var rowsOffStack: [AssociationID] {
    byStack.values.flatMap { results in results.filter(\.value.isOffStack).map(\.key) }
  }

  /// All of them, each with its row.
  var all: some Sequence<(AssociationID, RowResult)> {
    byStack.values.lazy.flatMap { $0.lazy.map { ($0.key, $0.value) } }
  }

  /// What became of a row of `table`.
  subscript(row: AssociationID, table: AssociationTable) -> RowResult? {
    byStack.isEmpty ? nil : byStack[table.stack(of: row)]?[row]
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
