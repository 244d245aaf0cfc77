import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen

extension ConsoleState {
  /// Opens everything that is known of one row.
  ///
  /// - Parameter isHere: Whether the row is of the account that is shown, so that what was read there is about it.
  mutating func openDetails(of row: Association, _ result: RowResult? = nil, isHere: Bool = true) {
    var paragraphs = [
      fact("user", row.userName),
      fact("stack", row.stackName),
      fact("type", row.authenticationType.rawValue),
    ]
    if isHere { paragraphs += accountFacts(of: row) }
    if let result = result ?? estate.table.id(of: row).flatMap({ list.results[$0, estate.table] }) {
      paragraphs.append(fact("result", result.word, result.isProblem ? .danger : .text))
      if let error = result.error {
        paragraphs.append(fact("code", error.code))
        paragraphs.append(fact("message", error.message.isEmpty ? "none" : error.message))
      }
      if let requestID = result.requestID { paragraphs.append(fact("request", requestID)) }
    }
    overlay = Overlay(title: "DETAILS", paragraphs)
  }

  private func accountFacts(of row: Association) -> [Overlay.Paragraph] {
    var paragraphs = poolFacts(of: row.userName) + stackFacts(of: row)
    for other in lookAlikes(of: row.userName) {
      paragraphs.append(fact("look-alike", "\(other), another user, \(difference(row.userName, other))", .warning))
    }
    if context.rules.protectedStacks.contains(row.stackName) {
      paragraphs.append(fact("protected", "this stack's rows are confirmed by typing the whole phrase", .warning))
    }
    return paragraphs
  }

  private func poolFacts(of name: String) -> [Overlay.Paragraph] {
    guard let user = estate.user(named: name) else {
      let status = UserFacts(estate).status(of: name)
      return [fact("name", status.isEmpty ? "being read" : status == "-" ? "not in the user pool" : status)]
    }
    let facts = UserFacts(estate)
    return [
      fact("name", facts.name(of: name)),
      fact("status", user.status ?? "-"),
      fact("enabled", user.enabled.map { $0 ? "yes" : "no: cannot sign in, but keeps the stacks" } ?? "-"),
      fact("created", user.createdTime?.formatted(.iso8601) ?? "-"),
      fact("ARN", user.arn ?? "-"),
    ]
  }

  /// The other stacks of the row's user; complete only when every stack was read.
  private func stackFacts(of row: Association) -> [Overlay.Paragraph] {
    let isGone = rowsOffStack
    let rows = estate.associations(ofUser: row.userName)
    let others = rows.filter { $0.stackName != row.stackName && !isGone.contains($0) }.map(\.stackName)
    let notRead = estate.stacksNotRead.count
    var paragraphs = others.isEmpty ? [fact("other stacks", estate.isComplete ? "none" : "none read so far")] : []
    paragraphs += others.enumerated().map { fact($0.offset == 0 ? "other stacks" : "", $0.element) }
    if !estate.stackList.isComplete { paragraphs.append(fact("", "the list of stacks is not complete", .warning)) }
    if notRead > 0 { paragraphs.append(fact("", "\(notRead.of("stack")) not fully read", .warning)) }
    return paragraphs
  }

  /// The rows of the list that are off their stacks since they were read, by what this console's runs have seen.
  private var rowsOffStack: Set<Association> {
    var rows = Set(list.results.rowsOffStack.map { estate.table[$0] })
    guard let run, foreignness(of: run.machine.plan) == nil, run.status == nil else { return rows }
    for entry in run.machine.entries {
      switch entry.outcome {
      case .removed, .absent: rows.insert(entry.association)
      case .restored, .present: rows.remove(entry.association)
      case .failed, .stopped, .unknown, nil: break
      }
    }
    return rows
  }

  private func fact(_ label: Line, _ text: String, _ style: Style = .text) -> Overlay.Paragraph {
    Overlay.Paragraph(label: label, text: Line(text), style: style)
  }
}
