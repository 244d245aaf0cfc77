public import FoundationEssentials
public import PlainText

/// A stack: what a user is given access to.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_Stack.html
public struct Stack: Sendable, Equatable, Codable {
  /// The name, which is its identity.
  public var name: String
  /// The stack's ARN.
  public var arn: String?
  /// The name that its users see.
  public var displayName: String?
  /// A free text about it.
  public var description: String?
  /// When it was created.
  public var createdTime: Date?
  /// Where its users' files are kept.
  public var storageConnectors: [StorageConnector]?
  /// Where users are sent when a session ends.
  public var redirectURL: String?
  /// Where users are sent to give feedback.
  public var feedbackURL: String?
  /// What is wrong with it.
  public var stackErrors: [StackError]?
  /// What its users may do, as the service gives it.
  public var userSettings: JSONValue?
  /// Whether users' application settings are kept, as the service gives it.
  public var applicationSettings: JSONValue?
  /// The VPC endpoints that users stream through, as the service gives them.
  public var accessEndpoints: JSONValue?
  /// The domains that may embed its sessions.
  public var embedHostDomains: [String]?
  /// The preferred streaming protocol, as the service gives it.
  public var streamingExperienceSettings: JSONValue?

  /// Makes a stack of which only the name, and perhaps what a person reads, is known.
  public init(name: String, arn: String? = nil, displayName: String? = nil, description: String? = nil) {
    self.name = name
    self.arn = arn
    self.displayName = displayName
    self.description = description
  }

  private enum CodingKeys: String, CodingKey {
    case name = "Name"
    case arn = "Arn"
    case displayName = "DisplayName"
    case description = "Description"
    case createdTime = "CreatedTime"
    case storageConnectors = "StorageConnectors"
    case redirectURL = "RedirectURL"
    case feedbackURL = "FeedbackURL"
    case stackErrors = "StackErrors"
    case userSettings = "UserSettings"
    case applicationSettings = "ApplicationSettings"
    case accessEndpoints = "AccessEndpoints"
    case embedHostDomains = "EmbedHostDomains"
    case streamingExperienceSettings = "StreamingExperienceSettings"
  }
}

/// Where a stack's users keep their files.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_StorageConnector.html
public struct StorageConnector: Sendable, Equatable, Codable {
  /// The service's own word, such as `HOMEFOLDERS`.
  public var connectorType: String
  /// The ARN of the store, such as a bucket.
  public var resourceIdentifier: String?
  /// The domains whose accounts may be used.
  public var domains: [String]?

  private enum CodingKeys: String, CodingKey {
    case connectorType = "ConnectorType"
    case resourceIdentifier = "ResourceIdentifier"
    case domains = "Domains"
  }
}

/// Something that is wrong with a stack.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_StackError.html
public struct StackError: Sendable, Equatable, Codable {
  /// The service's own code.
  public var errorCode: String?
  /// The service's own words.
  public var errorMessage: String?

  private enum CodingKeys: String, CodingKey {
    case errorCode = "ErrorCode"
    case errorMessage = "ErrorMessage"
  }
}
