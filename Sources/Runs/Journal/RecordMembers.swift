import AWSClientCore
import AppStream

/// The members of a line, or of an object in one, each taken by its name and only in its own type.
struct RecordMembers {
  /// More calls or attempts than any run makes; numbers beyond it would not be safe to count on from.
  private static let largestOrdinal = Int(Int32.max)

  /// Where each value stands.
  private var values: [String: ArraySlice<UInt8>] = [:]

  /// Finds the members of the object that `bytes` are; `nil` where they are none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var cursor = JSONCursor(bytes)
    do throws(JSONCursor.Flaw) {
      try cursor.object { (name, cursor) throws(JSONCursor.Flaw) in values[name] = try cursor.value() }
    } catch {
      return nil
    }
    guard cursor.isAtEnd else { return nil }
  }

  /// Where the value called `name` stands; `nil` where there is none.
  subscript(name: String) -> ArraySlice<UInt8>? { values[name] }

  func text(_ name: String) throws(RecordMemberError) -> String {
    try value(name) { (cursor) throws(JSONCursor.Flaw) in try cursor.text() }
  }

  func optionalText(_ name: String) throws(RecordMemberError) -> String? {
    isNull(name) ? nil : try text(name)
  }

  func number(_ name: String) throws(RecordMemberError) -> Int {
    try value(name) { (cursor) throws(JSONCursor.Flaw) in try cursor.integer() }
  }

  /// A number that counts from 1.
  func ordinal(_ name: String) throws(RecordMemberError) -> Int {
    let number = try number(name)
    guard (1...Self.largestOrdinal).contains(number) else { throw unfit(name) }
    return number
  }

  func indices(_ name: String) throws(RecordMemberError) -> [Int] {
    try value(name) { (cursor) throws(JSONCursor.Flaw) in
      var indices: [Int] = []
      try cursor.array { (cursor) throws(JSONCursor.Flaw) in indices.append(try cursor.integer()) }
      return indices
    }
  }

  func counts(_ name: String) throws(RecordMemberError) -> RunCounts {
    let members = try members(name)
    var byOutcome: [Outcome: Int] = [:]
    var (queued, sent) = (0, 0)
    for word in members.values.keys {
      guard let count = try? members.number(word), count > 0 else { throw unfit(name) }
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
    guard values["code"] != nil else { return nil }
    return EntryError(code: try text("code"), message: try text("message"))
  }

  func errors(_ name: String) throws(RecordMemberError) -> [UserStackAssociationError] {
    let items = try value(name) { (cursor) throws(JSONCursor.Flaw) in
      var items: [ArraySlice<UInt8>] = []
      try cursor.array { (cursor) throws(JSONCursor.Flaw) in items.append(try cursor.value()) }
      return items
    }
    var errors: [UserStackAssociationError] = []
    for item in items {
      guard let error = RecordMembers(item) else { throw unfit(name) }
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
    if isNull(name) { return nil }
    let line = try members(name)
    var association = PartialAssociation(Association(stackName: "", userName: ""))
    association.stackName = try line.optionalText("StackName")
    association.userName = try line.optionalText("UserName")
    association.authenticationType = try line.optionalText("AuthenticationType").map(AuthenticationType.init(rawValue:))
    return association
  }

  private func members(_ name: String) throws(RecordMemberError) -> RecordMembers {
    guard let bytes = values[name], let members = RecordMembers(bytes) else { throw unfit(name) }
    return members
  }

  private func isNull(_ name: String) -> Bool {
    guard let bytes = values[name] else { return false }
    var cursor = JSONCursor(bytes)
    return cursor.isNull() && cursor.isAtEnd
  }

  /// Reads the whole of one value.
  private func value<Value>(
    _ name: String,
    _ read: (inout JSONCursor) throws(JSONCursor.Flaw) -> Value
  ) throws(RecordMemberError) -> Value {
    guard let bytes = values[name] else { throw unfit(name) }
    var cursor = JSONCursor(bytes)
    do throws(JSONCursor.Flaw) {
      let value = try read(&cursor)
      guard cursor.isAtEnd else { throw JSONCursor.Flaw() }
      return value
    } catch {
      throw unfit(name)
    }
  }

  private func unfit(_ name: String) -> RecordMemberError {
    RecordMemberError(reason: "its member \(name) is not what belongs there")
  }
}
