import FoundationEssentials
import Logging

/// Signs one request and sends it once: the step that every AWS protocol shares.
public struct SignedCaller: Sendable {
  /// What the call takes from its context.
  public let context: CallContext
  private let signer: SigV4Signer
  private let credentials: any CredentialProvider
  private let service: String
  private let transport: any HTTPTransport
  private let secrets = SentSecrets()

  /// Makes a caller for one service in one Region.
  public init(
    scope: SigningScope,
    credentials: any CredentialProvider,
    transport: any HTTPTransport,
    context: CallContext
  ) {
    service = scope.service
    signer = SigV4Signer(scope: scope)
    self.credentials = credentials
    self.transport = transport
    self.context = context
  }

  /// Signs `request` as of now and sends it.
  ///
  /// Where the service refuses the signature because of this machine's clock, the request is signed and sent once more
  /// with the service's time, unless `isSentOnce`; later calls are signed with that time in any case.
  ///
  /// The response is free of the secrets that the call was made with, unless it is a success that `givesCredentials`:
  /// credentials that a service gives must arrive as they are, and are shown nowhere.
  ///
  /// - Throws: ``ServiceError`` for every response that is not a success, with the service's own code and words.
  public func send(
    _ request: HTTPRequest,
    operation: String,
    isSentOnce: Bool = false,
    givesCredentials: Bool = false
  ) async throws(ServiceError) -> HTTPResponse {
    var request = request
    request.headers["User-Agent"] = context.userAgent
    var isSignedAgain = false
    while true {
      let found = try await foundCredentials()
      // Only now: somebody may have typed a code for minutes before there were credentials.
      let date = context.serviceClock.time
      do throws(ServiceError) {
        let signed = signer.sign(request, with: found, at: SigningDate(date))
        return try await send(signed, operation, secrets.redaction(of: signed, with: found), givesCredentials)
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        let isOfClock = !isSignedAgain && context.serviceClock.learn(from: refusal, signedAt: date)
        // Credentials that the clock was to blame for may be good.
        if !isOfClock, refusal.isOfCredentials { credentials.refused(found) }
        guard isOfClock, !isSentOnce else { throw .refused(refusal.of(found)) }
        isSignedAgain = true
      }
    }
  }

  private func foundCredentials() async throws(ServiceError) -> Credentials {
    do throws(CredentialError) {
      return try await credentials.credentials()
    } catch {
      throw .credentials(error)
    }
  }

  private func send(
    _ signed: HTTPRequest,
    _ operation: String,
    _ redaction: Redaction,
    _ givesCredentials: Bool
  ) async throws(ServiceError) -> HTTPResponse {
    let response: HTTPResponse
    do throws(TransportError) {
      let answer = try await transport.send(signed)
      response = givesCredentials && answer.isSuccess ? answer : redaction.cleaned(answer)
    } catch {
      context.logger.warning("no response", metadata: ["operation": "\(operation)", "reason": "\(error)"])
      throw Task.isCancelled ? .cancelled(operation: operation) : .unreachable(operation: operation, error)
    }
    let requestID = ErrorResponse.requestID(response) ?? "-"
    guard response.isSuccess else {
      var refusal = ErrorResponse.refusal(response, to: operation)
      refusal.iamAction = "\(service):\(operation)"
      context.logger.warning(
        "refused",
        metadata: [
          "operation": "\(operation)", "status": "\(response.status)", "code": "\(refusal.code)",
          "request": "\(requestID)",
        ]
      )
      throw .refused(refusal)
    }
    context.logger.debug(
      "answered",
      metadata: ["operation": "\(operation)", "status": "\(response.status)", "request": "\(requestID)"]
    )
    return response
  }
}
