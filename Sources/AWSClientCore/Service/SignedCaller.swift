import Logging

/// Signs one request and sends it once: the step that every AWS protocol shares.
public struct SignedCaller: Sendable {
  /// What the call takes from its surroundings.
  public let context: CallContext
  private let signer: SigV4Signer
  private let credentials: any CredentialProvider
  private let transport: any HTTPTransport

  /// Makes a caller for one service in one Region.
  public init(
    scope: SigningScope,
    credentials: any CredentialProvider,
    transport: any HTTPTransport,
    context: CallContext
  ) {
    signer = SigV4Signer(scope: scope)
    self.credentials = credentials
    self.transport = transport
    self.context = context
  }

  /// Signs `request` as of now and sends it.
  ///
  /// - Throws: ``ServiceError`` for every answer that is not a success, with the service's own code and words.
  public func send(_ request: HTTPRequest, operation: String) async throws(ServiceError) -> HTTPResponse {
    var request = request
    request.headers["User-Agent"] = context.userAgent
    let credentials: Credentials
    do throws(CredentialError) {
      credentials = try await self.credentials.credentials()
    } catch {
      throw .credentials(error)
    }
    let signed = signer.sign(request, with: credentials, at: SigningDate(context.now()))
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await transport.send(signed)
    } catch {
      context.logger.warning("no answer", metadata: ["operation": "\(operation)", "reason": "\(error)"])
      throw Task.isCancelled ? .cancelled(operation: operation) : .unreachable(operation: operation, error)
    }
    let requestID = ErrorAnswer.requestID(response) ?? "-"
    guard (200..<300).contains(response.status) else {
      let refusal = ErrorAnswer.refusal(response, to: operation)
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
