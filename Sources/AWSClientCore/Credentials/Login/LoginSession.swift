import Crypto
import FoundationEssentials
import PlainText

/// A session of `aws login`, as the AWS CLI keeps it in a file.
///
/// The file has more members than are needed here; they stay as they are when it is written back.
struct LoginSession {
  let credentials: Credentials
  let refreshToken: Secret
  let clientID: String
  let key: P256.Signing.PrivateKey
  /// The Region where somebody logged in, which is where the session is renewed; `nil` in files of older tools.
  let region: String?
  private let members: HiddenMembers

  /// The members hold secrets, which nothing may print.
  private struct HiddenMembers: CustomReflectable, CustomStringConvertible {
    let values: [String: JSONValue]

    var description: String { "•••" }
    var customMirror: Mirror { Mirror(self, children: [:]) }
  }

  /// Reads the content of a session file.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when a member is missing.
  init(_ content: [UInt8], source: String, advice: String) throws(CredentialError) {
    func unusable(_ reason: String) -> CredentialError { .unusable(source: source, reason: "\(reason); \(advice)") }
    guard
      case .object(let values)? = try? JSONDecoder().decodeForeign(JSONValue.self, from: content),
      let token = values["accessToken"], let refreshToken = values["refreshToken"]?.text,
      let clientID = values["clientId"]?.text, let pem = values["dpopKey"]?.text
    else { throw unusable("the session of \"aws login\" is not complete") }
    guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else {
      throw unusable("the key of the session of \"aws login\" cannot be read")
    }
    let answer = ReceivedCredentials(
      accessKeyID: token["accessKeyId"]?.text,
      secretAccessKey: token["secretAccessKey"]?.text.map(Secret.init),
      sessionToken: token["sessionToken"]?.text.map(Secret.init),
      expiration: token["expiresAt"]?.text.flatMap(Timestamp.date)
    )
    credentials = try answer.credentials(.temporary, source: source)
    self.refreshToken = Secret(refreshToken)
    self.clientID = clientID
    self.key = key
    if let region = values["signInRegion"]?.text, !region.isEmpty {
      guard Region.isCode(region) else {
        throw unusable("the session of \"aws login\" names no Region that can be one")
      }
      self.region = region
    } else {
      region = nil
    }
    members = HiddenMembers(values: values)
  }

  /// The content of the session file with the credentials and the refresh token of a renewal.
  func content(_ credentials: Credentials, _ refreshToken: Secret) -> [UInt8] {
    var token: [String: JSONValue] = [:]
    if case .object(let old)? = members.values["accessToken"] { token = old }
    token["accessKeyId"] = .string(credentials.accessKeyID)
    token["secretAccessKey"] = .string(credentials.secretAccessKey.exposed)
    token["sessionToken"] = .optional(credentials.sessionToken?.exposed)
    token["expiresAt"] = .optional(credentials.expiration?.formatted(.iso8601))
    var values = members.values
    values["accessToken"] = .object(token)
    values["refreshToken"] = .string(refreshToken.exposed)
    return JSONValue.object(values).bytes
  }

  /// The file of the session called `name` (botocore's `utils.py:generate_login_cache_key`), or `nil` without a home.
  static func path(_ name: String, _ environment: ProcessEnvironment) -> String? {
    let file = Array(SHA256.hash(data: Array(name.utf8))).hexadecimal
    return environment.expanding(environment["AWS_LOGIN_CACHE_DIRECTORY"] ?? "~/.aws/login/cache")
      .map { "\($0)/\(file).json" }
  }
}
