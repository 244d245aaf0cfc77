import AWSClientCore
import FoundationEssentials
import PlainText
import Runs
import Screen

extension PlanState {
  /// Draws who sends what, where and with which calls, in five lines of two or three columns.
  func drawFacts(_ console: ConsoleState, on frame: inout Frame) {
    let counts = [
      figures.entries.of("association"), figures.users.of("person", plural: "people"), figures.stacks.of("stack"),
    ]
    let mail: Line = plan.sendEmailNotification == true ? "everybody is mailed" : "nobody is mailed"
    // A title that names an earlier run does not say what is done to the entries.
    let operation: Line = source.relation == nil ? "" : "\(plan.operation.verb)  "
    frame.put(operation + counts.joined(separator: "   "), row: 2, column: 0, style: .danger)
    frame.put(mail, row: 2, column: console.size.columns - DisplayWidth.of(mail))
    let (destination, origin) = (console.context.destination, console.context.origin)
    let account: Line = "\(plan.caller?.account ?? "unknown") (\(destination.credentialsText))"
    frame.putFact("account", account, "Region \(destination.region)", row: 3)
    let login: Line =
      "host \(origin.host), \(origin.loginName.map { "login \($0)" } ?? "user \(origin.userID), not logged in")"
    frame.putFact("caller", Line(plan.caller?.arn.resourceOfARN ?? "unknown"), login, row: 4)
    let life: Line = credentialsLast(till: console.credentialsEnd).map { "   credentials last: \($0)" } ?? ""
    frame.putFact("calls", Line(figures.callsText), "\(figures.durationText)\(life)", row: 5)
    frame.putFact("reason", Line(plan.reason ?? "none given"), "plan   \(number)", row: 6)
  }

  /// Whether the credentials are good until the run should be over; `nil` when nobody knows when they end.
  private func credentialsLast(till end: Date?) -> String? {
    guard let end else { return nil }
    let start = check?.time ?? plan.created
    return end >= start.addingTimeInterval(figures.seconds) ? "yes" : "no"
  }
}

extension Frame {
  /// Puts one fact at the left and one in the right half, each cut where it would touch the other.
  fileprivate mutating func putFact(_ label: Line, _ left: Line, _ right: Line, row: Int) {
    let middle = size.columns / 2 + 4
    put(label, row: row, column: 0, style: .dim)
    put(left.shortened(to: middle - 11, cut: .middle), row: row, column: 9)
    put(right.shortened(to: size.columns - middle, cut: .middle), row: row, column: middle)
  }
}

extension RunOperation {
  /// What is done to its entries, in the words of the screen.
  var verb: Line { self == .disassociate ? "remove" : "put back" }
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
