import AppStream
import Runs

/// What the last run made of rows, until they are read again; by stack, since a stack is read as a whole.
struct RowResults: Sendable, Equatable {
  private var byStack: [String: [Association: RowResult]] = [:]

  var isEmpty: Bool { byStack.isEmpty }
  /// Whether somebody has to look at any of the rows.
  var hasProblems: Bool { byStack.values.contains { $0.values.contains(where: \.isProblem) } }
  /// The rows that the run took off their stacks, or found to be off them.
  var rowsOffStack: [Association] {
    byStack.values.flatMap { results in results.filter(\.value.isOffStack).map(\.key) }
  }

  subscript(row: Association) -> RowResult? { byStack[row.stackName]?[row] }

  /// Keeps what a run made of `entries`.
  mutating func take(_ entries: some Sequence<RunEntry>) {
    for entry in entries { byStack[entry.association.stackName, default: [:]][entry.association] = RowResult(entry) }
  }

  /// Whether there is a result on the stack called `stack`.
  func hasResults(on stack: String) -> Bool { byStack[stack] != nil }

  /// The rows of the stack called `stack` that somebody has to look at.
  func problems(on stack: String) -> [Association] {
    byStack[stack]?.filter(\.value.isProblem).map(\.key) ?? []
  }

  /// Keeps of the stack called `stack` only what went wrong with rows that are still there.
  mutating func keepProblems(on stack: String, of present: Set<Association>) {
    let kept = byStack[stack]?.filter { $0.value.isProblem && present.contains($0.key) } ?? [:]
    byStack[stack] = kept.isEmpty ? nil : kept
  }
}
