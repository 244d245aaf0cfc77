import Crypto
import FoundationEssentials
import PlainText

/// An access token of IAM Identity Center, as `aws sso login` keeps it in a file.
struct SSOToken: Equatable {
  /// The client that the tool has registered, which a renewal is asked for as.
  struct Client: Equatable {
    let id: Secret
    let secret: Secret
    let expiration: Date
    /// The end of the registration as it stands in the file.
    let expirationText: String
  }

  let accessToken: Secret
  let expiration: Date
  let refreshToken: Secret?
  let client: Client?

  init(accessToken: Secret, expiration: Date, refreshToken: Secret?, client: Client?) {
    self.accessToken = accessToken
    self.expiration = expiration
    self.refreshToken = refreshToken
    self.client = client
  }

  /// Reads the content of a token file; `nil` when it holds no token.
  init?(_ content: [UInt8]) {
    guard
      let members = try? JSONDecoder().decodeForeign(JSONValue.self, from: content),
      let token = members["accessToken"]?.text, !token.isEmpty, WrittenCredentials.canBeInHeader(token),
      let expiration = members["expiresAt"]?.text.flatMap(Timestamp.date)
    else { return nil }
    accessToken = Secret(token)
    self.expiration = expiration
    refreshToken = members["refreshToken"]?.text.map(Secret.init)
    if let id = members["clientId"]?.text, let secret = members["clientSecret"]?.text,
      let text = members["registrationExpiresAt"]?.text, let end = Timestamp.date(text)
    {
      client = Client(id: Secret(id), secret: Secret(secret), expiration: end, expirationText: text)
    } else {
      client = nil
    }
  }

  /// The content of a token file, with the members that the AWS CLI writes after a renewal.
  func content(_ settings: SSOSettings) -> [UInt8] {
    var members: [String: JSONValue] = [
      "startUrl": .string(settings.startURL),
      "region": .string(settings.region),
      "accessToken": .string(accessToken.exposed),
      "expiresAt": .string(expiration.formatted(.iso8601)),
    ]
    if let client {
      members["clientId"] = .string(client.id.exposed)
      members["clientSecret"] = .string(client.secret.exposed)
      members["registrationExpiresAt"] = .string(client.expirationText)
    }
    if let refreshToken { members["refreshToken"] = .string(refreshToken.exposed) }
    return JSONValue.object(members).bytes
  }

  /// The file that the token of `settings` is in (botocore's `utils.py:SSOTokenLoader`).
  static func path(_ settings: SSOSettings, home: String) -> String {
    let name = Array(Insecure.SHA1.hash(data: Array(settings.tokenName.utf8))).hexadecimal
    return "\(home)/.aws/sso/cache/\(name).json"
  }
}
