public import FoundationEssentials

/// An AWS key pair, with the session token and the end of life of temporary ones.
public struct Credentials: Sendable, Equatable {
  /// The access key id; it names the key and is no secret.
  public var accessKeyID: String
  /// The secret access key.
  public var secretAccessKey: Secret
  /// The session token of temporary credentials.
  public var sessionToken: Secret?
  /// When they end; `nil` when that is not known or never.
  public var expiration: Date?

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
}
