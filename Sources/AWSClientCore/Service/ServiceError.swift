public import FoundationEssentials

/// Why a call to an AWS service has no result.
public enum ServiceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The service answered with an error; the code is its own word.
  case refused(Refusal)
  /// No whole answer arrived.
  case unreachable(operation: String, TransportError)
  /// An answer arrived that is not one of this operation's; `reason` is a clause.
  case unreadable(operation: String, reason: String, requestID: String?)
  /// The service gave the same page token twice, so the list has no end.
  case repeatedPageToken(operation: String)
  /// A list of several pages was another one each time that it was read, so that nobody knows what is on it.
  case listKeepsChanging(operation: String)
  /// There was nothing to sign the request with.
  case credentials(CredentialError)
  /// The caller's task was cancelled.
  case cancelled(operation: String)

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .refused(let refusal):
      refusal.description
    case .unreachable(let operation, let error):
      "\(operation) got no answer. \(error)"
    case .unreadable(let operation, let reason, let requestID):
      "The answer to \(operation) cannot be read: \(reason)\(requestID.map { ", request \($0)" } ?? ""). "
        + "Check the endpoint, and that no proxy answers in its place."
    case .repeatedPageToken(let operation):
      "\(operation) gave the same page token twice, so the rest of the list cannot be read. Try again later."
    case .listKeepsChanging(let operation):
      "\(operation) gave another list each time it was read, so nobody knows what is on it. "
        + "Try again when nobody else is changing it."
    case .credentials(let error):
      error.description
    case .cancelled(let operation):
      "\(operation) was cancelled."
    }
  }

  /// The service's own code, or a word of ours for errors that have none.
  public var code: String {
    switch self {
    case .refused(let refusal): refusal.code
    case .unreachable(_, let error):
      switch error {
      case .answerTimedOut, .connectTimedOut: "TIMED_OUT"
      case .cannotConnect, .proxyRefused, .untrusted: "CANNOT_CONNECT"
      case .connectionLost, .cancelled: "CONNECTION_LOST"
      }
    case .unreadable, .listKeepsChanging: "UNREADABLE_ANSWER"
    case .repeatedPageToken: "REPEATED_PAGE_TOKEN"
    case .credentials: "NO_CREDENTIALS"
    case .cancelled: "CANCELLED"
    }
  }
}

/// A service's "no": what it refused, in its own code and words.
public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The operation asked for, such as `DescribeStacks`.
  public var operation: String
  /// The service's own code, such as `AccessDeniedException`; `HTTP 502` and the like where it gave none.
  public var code: String
  /// The service's own words; may be empty.
  public var message: String
  /// The HTTP status.
  public var status: Int
  /// The request id, to find the call in CloudTrail and to quote to AWS.
  public var requestID: String?
  /// How long the service asks to wait, from `x-amz-retry-after`.
  public var retryAfter: Duration?
  /// What the service's clock said, from `Date`.
  public var serviceDate: Date?
  /// The IAM action that the caller needs, such as `sts:AssumeRole`; `nil` where nobody signed the call.
  public var iamAction: String?
  /// Where the keys came from that the service does not accept, as a person calls it.
  public var keySource: String?

  /// Makes a refusal.
  public init(
    operation: String,
    code: String,
    message: String,
    status: Int,
    requestID: String? = nil,
    retryAfter: Duration? = nil,
    serviceDate: Date? = nil,
    iamAction: String? = nil
  ) {
    self.operation = operation
    self.code = code
    self.message = message
    self.status = status
    self.requestID = requestID
    self.retryAfter = retryAfter
    self.serviceDate = serviceDate
    self.iamAction = iamAction
  }

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    let request = requestID.map { ", request \($0)" } ?? ""
    let words = message.isEmpty ? "no reason given" : message.hasSuffix(".") ? String(message.dropLast()) : message
    return "The service refused \(operation): \(words) (\(code)\(request)).\(advice)"
  }

  private var advice: String {
    switch kind {
    case .throttled: " It is busy: try again in a minute."
    case .credentialsRefused:
      (keySource.map { " The keys are those in \($0)." } ?? "")
        + " Renew the credentials, or choose another profile with --profile."
    case .accessDenied:
      " Ask for \(iamAction.map { "the IAM action \($0)" } ?? "access"), or choose another profile with --profile."
    case .serverFault: " Try again in a few minutes."
    case .other: ""
    }
  }
}
