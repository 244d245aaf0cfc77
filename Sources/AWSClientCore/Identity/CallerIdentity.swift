/// Who the service takes the caller for.
///
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
public struct CallerIdentity: Sendable, Equatable, Codable {
  /// The account's number, twelve digits.
  public var account: String
  /// The ARN of the user or of the role session.
  public var arn: String
  /// The unique id of the user or of the role session.
  public var userID: String

  /// Makes an identity.
  public init(account: String, arn: String, userID: String) {
    self.account = account
    self.arn = arn
    self.userID = userID
  }
}
