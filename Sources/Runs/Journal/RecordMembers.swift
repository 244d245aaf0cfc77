import AWSClientCore
import AppStream
import PlainText

/// The members of a line, each taken by its name and only in its own type.
struct RecordMembers {
  /// More calls or attempts than any run makes; numbers beyond it would not be safe to count on from.
  private static let largestOrdinal = Int(Int32.max)

  var members: [String: JSONValue]

  func text(_ name: String) throws(RecordMemberError) -> String {
    guard let text = members[name]?.text else { throw unfit(name) }
    return text
  }

  func optionalText(_ name: String) throws(RecordMemberError) -> String? {
    if members[name] == .null { return nil }
    return try text(name)
  }

  func number(_ name: String) throws(RecordMemberError) -> Int {
    guard case .integer(let number) = members[name] else { throw unfit(name) }
    return number
  }

  /// A number that counts from 1.
  func ordinal(_ name: String) throws(RecordMemberError) -> Int {
    let number = try number(name)
    guard (1...Self.largestOrdinal).contains(number) else { throw unfit(name) }
    return number
  }

  func indices(_ name: String) throws(RecordMemberError) -> [Int] {
    var indices: [Int] = []
    for item in try list(name) {
      guard case .integer(let index) = item else { throw unfit(name) }
      indices.append(index)
    }
    return indices
  }

  func counts(_ name: String) throws(RecordMemberError) -> RunCounts {
    guard case .object(let counts) = members[name] else { throw unfit(name) }
    var byOutcome: [Outcome: Int] = [:]
    var (queued, sent) = (0, 0)
    for (word, value) in counts {
      guard case .integer(let count) = value, count > 0 else { throw unfit(name) }
      switch word {
      case "queued": queued = count
      case "sent": sent = count
      default:
        guard let outcome = Outcome(rawValue: word) else { throw unfit(name) }
        byOutcome[outcome] = count
      }
    }
    return RunCounts(byOutcome: byOutcome, queued: queued, sent: sent)
  }

  func refusal() throws(RecordMemberError) -> CallRefusal {
    guard let kind = CallRefusal.Kind(rawValue: try text("kind")) else { throw unfit("kind") }
    return CallRefusal(
      code: try text("code"),
      message: try text("message"),
      requestID: try optionalText("requestId"),
      kind: kind
    )
  }

  /// Why a read failed; a line of a read that did not, or of an earlier version, does not have it.
  func readFailure() throws(RecordMemberError) -> EntryError? {
    guard members["code"] != nil else { return nil }
    return EntryError(code: try text("code"), message: try text("message"))
  }

  func errors(_ name: String) throws(RecordMemberError) -> [UserStackAssociationError] {
    var errors: [UserStackAssociationError] = []
    for item in try list(name) {
      guard case .object(let members) = item else { throw unfit(name) }
      let error = RecordMembers(members: members)
      errors.append(
        UserStackAssociationError(
          userStackAssociation: try error.partialAssociation("UserStackAssociation"),
          errorCode: try error.optionalText("ErrorCode"),
          errorMessage: try error.optionalText("ErrorMessage")
        )
      )
    }
    return errors
  }

  private func partialAssociation(_ name: String) throws(RecordMemberError) -> PartialAssociation? {
    if members[name] == .null { return nil }
    guard case .object(let members) = members[name] else { throw unfit(name) }
    let line = RecordMembers(members: members)
    var association = PartialAssociation(Association(stackName: "", userName: ""))
    association.stackName = try line.optionalText("StackName")
    association.userName = try line.optionalText("UserName")
    association.authenticationType = try line.optionalText("AuthenticationType").map(AuthenticationType.init(rawValue:))
    return association
  }

  private func list(_ name: String) throws(RecordMemberError) -> [JSONValue] {
    guard case .array(let items) = members[name] else { throw unfit(name) }
    return items
  }

  private func unfit(_ name: String) -> RecordMemberError {
    RecordMemberError(reason: "its member \(name) is not what belongs there")
  }
}
