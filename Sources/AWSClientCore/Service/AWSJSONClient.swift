import FoundationEssentials
import PlainText

/// Calls operations of one service over AWS JSON 1.1: encode, sign inside the attempt, send, decode.
///
/// In one file, a little over 200 lines with what is documented of its settings: a call is one path through it.
///
/// Protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
public struct AWSJSONClient: Sendable {
  /// Where the calls go.
  public let endpoint: Endpoint
  private let targetPrefix: String
  private let caller: SignedCaller
  private let rules: RetryRules
  private let quota: RetryQuota
  private let limiter: SendingLimiter?
  private let readLimiter: SendingLimiter?

  /// A service that hangs is given up after so many attempts, however many are allowed.
  private static let longestHang = 3

  /// Makes a client of one service in one Region.
  ///
  /// - Parameters:
  ///   - targetPrefix: What stands before the operation in `X-Amz-Target`, such as `PhotonAdminProxyService`.
  ///   - endpoint: Where the service listens.
  ///   - caller: Signs and sends.
  ///   - rules: When reads are sent again.
  ///   - quota: What retries may spend; shared by all calls of this client.
  ///   - limiter: What holds requests back in the `adaptive` mode; shared by all calls of this client.
  ///   - readLimiter: What holds reads back from the first time that the service asks for fewer calls, whatever the
  ///     mode is. With one, reads that are throttled wait until the service answers them, and are never given up for
  ///     that.
  public init(
    targetPrefix: String,
    endpoint: Endpoint,
    caller: SignedCaller,
    rules: RetryRules = RetryRules(),
    quota: RetryQuota = RetryQuota(),
    limiter: SendingLimiter? = nil,
    readLimiter: SendingLimiter? = nil
  ) {
    self.targetPrefix = targetPrefix
    self.endpoint = endpoint
    self.caller = caller
    self.rules = rules
    self.quota = quota
    self.limiter = limiter
    self.readLimiter = readLimiter
  }

  /// Calls an operation that changes nothing, and calls it again as ``RetryRules`` say.
  ///
  /// - Parameter shortcut: Reads the body of a response with less work than the decoder has, or leaves it to the
  ///   decoder by giving `nil`; what it gives has to be what the decoder would.
  public func read<Input: Encodable & Sendable, Output: Decodable & Sendable>(
    _ operation: String,
    _ input: Input,
    returning: Output.Type = Output.self,
    shortcut: @Sendable (_ body: [UInt8]) -> Output? = { _ in nil }
  ) async throws(ServiceError) -> Output {
    let request = try request(operation, input)
    var attempt = CallAttempt(invocation: caller.context.invocationID(), limit: rules.maximumAttempts)
    var lastCost: Int?
    var hangs = 0
    while true {
      do throws(ServiceError) {
        let output = try await once(operation, request, attempt, shortcut).value
        quota.succeeded(lastCost: lastCost)
        return output
      } catch {
        if error.isHang { hangs += 1 }
        guard
          hangs < Self.longestHang,
          let failure = RetryRules.Failure(error),
          let wait = wait(after: failure, attempt.number, error.refusal?.retryAfter)
        else { throw error }
        if !isWaitedOut(failure) {
          guard quota.take(failure.cost) else { throw error }
          lastCost = failure.cost
        }
        attempt.number += 1
        attempt.serviceAhead = error.refusal?.serviceDate?.timeIntervalSince(caller.context.serviceClock.time)
        do { try await caller.context.clock.sleep(for: wait) } catch { throw .cancelled(operation: operation) }
      }
    }
  }

  /// Whether reads go on after `failure` for as long as it takes: being slowed is no reason not to know.
  private func isWaitedOut(_ failure: RetryRules.Failure) -> Bool { failure == .throttling && readLimiter != nil }

  private func wait(after failure: RetryRules.Failure, _ attempt: Int, _ hint: Duration?) -> Duration? {
    var rules = rules
    if isWaitedOut(failure) { rules.maximumAttempts = .max }
    return rules.wait(after: failure, attempt: attempt, hint: hint, spread: caller.context.spread())
  }

  /// Calls an operation that changes something, in exactly one HTTP attempt.
  ///
  /// It is never sent again from here: after a lost response only the service knows what happened, and asking it is the
  /// caller's business.
  public func write<Input: Encodable & Sendable, Output: Decodable & Sendable>(
    _ operation: String,
    _ input: Input,
    returning: Output.Type = Output.self
  ) async throws(ServiceError) -> ServiceResponse<Output> {
    let attempt = CallAttempt(invocation: caller.context.invocationID(), limit: rules.maximumAttempts, isOnly: true)
    return try await once(operation, request(operation, input), attempt) { _ in nil }
  }

  private func once<Output: Decodable & Sendable>(
    _ operation: String,
    _ request: HTTPRequest,
    _ attempt: CallAttempt,
    _ shortcut: (_ body: [UInt8]) -> Output?
  ) async throws(ServiceError) -> ServiceResponse<Output> {
    var request = request
    request.headers["amz-sdk-invocation-id"] = attempt.invocation
    request.headers["amz-sdk-request"] = attempt.text(in: caller.context)
    let isUnderOne = attempt.isOnly || readLimiter === limiter
    let limiters = (isUnderOne ? [limiter] : [limiter, readLimiter]).compactMap(\.self)
    do {
      for limiter in limiters { try await limiter.admit() }
    } catch {
      throw .cancelled(operation: operation)
    }
    let response: HTTPResponse
    do throws(ServiceError) {
      response = try await caller.send(request, operation: operation, isSentOnce: attempt.isOnly)
      for limiter in limiters { limiter.received(isThrottling: false) }
    } catch {
      let isThrottling = RetryRules.Failure(error) == .throttling
      if error.isAfterSending { for limiter in limiters { limiter.received(isThrottling: isThrottling) } }
      throw error
    }
    let requestID = ErrorResponse.requestID(response)
    if let value = shortcut(response.body) { return ServiceResponse(value: value, requestID: requestID) }
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .custom { decoder in
        Date(clampedSeconds: try decoder.singleValueContainer().decode(TimeInterval.self))
      }
      return ServiceResponse(value: try decoder.decodeForeign(Output.self, from: response.body), requestID: requestID)
    } catch {
      throw .unreadable(
        operation: operation,
        reason: "the body is \(ErrorResponse.bodyKind(response))",
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
public struct ServiceResponse<Value: Sendable>: Sendable {
  /// The decoded result.
  public var value: Value
  /// The request id, to find the call in CloudTrail and to quote to AWS.
  public var requestID: String?

  /// Makes a response.
  public init(value: Value, requestID: String?) {
    self.value = value
    self.requestID = requestID
  }
}

extension ServiceError {
  fileprivate var refusal: Refusal? {
    guard case .refused(let refusal) = self else { return nil }
    return refusal
  }

  fileprivate var isAfterSending: Bool {
    switch self {
    case .credentials, .cancelled: false
    case .refused, .unreachable, .unreadable, .repeatedPageToken, .listKeepsChanging: true
    }
  }

  fileprivate var isHang: Bool {
    switch self {
    case .unreachable(_, .responseTimedOut), .unreachable(_, .connectTimedOut): true
    default: false
    }
  }
}
