import AWSClientCore
import FoundationEssentials
import PlainText
import Runs
import Screen

/// A row of the list of runs.
struct RunLine: Sendable, Equatable {
  var id: Line
  var when: Line = ""
  var state: Line
  var operation: Line = ""
  var account: Line = ""
  var counts: Line = ""
  /// What is known of the run since, behind the counts.
  var sequel: Line = ""
  var by: Line = ""
  var style = Style.text

  init(_ run: ListedRun, _ console: ConsoleState) {
    id = "\(run.id)"
    state = Line(run.status?.rawValue ?? "broken")
    guard let contents = run.readContents else {
      style = .danger
      return
    }
    let plan = contents.plan
    let foreign = console.foreignness(of: plan)
    when = Line(contents.started.dayText)
    operation = Line(plan.operation.rawValue)
    account = foreign?.word ?? Line(plan.caller?.account ?? "unknown")
    let sequel = console.runs.later.sequel(of: run.id, contents.machine)
    counts = Line(contents.machine.counts.wholeText)
    self.sequel = Line(sequel.clauses.joined(separator: "; "))
    by = Line(plan.origin.loginName ?? "user \(plan.origin.userID)")
    style = foreign != nil ? .dim : run.status?.isUnsettled == true ? .warning : .text
  }
}

extension RunLine {
  /// What a ticket needs of it, with tabs between: the run, when it began, how it stands, and what it did where.
  var copyText: Line {
    [id, when, state, operation, account, counts].filter { !$0.isEmpty }.joined(separator: "\t")
  }
}

extension JournalContents {
  /// Who resumed the run last, in words; `nil` where nobody has.
  var resumptionText: PlainText.Line? {
    resumer.map { holder, since in
      "resumed \(since.wholeText) by process \(holder.processID) on \(holder.host)"
    }
  }
}

extension RunSequel {
  /// Who went on with the run since, in words; empty where nobody has.
  func text(resumed: Line?) -> Line {
    ([resumed].compactMap(\.self) + clauses.map { Line($0) }).joined(separator: "; ")
  }
}

extension ListedRun {
  /// What there is no room for in a row: when, by whom, from where, and all counts.
  var factsText: Line {
    guard let contents = readContents else { return "" }
    let plan = contents.plan
    let caller = plan.caller.map { "\($0.account) \($0.arn.resourceOfARN)" } ?? "account unknown"
    let login = plan.origin.loginName ?? "user \(plan.origin.userID)"
    return [
      contents.started.wholeText, contents.machine.counts.wholeText, "\(login) on \(plan.origin.host)", caller,
      plan.region,
    ].map { Line($0) }.joined(separator: "  ")
  }
}
