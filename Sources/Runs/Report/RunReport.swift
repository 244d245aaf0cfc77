import AWSClientCore
import AppStream
public import PlainText

/// A run as other programs read it: the service's member names, and `null` for what is absent.
public struct RunReport: Sendable, Equatable {
  /// What a row says that was only planned.
  public static let planned = "planned"

  /// The report as one JSON object.
  public let json: JSONValue
  /// The report's entries as rows: `StackName`, `UserName`, `AuthenticationType`, `Outcome`, `ErrorCode`,
  /// `ErrorMessage`, `RequestId`.
  public let rows: [[JSONValue]]

  /// The names of the columns of ``rows``.
  public static let columns = [
    "StackName", "UserName", "AuthenticationType", "Outcome", "ErrorCode", "ErrorMessage", "RequestId",
  ]

  /// A report of `machine`.
  ///
  /// - Parameters:
  ///   - run: The run's id, or `nil` for one that was only planned.
  ///   - machine: The run.
  ///   - unmatched: Addresses of the selection that are nobody's.
  ///   - selection: What became of all addresses of the selection, where the run began with one.
  public init(run: RunID?, _ machine: RunMachine, unmatched: [Unmatched], selection: SelectionReport? = nil) {
    let plan = machine.plan
    let outcome = { (entry: RunEntry) in run == nil && entry.mayBeSent ? Self.planned : entry.word }
    rows = machine.entries.map { entry in
      [
        .string(entry.association.stackName), .string(entry.association.userName),
        .string(entry.association.authenticationType.rawValue), .string(outcome(entry)),
        .optional(entry.finding?.code), .optional(entry.finding?.message), .optional(entry.requestID),
      ]
    }
    json = .object([
      "Run": .optional(run?.text),
      "Operation": .string(plan.operation.rawValue),
      "Account": .optional(plan.caller?.account),
      "Region": .string(plan.region),
      "Entries": .array(rows.map(Self.entry)),
      "Counts": Self.counts(of: machine),
      "Selection": selection.map(Self.selection) ?? .null,
      "Unmatched": .array(unmatched.map(Self.unmatched)),
    ])
  }

  private static func entry(_ row: [JSONValue]) -> JSONValue {
    let members = Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
    let identity = ["StackName", "UserName", "AuthenticationType"]
    var object = members.filter { !identity.contains($0.key) }
    object["UserStackAssociation"] = .object(members.filter { identity.contains($0.key) })
    return .object(object)
  }

  /// How many entries of `machine` came to what, with every word that its operation has.
  public static func counts(of machine: RunMachine) -> JSONValue {
    let (counts, operation) = (machine.counts, machine.plan.operation)
    let done: [Outcome] = operation == .disassociate ? [.removed, .absent] : [.restored, .present]
    let words = done + [.failed, .stopped, .unknown]
    return .object(Dictionary(uniqueKeysWithValues: words.map { ($0.rawValue, .integer(counts[$0])) }))
  }

  private static func selection(_ report: SelectionReport) -> JSONValue {
    .object([
      "Matched": .integer(report.matched),
      "NotFound": .integer(report.notFound),
      "CaseDiffers": .integer(report.caseDiffers),
      "InSeveralStacks": .integer(report.inSeveralStacks),
      "NothingLeft": .integer(report.nothingLeft),
      "OnNoStack": report.onNoStack.map { .integer($0) } ?? .null,
      "Kept": .integer(report.kept),
      "PassedOver": .integer(report.passedOver),
    ])
  }

  private static func unmatched(_ unmatched: Unmatched) -> JSONValue {
    .object([
      "UserName": .string(unmatched.userName),
      "Reason": .string(unmatched.reason.rawValue),
      "Candidates": .array(unmatched.candidates.map(JSONValue.string)),
      "Likeness": .optional(unmatched.likeness?.rawValue),
      "File": .optional(unmatched.source?.file),
      "Line": unmatched.source.map { .integer($0.line) } ?? .null,
    ])
  }
}

extension RunMachine {
  /// A sentence for each error that an answer had for none of the entries sent: kept, since it is about somebody.
  ///
  /// The names and words in them are the service's own; clean them before they reach a terminal.
  public var strayErrorSentences: [String] {
    strayErrors.map { error in
      let named = [error.userStackAssociation?.stackName, error.userStackAssociation?.userName].compactMap(\.self)
      let whom = named.isEmpty ? "nobody named" : named.joined(separator: " ")
      let words = [error.errorCode ?? "no code", error.errorMessage ?? ""].filter { !$0.isEmpty }
      return "An answer had an error for none of the entries sent (\(whom)): \(words.joined(separator: " "))"
    }
  }
}

extension RunEntry {
  /// What a receipt notes beside its outcome: lost answers, and why there is no request to quote; `nil` for nothing.
  var remark: String? {
    var remarks: [String] = []
    if losses > 0 { remarks.append("the answer to \(losses.of("call")) with it was lost") }
    if requestID == nil { remarks.append(whyNoRequest) }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  private var whyNoRequest: String {
    switch (lastAnswer, outcome) {
    case (.lost, _): "no request id, since its last call was not answered"
    case (.some, _): "no request id, since the answer had none"
    case (nil, .absent), (nil, .present): "not sent, since it was so already"
    case (nil, _): "not sent"
    }
  }
}
