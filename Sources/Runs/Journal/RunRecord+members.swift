import AppStream
import PlainText

/// A record as the members of a line; what is absent is `null`.
extension RunRecord {
  /// The word in `type`.
  var typeName: String {
    switch self {
    case .opened: "opened"
    case .confirmed: "confirmed"
    case .sending: "sending"
    case .answered: "answered"
    case .refused: "refused"
    case .throttled: "throttled"
    case .lost: "lost"
    case .observed: "observed"
    case .paused: "paused"
    case .stopping: "stopping"
    case .finished: "finished"
    }
  }

  /// What belongs to this type of record.
  var members: [String: JSONValue] {
    switch self {
    case .opened(let holder):
      ["pid": .integer(holder.processID), "host": .string(holder.host), "version": .string(holder.version)]
    case .confirmed(let how):
      ["how": .string(how)]
    case .sending(let batch, let attempt, let entries):
      ["batch": .integer(batch), "attempt": .integer(attempt), "entries": .indices(entries)]
    case .answered(let batch, let attempt, let requestID, let errors):
      [
        "batch": .integer(batch), "attempt": .integer(attempt), "requestId": .optional(requestID),
        "errors": .array(errors.map(\.json)),
      ]
    case .refused(let batch, let attempt, let refusal):
      [
        "batch": .integer(batch), "attempt": .integer(attempt), "code": .string(refusal.code),
        "message": .string(refusal.message), "requestId": .optional(refusal.requestID),
        "kind": .string(refusal.kind.rawValue),
      ]
    case .throttled(let batch, let attempt):
      ["batch": .integer(batch), "attempt": .integer(attempt)]
    case .lost(let batch, let attempt, let reason):
      ["batch": .integer(batch), "attempt": .integer(attempt), "reason": .string(reason)]
    case .observed(let stack, let present, let gone, let unreadable, let failure):
      [
        "stack": .string(stack), "present": .indices(present), "gone": .indices(gone),
        "unreadable": .indices(unreadable),
      ].merging(failure.map { ["code": .string($0.code), "message": .string($0.message)] } ?? [:]) { $1 }
    case .paused(let reason), .stopping(let reason):
      ["reason": .string(reason)]
    case .finished(let counts):
      ["counts": counts.json]
    }
  }
}

extension RunCounts {
  /// Those that are not zero, by word.
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = [:]
    for (outcome, count) in byOutcome { members[outcome.rawValue] = .integer(count) }
    if queued != 0 { members["queued"] = .integer(queued) }
    if sent != 0 { members["sent"] = .integer(sent) }
    return .object(members)
  }
}

extension UserStackAssociationError {
  /// The error in the service's own words for its members.
  fileprivate var json: JSONValue {
    let association = userStackAssociation.map { association in
      JSONValue.object([
        "StackName": .optional(association.stackName), "UserName": .optional(association.userName),
        "AuthenticationType": .optional(association.authenticationType?.rawValue),
      ])
    }
    return .object([
      "UserStackAssociation": association ?? .null, "ErrorCode": .optional(errorCode),
      "ErrorMessage": .optional(errorMessage),
    ])
  }
}

extension JSONValue {
  fileprivate static func indices(_ indices: [Int]) -> JSONValue { .array(indices.map(JSONValue.integer)) }
}
