import FoundationEssentials
import PlainText

/// Credentials as the response of a service or a program has them, whole or not.
///
/// The three ways of naming their members are told apart by nothing but case and "Token"; all of them are taken.
struct ReceivedCredentials: Decodable {
  var accessKeyID: String?
  var secretAccessKey: Secret?
  var sessionToken: Secret?
  var expiration: Date?

  init(accessKeyID: String?, secretAccessKey: Secret?, sessionToken: Secret?, expiration: Date?) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
  }

  private enum Member: String, CodingKey {
    case accessKeyID = "AccessKeyId"
    case secretAccessKey = "SecretAccessKey"
    case sessionToken = "SessionToken"
    case token = "Token"
    case expiration = "Expiration"
  }

  /// Reads the members as container, instance metadata and `credential_process` name them, and the CLI's cache.
  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    accessKeyID = try members.decodeIfPresent(String.self, forKey: .accessKeyID)
    secretAccessKey = try members.decodeIfPresent(String.self, forKey: .secretAccessKey).map(Secret.init)
    let token =
      try members.decodeIfPresent(String.self, forKey: .sessionToken)
      ?? members.decodeIfPresent(String.self, forKey: .token)
    sessionToken = token.map(Secret.init)
    guard let text = try members.decodeIfPresent(String.self, forKey: .expiration) else { return }
    guard let date = Timestamp.date(text) else {
      throw DecodingError.dataCorruptedError(forKey: .expiration, in: members, debugDescription: "not a time")
    }
    expiration = date
  }

  /// Whether a session token and an end have to be there, as with every key that a service gives.
  enum Kind {
    case temporary
    case any
  }

  /// The credentials that these parts are.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when a part is missing, or cannot go into a header.
  func credentials(_ kind: Kind, source: String) throws(CredentialError) -> Credentials {
    guard let accessKeyID, !accessKeyID.isEmpty, let secretAccessKey, !secretAccessKey.exposed.isEmpty else {
      throw .unusable(source: source, reason: "the response has no access key, or only half of one")
    }
    let sessionToken = sessionToken.flatMap { $0.exposed.isEmpty ? nil : $0 }
    if kind == .temporary, sessionToken == nil || expiration == nil {
      throw .unusable(source: source, reason: "the response has credentials without a session token or without an end")
    }
    let texts = [accessKeyID, secretAccessKey.exposed, sessionToken?.exposed ?? ""]
    guard texts.allSatisfy(WrittenCredentials.canBeInHeader) else {
      throw .unusable(source: source, reason: "the response holds a character that no key has")
    }
    return Credentials(
      accessKeyID: accessKeyID,
      secretAccessKey: secretAccessKey,
      sessionToken: sessionToken,
      expiration: expiration
    )
  }
}
