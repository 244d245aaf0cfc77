import AWSClientCore
import FoundationEssentials
import PlainText
import Runs
import Screen

extension ConsoleState {
  /// Draws who sends what, where and with which calls, in five lines of two or three columns.
  func drawFacts(_ plan: PlanState, on frame: inout Frame) {
    let figures = plan.figures
    let counts = [
      figures.entries.of("association"), figures.users.of("user"), figures.stacks.of("stack"),
    ]
    let mail = plan.plan.sendEmailNotification == true ? "everybody is mailed" : "nobody is mailed"
    // A title that names an earlier run does not say what is done to the entries.
    let operation = plan.source.relation == nil ? "" : "\(plan.plan.operation.rawValue)  "
    frame.put(operation + counts.joined(separator: "   "), row: 2, column: 0, style: .danger)
    frame.put(mail, row: 2, column: size.columns - mail.count)
    let account = plan.plan.caller?.account ?? "unknown"
    drawFact(
      "account",
      "\(account) (\(context.destination.profileName))",
      "Region \(context.destination.region)",
      row: 3,
      on: &frame
    )
    drawFact("caller", plan.plan.caller?.arn.resourceOfARN ?? "unknown", origin, row: 4, on: &frame)
    let keys = keysLast(for: plan).map { "      keys last: \($0)" } ?? ""
    drawFact("calls", figures.callsText, "\(figures.durationText)\(keys)", row: 5, on: &frame)
    drawFact("reason", plan.plan.reason ?? "none given", "plan   \(plan.number)", row: 6, on: &frame)
  }

  /// Puts one fact at the left and one in the right half, each cut where it would touch the other.
  private func drawFact(_ label: String, _ left: String, _ right: String, row: Int, on frame: inout Frame) {
    let middle = size.columns / 2 + 4
    frame.put(label, row: row, column: 0, style: .dim)
    frame.put(left.visible.shortened(to: middle - 11, cut: .middle), row: row, column: 9)
    frame.put(right.visible.shortened(to: size.columns - middle, cut: .middle), row: row, column: middle)
  }

  private var origin: String {
    let login = context.origin.loginName ?? "user \(context.origin.userID)"
    return "host \(context.origin.host), login \(login)"
  }

  /// Whether the keys are good until the run should be over; `nil` when nobody knows when they end.
  private func keysLast(for plan: PlanState) -> String? {
    guard let keysExpire else { return nil }
    let start = plan.check?.time ?? plan.plan.created
    return keysExpire >= start.addingTimeInterval(plan.figures.seconds) ? "yes" : "no"
  }
}

extension PlanFigures {
  /// The write calls with their sizes, and the reads: `3 write (25+25+10), 3 read`.
  var callsText: String {
    "\(batchSizes.count) write\(batchSizes.isEmpty ? "" : " (\(shortSizesText))"), \(stacks) read"
  }

  /// How long that takes: `about 5 s`.
  var durationText: String { Console.durationText(seconds: seconds) }
}

extension String {
  /// What an ARN names, past partition, service, Region and account: `assumed-role/StackOps/j.keller`.
  ///
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
  var resourceOfARN: String {
    let parts = split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    return parts.count == 6 && parts[0] == "arn" ? String(parts[5]) : self
  }
}
