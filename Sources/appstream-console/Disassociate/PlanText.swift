import AWSClientCore
import AppStream
import Runs

/// A plan as plain lines, for a terminal without a screen, a log or a screen reader.
enum PlanText {
  /// What is planned, whom it concerns, and what it costs.
  ///
  /// - Parameter remarks: What it means for the people beyond the entries, in sentences.
  static func lines(_ plan: Plan, remarks: [String] = []) -> [String] {
    let sizes = Plan.batchSizes(for: plan.entries.count)
    let account =
      plan.caller.map { "account \($0.account), caller \($0.arn)" } ?? "account unknown (STS did not answer)"
    var lines = [
      "Plan \(plan.fingerprint): \(plan.operation.rawValue) \(count(plan.entries.count, "association")) of "
        + "\(count(plan.userCount, "user")) on \(count(plan.stackNames.count, "stack"))",
      "  \(account), Region \(plan.region), endpoint \(plan.endpoint)",
      "  \(count(sizes.count, "write call")) (\(sizes.map(String.init).joined(separator: "+"))), "
        + "\(count(plan.stackNames.count, "read call")) to see what became of them"
        + (plan.sendEmailNotification == true ? ", mail is asked for" : ", nobody is mailed"),
    ]
    if let reason = plan.reason { lines.append("  reason \(reason)") }
    if plan.stacksNotRead > 0 { lines.append("  \(count(plan.stacksNotRead, "stack")) not read") }
    lines += plan.entries.map { "    \($0.stackName)  \($0.userName)" }
    if plan.operation == .disassociate {
      lines.append("  Open sessions stay open for up to about an hour; users stay enabled.")
    }
    lines += remarks.map { "  \($0)" }
    return lines.map(\.visible)
  }

  /// `number` and `noun`, in the plural where it is not one.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
