import AWSClientCore
import AppStream
public import FoundationEssentials
public import PlainText

/// What a ticket keeps of a run: who did what to whom, when, and what the people can still do.
public struct Receipt: Sendable, Equatable {
  /// The run's facts, in the order of the columns of ``csv``.
  private let facts: [(name: String, value: JSONValue)]
  private let rows: [[JSONValue]]
  private let counts: JSONValue
  private let stillPossible: StillPossible?

  /// The names of an entry's columns.
  private static let entryColumns = RunReport.columns + ["FirstSeen", "LastSeen", "Note"]

  /// A receipt of the run in `contents`.
  ///
  /// - Parameters:
  ///   - stillPossible: What was read of the account after it; a run that put people back has none.
  ///   - exported: When the receipt is made.
  public init(_ contents: JournalContents, stillPossible: StillPossible?, exported: Date) {
    let plan = contents.plan
    let seen = Self.sightings(contents)
    facts = [
      ("Run", .string(contents.id.text)), ("Plan", .string(plan.number.text)),
      ("MadeBy", .string(plan.making.origin.name)), ("Made", .string(plan.created.formatted(.iso8601))),
      ("SentBy", .string(plan.origin.name)), ("Operation", .string(plan.operation.rawValue)),
      ("Account", .optional(plan.caller?.account)), ("Region", .string(plan.region)),
      ("Endpoint", .string(plan.endpoint)), ("Caller", .optional(plan.caller?.arn)),
      ("Login", .optional(plan.origin.loginName)), ("SudoUser", .optional(plan.origin.sudoUser)),
      ("Host", .string(plan.origin.host)), ("Reason", .optional(plan.reason)),
      ("Follows", .optional(plan.follows?.text)), ("Started", .string(contents.started.formatted(.iso8601))),
      ("Confirmed", Self.time(of: contents.lines.first { if case .confirmed = $0.record { true } else { false } })),
      ("Finished", Self.time(of: contents.lines.last { if case .finished = $0.record { true } else { false } })),
      ("ClockSkewSeconds", contents.clockSkew?.wholeSeconds.map(JSONValue.integer) ?? .null),
      ("JournalSha256", .string(contents.lastHash)), ("Exported", .string(exported.formatted(.iso8601))),
    ]
    rows = RunReport(run: contents.id, contents.machine, unmatched: []).rows.enumerated().map { index, row in
      row + [
        .optional(seen[index]?.first), .optional(seen[index]?.last), .optional(contents.machine.entries[index].remark),
      ]
    }
    counts = RunReport.counts(of: contents.machine)
    self.stillPossible = plan.operation == .disassociate ? stillPossible : nil
  }

  /// The receipt as one JSON object, in the service's way of naming; absent values are `null`.
  public var json: JSONValue {
    var object = Dictionary(facts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    object["Counts"] = counts
    object["Entries"] = .array(
      rows.map { .object(Dictionary(zip(Self.entryColumns, $0), uniquingKeysWith: { first, _ in first })) }
    )
    object["StillPossible"] = stillPossible?.json ?? .null
    return .object(object)
  }

  /// The receipt as CSV: one row an entry, with the run's facts in every row so that a spreadsheet can filter by them.
  ///
  /// What is still possible follows in rows whose `Kind` says so and whose `Note` holds it.
  public var csv: String {
    let header = ["Kind"] + facts.map(\.name) + Self.entryColumns
    let common = facts.map { Self.text($0.value) }
    let entries = rows.map { ["Entry"] + common + $0.map(Self.text) }
    let empty = [String](repeating: "", count: Self.entryColumns.count - 1)
    let notes = notes.map { ["StillPossible"] + common + empty + [$0] }
    return CSVWriter.text(of: [header] + entries + notes)
  }

  private var notes: [String] {
    guard let stillPossible else { return [] }
    let list = { (title: String, values: [String]?) in
      values.map { $0.isEmpty ? ["\(title): none"] : $0.map { "\(title): \($0)" } } ?? ["\(title): not read"]
    }
    return [StillPossible.openSessions, StillPossible.homeFolders]
      + list("Still enabled in the user pool", stillPossible.usersEnabled)
      + list("Look-alike", stillPossible.lookAlikes)
      + list("Still on a stack", stillPossible.remaining?.map { "\($0.stackName) \($0.userName)" })
      + stillPossible.commands
  }

  /// When each entry was seen in the service, first and last; those that never were are left out.
  private static func sightings(_ contents: JournalContents) -> [Int: (first: String, last: String)] {
    var seen: [Int: (first: String, last: String)] = [:]
    for line in contents.lines {
      guard case .observed(_, let present, _, _, _) = line.record else { continue }
      let time = line.time.formatted(.iso8601)
      for index in present { seen[index] = (seen[index]?.first ?? time, time) }
    }
    return seen
  }

  private static func time(of line: JournalContents.Line?) -> JSONValue {
    .optional(line?.time.formatted(.iso8601))
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): Line(text).text
    case .integer(let number): String(number)
    default: ""
    }
  }

  /// Receipts are equal when they say the same.
  public static func == (one: Self, other: Self) -> Bool { one.json == other.json }
}
