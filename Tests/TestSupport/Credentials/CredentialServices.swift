package import AWSClientCore
package import FoundationEssentials
import PlainText
import Synchronization

/// The services that credentials come from, pretended: STS, IAM Identity Center's two, AWS Sign-In, and the metadata of
/// containers and instances.
///
/// Each is a base path of its own, so that one address serves for all. What they accept is in ``Rules``; every key that
/// they give has a name that says where it came from, and every secret contains ``secretMark``.
package final class CredentialServices: HTTPTransport {
  /// The part of every secret that tests search texts for.
  package static let secretMark = "s3cret"

  /// The secret of the client that the AWS CLI has registered with IAM Identity Center.
  package static let clientSecret = "client-s3cret"
  /// The tokens that renewals give, by IAM Identity Center and by AWS Sign-In.
  static let laterTokens = ["sso-s3cret-2", "sso-refresh-s3cret-2", "login-refresh-s3cret-2"]

  /// One service; the raw value is its base path without the slash.
  package enum Service: String, CaseIterable, Sendable {
    case sts, sso, oidc, signin, container, imds
  }

  /// What the services accept and give.
  package struct Rules: Sendable {
    /// How long keys live, in seconds.
    package var life: TimeInterval = 3600
    /// The account that every caller is said to be of.
    package var account = "123456789012"
    /// The code of every MFA device.
    package var mfaCode = "123456-s3cret"
    /// The token of the web identity.
    package var webToken = "web-s3cret"
    /// The access token that the portal accepts.
    package var ssoToken = "sso-s3cret-1"
    /// The refresh token that the token service accepts.
    package var ssoRefreshToken = "sso-refresh-s3cret-1"
    /// The refresh token that sign-in accepts.
    package var loginRefreshToken = "login-refresh-s3cret-1"
    /// The raw public key that login sessions are bound to.
    package var loginKey = Data()
    /// What a container shows; `nil` when nothing has to be shown.
    package var containerToken: String?
    /// Whether the instance gives session tokens, and whether it answers without one.
    package var hasMetadataTokens = true
    package var answersWithoutToken = false
    /// The instance's role; `nil` when it has none.
    package var instanceRole: String? = "web-server"
    /// Keys that are given instead of those that are made up, for services that know them.
    package var keys: [Credentials] = []
    /// Answers that are given first, whatever was asked.
    package var first: [Service: [HTTPResponse]] = [:]

    /// Everything in them, and in what follows from them, that nobody may see.
    package var secrets: [String] {
      [mfaCode, webToken, ssoToken, ssoRefreshToken, loginRefreshToken, CredentialServices.clientSecret]
        + CredentialServices.laterTokens + [containerToken].compactMap(\.self)
        + keys.flatMap { [$0.secretAccessKey.exposed, $0.sessionToken?.exposed ?? ""] }
    }
  }

  struct State {
    var rules = Rules()
    var log: [String] = []
    var given = 0
    var proofs: Set<String> = []
  }

  let state = Mutex(State())
  let now: @Sendable () -> Date

  /// Makes services whose keys end by the clock `now`.
  package init(now: @escaping @Sendable () -> Date) {
    self.now = now
  }

  /// Changes the rules.
  package func change(_ change: (inout Rules) -> Void) {
    state.withLock { change(&$0.rules) }
  }

  /// What was asked, in order.
  package var log: [String] { state.withLock(\.log) }

  var rules: Rules { state.withLock(\.rules) }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    answer(request)
  }

  /// The answer to one request.
  package func answer(_ request: HTTPRequest) -> HTTPResponse {
    let parts = request.path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: true)
    guard let service = parts.first.flatMap({ Service(rawValue: String($0)) }) else { return Self.answer(404, "") }
    let path = parts.count > 1 ? String(parts[1]) : ""
    let prepared = state.withLock { state -> HTTPResponse? in
      guard state.rules.first[service]?.isEmpty == false else { return nil }
      state.log.append("\(service): prepared")
      return state.rules.first[service]?.removeFirst()
    }
    if let prepared { return prepared }
    return switch service {
    case .sts: answerSTS(request)
    case .sso: answerPortal(request, path)
    case .oidc: answerTokenService(request, path)
    case .signin: answerSignIn(request, path)
    case .container: answerContainer(request, path)
    case .imds: answerInstance(request, path)
    }
  }

  func note(_ line: String) {
    state.withLock { $0.log.append(line) }
  }

  /// The next key, named after where it comes from.
  func key(_ origin: String) -> (id: String, secret: String, token: String, end: Date) {
    let (number, life, known) = state.withLock { state in
      state.given += 1
      return (state.given, state.rules.life, state.rules.keys.isEmpty ? nil : state.rules.keys.removeFirst())
    }
    if let known {
      let token = known.sessionToken?.exposed ?? ""
      return (known.accessKeyID, known.secretAccessKey.exposed, token, now().addingTimeInterval(life))
    }
    let id = "ASIA.\(origin).\(number)"
    return (id, "s3cret-of-\(id)", "s3cret-token-of-\(id)", now().addingTimeInterval(life))
  }

  package static func answer(_ status: Int, _ body: String, type: String = "application/json") -> HTTPResponse {
    HTTPResponse(status: status, headers: ["Content-Type": type], body: Array(body.utf8))
  }
}
