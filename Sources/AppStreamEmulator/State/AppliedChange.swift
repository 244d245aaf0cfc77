package import FoundationEssentials

/// Something that a call changed, and who made the call.
package struct AppliedChange: Sendable, Equatable {
  /// When, by the service's clock.
  package var time: Date
  /// The id of the request.
  package var requestID: String
  /// The operation's name.
  package var operation: String
  /// The caller's ARN.
  package var caller: String
  /// The access key id of the call.
  package var accessKeyID: String
  /// What was changed.
  package var change: EmulatedChange

  /// Makes a record of a change.
  package init(
    time: Date,
    requestID: String,
    operation: String,
    caller: String,
    accessKeyID: String,
    change: EmulatedChange
  ) {
    self.time = time
    self.requestID = requestID
    self.operation = operation
    self.caller = caller
    self.accessKeyID = accessKeyID
    self.change = change
  }
}
