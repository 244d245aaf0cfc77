import PlainText

/// What makes an association the one it is: stack, user and authentication type.
///
/// Everything else about a row may change between two reads; marks, plans and outcomes are kept by this. Two identities
/// are the same only when their bytes are: the service takes `é` as one scalar and as two for different users, where
/// Swift's strings would be equal.
public struct Association: Sendable, Hashable, Codable, Comparable {
  /// The stack's name.
  public var stackName: String
  /// The user's e-mail address; its case matters.
  public var userName: String
  /// How the user signs in.
  public var authenticationType: AuthenticationType

  /// Makes an identity.
  public init(stackName: String, userName: String, authenticationType: AuthenticationType = .userpool) {
    self.stackName = stackName
    self.userName = userName
    self.authenticationType = authenticationType
  }

  private enum CodingKeys: String, CodingKey {
    case stackName = "StackName"
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
  }

  /// Whether every byte is the same.
  public static func == (one: Self, other: Self) -> Bool {
    one.user == other.user && one.stack == other.stack && one.authenticationType == other.authenticationType
  }

  /// Hashes what makes it the one it is.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(stack)
    hasher.combine(user)
    hasher.combine(authenticationType)
  }

  /// By stack, then user, then authentication type: the order of a plan.
  public static func < (one: Self, other: Self) -> Bool {
    if one.stack != other.stack { return one.stack < other.stack }
    if one.user != other.user { return one.user < other.user }
    return one.authenticationType < other.authenticationType
  }

  private var stack: ExactText { ExactText(stackName) }
  private var user: ExactText { ExactText(userName) }
}
