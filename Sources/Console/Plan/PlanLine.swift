import AppStream
import Runs

/// One line of the list of a plan's entries.
enum PlanLine: Sendable, Equatable {
  /// A stack, and how many of the associations it has are in the plan; `total` is known after the check.
  case stack(String, planned: Int, total: Int?)
  /// The entry at this index.
  case entry(Int)
}

extension PlanLine {
  /// The entries of `plan`, each stack's under its name.
  static func lines(of plan: Plan, _ check: Check?) -> [PlanLine] {
    var totals: [String: Int] = [:]
    for stack in check?.stacks ?? [] where stack.failure == nil { totals[stack.name] = stack.total }
    var planned: [String: Int] = [:]
    for entry in plan.entries { planned[entry.stackName, default: 0] += 1 }
    var lines: [PlanLine] = []
    var stack: String?
    for (index, entry) in plan.entries.enumerated() {
      if entry.stackName != stack {
        stack = entry.stackName
        let count = planned[entry.stackName] ?? 0
        lines.append(.stack(entry.stackName, planned: count, total: totals[entry.stackName]))
      }
      lines.append(.entry(index))
    }
    return lines
  }
}
