public import FoundationEssentials
public import PlainText

/// An AWS key pair, with the session token and the end of life of temporary ones.
///
/// Two are equal wherever they were found.
public struct Credentials: Sendable, Equatable {
  /// The access key id; it names the key and is no secret.
  public var accessKeyID: String
  /// The secret access key.
  public var secretAccessKey: Secret
  /// The session token of temporary credentials.
  public var sessionToken: Secret?
  /// When they end; `nil` when that is not known or never.
  public var expiration: Date?
  /// What a person calls the place where they were found; `nil` when nobody has looked for them.
  public var source: String?

  /// Makes credentials.
  public init(
    accessKeyID: String,
    secretAccessKey: Secret,
    sessionToken: Secret? = nil,
    expiration: Date? = nil
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
  }

  /// Whether both are the same credentials, until the same time.
  public static func == (one: Credentials, other: Credentials) -> Bool {
    one.accessKeyID == other.accessKeyID && one.secretAccessKey == other.secretAccessKey
      && one.sessionToken == other.sessionToken && one.expiration == other.expiration
  }
}
