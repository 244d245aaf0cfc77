import Algorithms
import FoundationEssentials
import Logging
import PlainText

/// Calls the services that give credentials for a token or a code: nothing is signed.
struct TokenCaller: Sendable {
  let transport: any HTTPTransport
  let context: CallContext

  init(_ context: CredentialContext) {
    transport = context.network.transport
    self.context = context.calls
  }

  /// Sends `request`, again where the standard retry rules say so.
  ///
  /// - Parameter secrets: What the request holds that nobody may see; it is taken out of a refusal.
  /// - Throws: ``ServiceError`` for every response that is not a success.
  func send(
    _ request: HTTPRequest,
    operation: String,
    secrets: [Secret]
  ) async throws(ServiceError) -> HTTPResponse {
    var request = request
    request.headers["User-Agent"] = context.userAgent
    let whole = request
    let redaction = Redaction(secrets)
    return try await Attempts(context).answer { () async throws(ServiceError) in
      try await once(whole, operation, redaction)
    }
  }

  private func once(
    _ request: HTTPRequest,
    _ operation: String,
    _ redaction: Redaction
  ) async throws(ServiceError) -> HTTPResponse {
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await transport.send(request)
    } catch {
      context.logger.warning("no response", metadata: ["operation": "\(operation)", "reason": "\(error)"])
      throw .unreachable(operation: operation, error)
    }
    guard response.isSuccess else {
      let refusal = Self.refusal(redaction.cleaned(response), operation)
      context.logger.warning(
        "refused",
        metadata: ["operation": "\(operation)", "status": "\(response.status)", "code": "\(refusal.code)"]
      )
      throw .refused(refusal)
    }
    return response
  }

  /// A refusal in the form of OAuth 2.0 (RFC 6749, section 5.2), or else in one of AWS's own.
  private static func refusal(_ response: HTTPResponse, _ operation: String) -> Refusal {
    var refusal = ErrorResponse.refusal(response, to: operation)
    guard let answer = try? JSONDecoder().decodeForeign(OAuthError.self, from: response.body) else { return refusal }
    refusal.code = answer.error
    refusal.message = answer.description.map(ErrorResponse.firstParagraph) ?? refusal.message
    return refusal
  }

  private struct OAuthError: Decodable {
    let error: String
    let description: String?

    private enum CodingKeys: String, CodingKey {
      case error
      case description = "error_description"
    }
  }
}

/// Sends a call for credentials again as the standard retry rules say.
struct Attempts {
  private let context: CallContext
  private let rules: RetryRules
  private let isRepeatable: Bool

  /// - Parameter isRepeatable: Whether it does no harm to ask for the same thing twice; otherwise a call is sent again
  ///   only when nothing can have come of it.
  init(_ context: CallContext, isRepeatable: Bool = true) {
    self.context = context
    rules = RetryRules(maximumAttempts: context.maximumAttempts)
    self.isRepeatable = isRepeatable
  }

  /// STS could not reach the provider of a web identity, which the standard rules do not know of
  /// (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html).
  private static func failure(_ error: ServiceError) -> RetryRules.Failure? {
    if case .refused(let refusal) = error, refusal.code == "IDPCommunicationError" { return .transient }
    return RetryRules.Failure(error)
  }

  func answer(
    _ once: () async throws(ServiceError) -> HTTPResponse
  ) async throws(ServiceError) -> HTTPResponse {
    var attempt = 1
    while true {
      do throws(ServiceError) {
        return try await once()
      } catch {
        guard let failure = Self.failure(error), isRepeatable || error.isCertainlyUndone else { throw error }
        let wait = rules.wait(after: failure, attempt: attempt, hint: error.hint, spread: context.spread())
        guard let wait else { throw error }
        // Whoever cancels hears of the failure that there was.
        guard (try? await context.clock.sleep(for: wait)) != nil else { throw error }
        attempt += 1
      }
    }
  }
}

extension ServiceError {
  /// Whether the call never arrived, or was turned away before anything came of it.
  fileprivate var isCertainlyUndone: Bool {
    switch self {
    case .unreachable(_, let failure): failure.isCertainlyUnsent
    case .refused(let refusal): refusal.status < 500
    default: false
    }
  }

  fileprivate var hint: Duration? {
    guard case .refused(let refusal) = self else { return nil }
    return refusal.retryAfter
  }

  /// What happened, as a clause, with the setting of `role` that the service blames.
  func clause(naming role: RoleRequest, _ names: RoleSettingNames = .profile) -> String {
    guard case .refused(let refusal) = self, let setting = role.blamed(in: refusal.message, names) else {
      return clause
    }
    return "\(clause); that is \(setting), correct it"
  }

  /// What happened, as a clause: the reason why a source of credentials cannot be used.
  var clause: String {
    guard case .refused(let refusal) = self else {
      return String(("\(self)" as Line).text.trimmingSuffix { $0 == "." })
    }
    let words = refusal.message.isEmpty ? "no reason given" : "\(refusal.message.trimmingSuffix { $0 == "." })"
    let source = refusal.credentialSource.map { ", with the credentials in \($0)" } ?? ""
    let clause: Line = "\(refusal.operation) was refused: \(words) (\(refusal.code))\(source)"
    return clause.text
  }
}
