import FoundationEssentials

/// Calls operations of one service over AWS JSON 1.1: encode, sign inside the attempt, send, decode.
///
/// Protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
public struct AWSJSONClient: Sendable {
  /// Where the calls go.
  public let endpoint: Endpoint
  private let targetPrefix: String
  private let caller: SignedCaller
  private let rules: RetryRules
  private let quota: RetryQuota

  /// Makes a client of one service in one Region.
  ///
  /// - Parameters:
  ///   - targetPrefix: What stands before the operation in `X-Amz-Target`, such as `PhotonAdminProxyService`.
  ///   - endpoint: Where the service listens.
  ///   - caller: Signs and sends.
  ///   - rules: When reads are sent again.
  ///   - quota: What retries may spend; shared by all calls of this client.
  public init(
    targetPrefix: String,
    endpoint: Endpoint,
    caller: SignedCaller,
    rules: RetryRules = RetryRules(),
    quota: RetryQuota = RetryQuota()
  ) {
    self.targetPrefix = targetPrefix
    self.endpoint = endpoint
    self.caller = caller
    self.rules = rules
    self.quota = quota
  }

  /// Calls an operation that changes nothing, and calls it again as ``RetryRules`` say.
  public func read<Input: Encodable & Sendable, Output: Decodable & Sendable>(
    _ operation: String,
    _ input: Input,
    returning: Output.Type = Output.self
  ) async throws(ServiceError) -> Output {
    let request = try request(operation, input)
    let invocation = caller.context.invocationID()
    var attempt = 1
    var lastCost: Int?
    while true {
      do throws(ServiceError) {
        let output: Output = try await once(operation, request, invocation, attempt).value
        quota.succeeded(lastCost: lastCost)
        return output
      } catch {
        guard
          let failure = RetryRules.Failure(error),
          let wait = rules.wait(
            after: failure,
            attempt: attempt,
            hint: error.retryAfter,
            spread: caller.context.spread()
          ),
          quota.take(failure.cost)
        else { throw error }
        lastCost = failure.cost
        do { try await caller.context.clock.sleep(for: wait) } catch { throw .cancelled(operation: operation) }
        attempt += 1
      }
    }
  }

  /// Calls an operation that changes something, in exactly one HTTP attempt.
  ///
  /// It is never sent again from here: after a lost answer only the service knows what happened, and asking it is the
  /// caller's business.
  public func write<Input: Encodable & Sendable, Output: Decodable & Sendable>(
    _ operation: String,
    _ input: Input,
    returning: Output.Type = Output.self
  ) async throws(ServiceError) -> Answer<Output> {
    try await once(operation, request(operation, input), caller.context.invocationID(), 1)
  }

  private func once<Output: Decodable & Sendable>(
    _ operation: String,
    _ request: HTTPRequest,
    _ invocation: String,
    _ attempt: Int
  ) async throws(ServiceError) -> Answer<Output> {
    var request = request
    request.headers["amz-sdk-invocation-id"] = invocation
    request.headers["amz-sdk-request"] = "attempt=\(attempt); max=\(rules.maximumAttempts)"
    let response = try await caller.send(request, operation: operation)
    let requestID = ErrorAnswer.requestID(response)
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .secondsSince1970
      return Answer(value: try decoder.decode(Output.self, from: Data(response.body)), requestID: requestID)
    } catch {
      throw .unreadable(
        operation: operation,
        reason: "the body is \(ErrorAnswer.bodyKind(response))",
        requestID: requestID
      )
    }
  }

  private func request(_ operation: String, _ input: some Encodable) throws(ServiceError) -> HTTPRequest {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    do {
      return HTTPRequest(
        endpoint: endpoint,
        headers: [
          "Content-Type": "application/x-amz-json-1.1",
          "X-Amz-Target": "\(targetPrefix).\(operation)",
        ],
        body: Array(try encoder.encode(input))
      )
    } catch {
      throw .unreadable(operation: operation, reason: "the request cannot be written as JSON", requestID: nil)
    }
  }
}

/// A result, with the id that the service gave the request.
public struct Answer<Value: Sendable>: Sendable {
  /// The decoded result.
  public var value: Value
  /// The request id, to find the call in CloudTrail and to quote to AWS.
  public var requestID: String?

  /// Makes an answer.
  public init(value: Value, requestID: String?) {
    self.value = value
    self.requestID = requestID
  }
}

extension ServiceError {
  fileprivate var retryAfter: Duration? {
    guard case .refused(let refusal) = self else { return nil }
    return refusal.retryAfter
  }
}
