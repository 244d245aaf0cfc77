import AWSClientCore
import Algorithms
import AppStream
import FoundationEssentials
import PlainText
import Runs

/// A plan as plain lines, for a terminal without a screen, a log or a screen reader.
enum PlanText {
  /// What is planned, whom it concerns, and what it costs.
  ///
  /// - Parameters:
  ///   - agreement: The plan, and what the check left of it, as far as it was checked.
  ///   - remarks: What it means for the people beyond the entries, in sentences.
  static func lines(_ agreement: Agreement, remarks: [Line] = []) -> [Line] {
    let plan = agreement.plan
    // Before a check, what is planned is all that is known.
    let toSend = agreement.check == nil ? plan.entries : agreement.facts.toSend
    let (whole, figures) = (plan.figures, PlanFigures(toSend))
    let sizes: Line = figures.batchSizes.isEmpty ? "" : " (\(figures.sizesText))"
    let part: Line = toSend.count == plan.entries.count ? "" : "\(toSend.count) of "
    let account: Line =
      plan.caller.map { "account \($0.account), caller \($0.arn)" } ?? "account unknown (STS did not answer)"
    var lines: [Line] = [
      "Plan \(plan.number): \(plan.operation.rawValue) \(part)\(whole.entries.of("association")) of "
        + "\(whole.users.of("user")) on \(whole.stacks.of("stack"))",
      "  \(account), Region \(plan.region), endpoint \(plan.endpoint)",
      "  \(figures.batchSizes.count.of("write call"))\(sizes), \(figures.stacks.of("read call")) to see what became of them"
        + (plan.sendEmailNotification == true ? ", mail is asked for" : ", nobody is mailed"),
    ]
    if agreement.isBeginning { lines.append("  \(validity(of: plan, within: agreement.rules.planValidity))") }
    if let reason = plan.reason { lines.append("  reason \(reason)") }
    if plan.stacksNotRead > 0 { lines.append("  \(plan.stacksNotRead.of("stack")) not read") }
    lines += entryLines(plan, agreement.facts)
    if plan.operation == .disassociate {
      lines.append("  Open sessions stay open for up to about an hour; users stay enabled.")
    }
    lines += remarks.map { "  \($0)" }
    return lines
  }

  /// How often the plan can be sent, where, and until when: what keeps it from being sent again is this user's.
  static func validity(of plan: Plan, within limit: PlanValidity?) -> Line {
    "to be sent once, by one user on one host, until \(plan.expiry(within: limit).formatted(.iso8601))"
  }

  /// The entries, each stack's under its name and how many of its people they are.
  private static func entryLines(_ plan: Plan, _ facts: Agreement.Facts) -> [Line] {
    let shares = Dictionary(facts.shares.map { ($0.stackName, $0) }) { first, _ in first }
    return plan.entries.chunked(on: \.stackName).flatMap { name, entries -> [Line] in
      ["  \(name): \(shareText(shares[name], plan.operation))"] + entries.map { "    \($0.stackName)  \($0.userName)" }
    }
  }

  private static func shareText(_ share: StackShare?, _ operation: RunOperation) -> Line {
    guard let share else { return "nothing is left to send" }
    guard operation == .associate else { return Line(share.text) }
    let people = share.people.of("user")
    return share.size == .unknown ? people : "\(people), \(share.size.text) there now"
  }
}
