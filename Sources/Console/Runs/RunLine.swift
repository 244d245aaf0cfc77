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
  var by: Line = ""
  var style = Style.text

  static let headings = RunLine(
    id: "RUN",
    when: "BEGUN",
    state: "STATE",
    operation: "OPERATION",
    account: "ACCOUNT",
    counts: "ENTRIES",
    by: "BY"
  )

  private init(
    id: Line,
    when: Line,
    state: Line,
    operation: Line,
    account: Line,
    counts: Line,
    by: Line
  ) {
    (self.id, self.when, self.state, self.operation) = (id, when, state, operation)
    (self.account, self.counts, self.by) = (account, counts, by)
  }

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
    counts = Line(([contents.machine.counts.wholeText] + sequel.clauses).joined(separator: "; "))
    by = Line(plan.origin.loginName ?? "user \(plan.origin.userID)")
    style = foreign != nil ? .dim : run.status?.isUnsettled == true ? .warning : .text
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

/// The columns of the list of runs: when and by whom only where there is room, since the names of runs and the line
/// under the rows say so too.
struct RunsColumns: Sendable, Equatable {
  let id = 2..<23
  let when: Range<Int>
  let state: Range<Int>
  let operation: Range<Int>
  let account: Range<Int>
  let counts: Range<Int>
  let by: Range<Int>

  init(width: Int) {
    let isWide = width >= ListGeometry.twoPaneColumns
    var start = id.upperBound + 1
    func next(_ width: Int) -> Range<Int> {
      let range = start..<(start + width)
      start = range.upperBound + (width > 0 ? 1 : 0)
      return range
    }
    when = next(isWide ? 17 : 0)
    state = next(11)
    operation = next(12)
    account = next(14)
    let byWidth = isWide ? 10 : 0
    counts = next(max(0, width - start - (isWide ? byWidth + 1 : 0)))
    by = next(byWidth)
  }

  func put(_ line: RunLine, row: Int, style: Style, on frame: inout Frame) {
    let fields = [
      (line.id, id), (line.when, when), (line.state, state), (line.operation, operation), (line.account, account),
      (line.counts, counts), (line.by, by),
    ]
    for (text, range) in fields where !range.isEmpty {
      frame.put(text.shortened(to: range.count), row: row, column: range.lowerBound, style: style)
    }
  }
}
