import AppStream
import FoundationEssentials

/// An applied change in the state file.
struct ChangeRecord: Codable {
  private let time: Date
  private let requestId: String
  private let operation: String
  private let caller: String
  private let accessKeyId: String
  private let stackName: String?
  private let userName: String?
  private let authenticationType: AuthenticationType?

  private enum CodingKeys: String, CodingKey {
    case time = "time"
    case requestId = "requestId"
    case operation = "operation"
    case caller = "caller"
    case accessKeyId = "accessKeyId"
    case stackName = "StackName"
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
  }

  init(_ change: AppliedChange) {
    time = change.time
    requestId = change.requestID
    operation = change.operation
    caller = change.caller
    accessKeyId = change.accessKeyID
    stackName = change.change.stackName
    userName = change.change.userName
    authenticationType = change.change.authenticationType
  }

  /// The change.
  var change: AppliedChange {
    AppliedChange(
      time: time,
      requestID: requestId,
      operation: operation,
      caller: caller,
      accessKeyID: accessKeyId,
      change: EmulatedChange(stackName: stackName, userName: userName, authenticationType: authenticationType)
    )
  }
}
