import PlainText

/// One user's access to one stack, as the service lists and takes it.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UserStackAssociation.html
public struct UserStackAssociation: Sendable, Hashable, Codable {
  /// The stack's name.
  public var stackName: String
  /// The user's e-mail address; its case matters.
  public var userName: String
  /// How the user signs in.
  public var authenticationType: AuthenticationType
  /// Whether the user is mailed about it; `nil` when nothing is said.
  public var sendEmailNotification: Bool?

  /// Makes an association.
  public init(
    stackName: String,
    userName: String,
    authenticationType: AuthenticationType = .userpool,
    sendEmailNotification: Bool? = nil
  ) {
    self.stackName = stackName
    self.userName = userName
    self.authenticationType = authenticationType
    self.sendEmailNotification = sendEmailNotification
  }

  /// Makes the association that `identity` names.
  public init(_ identity: Association, sendEmailNotification: Bool? = nil) {
    self.init(
      stackName: identity.stackName,
      userName: identity.userName,
      authenticationType: identity.authenticationType,
      sendEmailNotification: sendEmailNotification
    )
  }

  /// What makes it the one it is.
  public var identity: Association {
    Association(stackName: stackName, userName: userName, authenticationType: authenticationType)
  }

  private enum CodingKeys: String, CodingKey {
    case stackName = "StackName"
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
    case sendEmailNotification = "SendEmailNotification"
  }
}

/// Why the service did not do one item of a batch.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UserStackAssociationError.html
public struct UserStackAssociationError: Sendable, Hashable, Codable {
  /// The item, as the service repeats it; errors are matched by it, never by position.
  public var userStackAssociation: PartialAssociation?
  /// The service's own code, such as `USER_NAME_NOT_FOUND`; unknown codes are kept.
  public var errorCode: String?
  /// The service's own words.
  public var errorMessage: String?

  /// Makes an item error.
  public init(userStackAssociation: PartialAssociation?, errorCode: String?, errorMessage: String?) {
    self.userStackAssociation = userStackAssociation
    self.errorCode = errorCode
    self.errorMessage = errorMessage
  }

  private enum CodingKeys: String, CodingKey {
    case userStackAssociation = "UserStackAssociation"
    case errorCode = "ErrorCode"
    case errorMessage = "ErrorMessage"
  }
}

/// An association in an error, any member of which the service may leave out.
public struct PartialAssociation: Sendable, Hashable, Codable {
  /// The stack's name.
  public var stackName: String?
  /// The user's e-mail address.
  public var userName: String?
  /// How the user signs in.
  public var authenticationType: AuthenticationType?

  /// Makes one with every member.
  public init(_ identity: Association) {
    stackName = identity.stackName
    userName = identity.userName
    authenticationType = identity.authenticationType
  }

  /// Whether every member that is there is `association`'s.
  public func matches(_ association: Association) -> Bool {
    ExactText(stackName ?? association.stackName) == ExactText(association.stackName)
      && ExactText(userName ?? association.userName) == ExactText(association.userName)
      && (authenticationType ?? association.authenticationType) == association.authenticationType
  }

  private enum CodingKeys: String, CodingKey {
    case stackName = "StackName"
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
  }
}
