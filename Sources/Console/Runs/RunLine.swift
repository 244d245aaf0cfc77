import AWSClientCore
import FoundationEssentials
import PlainText
import Runs
import Screen

/// A line of the list of runs.
struct RunLine: Sendable, Equatable {
  let id: RunID
  private var texts: [RunColumn: Line] = [:]
  /// What became of the entries, and how the run stands where it is not finished.
  private(set) var counts: Line
  /// How many entries there are.
  private(set) var entryCount = 0
  private(set) var style = Style.danger

  init(_ run: ListedRun, _ console: ConsoleState) {
    id = run.id
    let state: Line = run.status.map { Line($0.rawValue) } ?? "broken"
    counts = state
    texts = [.when: Line(id.minuteText), .run: Line(id.shortText), .state: state, .entries: state]
    guard let contents = run.readContents else { return }
    let plan = contents.plan
    let foreign = console.foreignness(of: plan)
    let all = Line(contents.machine.counts.wholeText)
    counts = run.status == .finished ? all : "\(state): \(all)"
    entryCount = plan.entries.count
    let sequel = console.runs.later.sequel(of: id, contents.machine).clauses(calling: \.shortText)
    let resumed: [Line] = contents.resumer == nil ? [] : ["resumed"]
    texts[.when] = Line(contents.started.dayText)
    texts[.who] = Line(plan.origin.operatorName)
    texts[.what] = Line(console.runs.later.deed(of: plan))
    texts[.reason] = Line(plan.reason ?? "-")
    texts[.account] = Line(plan.caller?.account ?? "unknown")
    texts[.entries] = ([counts] + resumed + sequel.map { Line($0) }).joined(separator: "; ")
    style = foreign != nil ? .dim : run.status?.isUnsettled == true ? .warning : .text
  }

  /// What a column says of the run.
  subscript(column: RunColumn) -> Line { texts[column] ?? "" }

  /// Whether `filter` lets it through; a run is found by its whole name as well.
  func passes(_ filter: ListFilter<RunColumn>) -> Bool {
    filter.terms.allSatisfy { term in
      let isFound = RunColumn.allCases.contains { column in
        term.looks(at: column) && term.occurs(in: column == .run ? id.text : self[column].text)
      }
      return isFound != term.isExcluding
    }
  }
}

extension LaterRuns {
  /// What a run of `plan` does, in the word of the key that begins it.
  func deed(of plan: Plan) -> String {
    guard let earlier = plan.follows.flatMap({ operation(of: $0) }) else { return plan.operation.verb.text }
    return earlier == plan.operation ? "retry" : "undo"
  }
}

extension Origin {
  /// Who it is: the login name, or where there is none the number of the user.
  var operatorName: String { loginName ?? "user \(userID)" }
}

extension RunID {
  /// Day and time in UTC to the minute, as far as the name tells them: `2026-11-22 14:02Z`.
  fileprivate var minuteText: String {
    let digits = Array(text)
    let part = { (range: Range<Int>) in String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8)) \(part(9..<11)):\(part(11..<13))Z"
  }
}

extension RunLine {
  /// What a ticket needs of it, with tabs between: the run, when it began, how it stands, and what it did where.
  var copyText: Line {
    [Line(id.text), self[.when], self[.state], self[.what], self[.account], counts].filter { !$0.isEmpty }.joined(
      separator: "\t"
    )
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
  /// Everything that the list says of the run, whole, and what it has no column for: from where, as whom, in which
  /// Region.
  func facts(_ line: RunLine) -> [Line] {
    guard let contents = readContents else { return ["\(id)", line[.state]] }
    let plan = contents.plan
    let caller = plan.caller.map { "\($0.account) \($0.arn.resourceOfARN)" } ?? "account unknown"
    let parts = [
      "\(id)", line[.what].text, line.counts.text, plan.reason ?? "no reason",
      "\(plan.origin.operatorName) on \(plan.origin.host)", caller, plan.region,
    ]
    return parts.map { Line($0) }
  }
}
