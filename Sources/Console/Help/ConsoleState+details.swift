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
    if let result = result ?? estate.table.id(of: row).flatMap({ results[$0, estate.table] }) {
      paragraphs.append(fact("result", result.word, result.isProblem ? .danger : .text))
      if let error = result.error {
        paragraphs.append(fact("code", error.code))
        paragraphs.append(fact("message", error.message.isEmpty ? "none" : error.message))
      }
      if let requestID = result.requestID { paragraphs.append(fact("request", requestID)) }
    }
    if isHere { paragraphs += runFacts(of: row.userName) }
    details = DetailsScreen(title: "DETAILS", paragraphs)
  }

  /// Opens everything that is known of a person, by the number of the name.
  mutating func openDetails(ofPerson person: UInt32) {
    let name = estate.table.userNames[person]
    let names = stackNames(of: person)
    var paragraphs = [fact("user", name)] + poolFacts(of: name)
    paragraphs += names.isEmpty ? [fact("stacks", stacksText(of: person).text)] : []
    paragraphs += names.enumerated().map { fact($0.offset == 0 ? "stacks" : "", $0.element) }
    paragraphs += incompletenessFacts
    paragraphs += keptFacts(of: name) + lookAlikeFacts(of: name) + runFacts(of: name)
    details = DetailsScreen(title: "PERSON", paragraphs)
  }

  /// What earlier runs did with a person's rows here, the newest first.
  private func runFacts(of user: String) -> [Paragraph] {
    let name = ExactText(user)
    let listing: [Paragraph] =
      switch runs.listing {
      case .listed: []
      case .notAsked, .reading: runs.isNeverListed ? [fact("run", "earlier runs are being read", .warning)] : []
      case .failed(let sentence): [.fact(label: "run", text: sentence, style: .warning)]
      }
    let broken = runs.rows.count { $0.problem != nil }
    let unread = broken == 0 ? [] : [fact("run", "\(broken.of("journal")) could not be read", .warning)]
    return listing + unread
      + runs.rows.flatMap { run -> [Paragraph] in
        guard let contents = run.readContents, foreignness(of: contents.plan) == nil else { return [] }
        return contents.machine.entries.filter { ExactText($0.association.userName) == name }.map { entry in
          fact("run", "\(contents.started.dayText)  \(entry.association.stackName)  \(entry.word)  \(contents.id)")
        }
      }
  }

  private func accountFacts(of row: Association) -> [Paragraph] {
    var paragraphs = poolFacts(of: row.userName) + stackFacts(of: row)
    paragraphs += keptFacts(of: row.userName) + lookAlikeFacts(of: row.userName)
    if context.rules.protectedStacks.contains(row.stackName) {
      paragraphs.append(fact("protected", "this stack's rows are confirmed by typing the whole phrase", .warning))
    }
    return paragraphs
  }

  private func lookAlikeFacts(of user: String) -> [Paragraph] {
    lookAlikes(of: user).map { fact("look-alike", "\($0), another user, \(difference(user, $0))", .warning) }
  }

  private func keptFacts(of user: String) -> [Paragraph] {
    guard kept.contains(user) else { return [] }
    return [.fact(label: "kept", text: "by \(kept.sourceNames): no key marks the rows; :keep ends that")]
  }

  private func poolFacts(of name: String) -> [Paragraph] {
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
  private func stackFacts(of row: Association) -> [Paragraph] {
    let isGone = rowsOffStack
    let rows = estate.associations(ofUser: row.userName)
    let others = rows.filter { $0.stackName != row.stackName && !isGone.contains($0) }.map(\.stackName)
    var paragraphs = others.isEmpty ? [fact("other stacks", estate.isComplete ? "none" : "none read so far")] : []
    paragraphs += others.enumerated().map { fact($0.offset == 0 ? "other stacks" : "", $0.element) }
    return paragraphs + incompletenessFacts
  }

  /// Why there may be more than is said of somebody's stacks.
  private var incompletenessFacts: [Paragraph] {
    let notRead = estate.stacksNotRead.count
    let list = estate.stackList.isComplete ? [] : [fact("", "the list of stacks is not complete", .warning)]
    return list + (notRead > 0 ? [fact("", "\(notRead.of("stack")) not fully read", .warning)] : [])
  }

  /// The rows of the list that are off their stacks since they were read, by what this console's runs have seen.
  private var rowsOffStack: Set<Association> {
    var rows = Set(results.rowsOffStack.map { estate.table[$0] })
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

  private func fact(_ label: Line, _ text: String, _ style: Style = .text) -> Paragraph {
    .fact(label: label, text: Line(text), style: style)
  }
}
