import AppStream
import FoundationEssentials

/// A user in the state file: the members of the model's `User`, and the id that the ARN ends with.
struct UserRecord: Codable {
  private let userName: String
  private let authenticationType: AuthenticationType?
  private let enabled: Bool?
  private let status: String?
  private let firstName: String?
  private let lastName: String?
  private let createdTime: Date?
  private let id: String?

  private enum CodingKeys: String, CodingKey {
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
    case enabled = "Enabled"
    case status = "Status"
    case firstName = "FirstName"
    case lastName = "LastName"
    case createdTime = "CreatedTime"
    case id = "Id"
  }

  init(_ user: EmulatedUser) {
    userName = user.userName
    authenticationType = user.authenticationType
    enabled = user.isEnabled
    status = user.status
    firstName = user.firstName
    lastName = user.lastName
    createdTime = user.createdTime
    id = user.id
  }

  /// The user; `newID` is for one without an id.
  func user(newID: String) -> EmulatedUser {
    EmulatedUser(
      userName: userName,
      authenticationType: authenticationType ?? .userpool,
      isEnabled: enabled ?? true,
      status: status ?? "CONFIRMED",
      firstName: firstName,
      lastName: lastName,
      createdTime: createdTime ?? StateRecords.unknownTime,
      id: id ?? newID
    )
  }
}

/// An association in the state file: the members of the model's `UserStackAssociation`.
struct AssociationRecord: Codable {
  private let stackName: String
  private let userName: String
  private let authenticationType: AuthenticationType?
  private let sendEmailNotification: Bool?

  private enum CodingKeys: String, CodingKey {
    case stackName = "StackName"
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
    case sendEmailNotification = "SendEmailNotification"
  }

  init(_ association: UserStackAssociation) {
    stackName = association.stackName
    userName = association.userName
    authenticationType = association.authenticationType
    sendEmailNotification = association.sendEmailNotification
  }

  /// The association.
  var association: UserStackAssociation {
    UserStackAssociation(
      stackName: stackName,
      userName: userName,
      authenticationType: authenticationType ?? .userpool,
      sendEmailNotification: sendEmailNotification ?? false
    )
  }
}
