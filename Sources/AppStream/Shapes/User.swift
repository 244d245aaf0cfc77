public import FoundationEssentials

/// A user of the account's user pool in one Region.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_User.html
public struct User: Sendable, Hashable, Codable {
  /// The user's ARN.
  public var arn: String?
  /// The user's e-mail address; its case matters.
  public var userName: String?
  /// Whether the user may sign in; a disabled user keeps the associations.
  public var enabled: Bool?
  /// The service's own word, such as `CONFIRMED`; words that are not documented occur (`FORCE_CHANGE_PASSWORD`).
  public var status: String?
  /// The first name; often missing.
  public var firstName: String?
  /// The last name; often missing.
  public var lastName: String?
  /// When the user was created.
  public var createdTime: Date?
  /// How the user signs in.
  public var authenticationType: AuthenticationType

  /// Makes a user.
  public init(
    arn: String? = nil,
    userName: String?,
    enabled: Bool? = true,
    status: String? = nil,
    firstName: String? = nil,
    lastName: String? = nil,
    createdTime: Date? = nil,
    authenticationType: AuthenticationType = .userpool
  ) {
    self.arn = arn
    self.userName = userName
    self.enabled = enabled
    self.status = status
    self.firstName = firstName
    self.lastName = lastName
    self.createdTime = createdTime
    self.authenticationType = authenticationType
  }

  private enum CodingKeys: String, CodingKey {
    case arn = "Arn"
    case userName = "UserName"
    case enabled = "Enabled"
    case status = "Status"
    case firstName = "FirstName"
    case lastName = "LastName"
    case createdTime = "CreatedTime"
    case authenticationType = "AuthenticationType"
  }
}
