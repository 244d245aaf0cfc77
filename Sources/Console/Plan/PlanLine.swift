import Algorithms
import AppStream
import Runs

/// One line of the list of a plan's entries.
enum PlanLine: Sendable, Equatable {
  /// A stack, and how many of its people are sent for; their number is known after the check.
  case stack(StackShare)
  /// The entry at this index.
  case entry(Int)
}

extension PlanLine {
  /// The entries of `plan`, each stack's under its name.
  static func lines(of plan: Plan, _ facts: Agreement.Facts) -> [PlanLine] {
    let shares = Dictionary(facts.shares.map { ($0.stackName, $0) }) { first, _ in first }
    return plan.entries.indexed().chunked(on: \.element.stackName).flatMap { name, entries -> [PlanLine] in
      let nobody = StackShare(stackName: name, people: 0, size: .unknown)
      return [.stack(shares[name] ?? nobody)] + entries.map { .entry($0.index) }
    }
  }
}
