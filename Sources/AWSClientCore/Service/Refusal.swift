public import FoundationEssentials

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
  /// Where the credentials came from that the service does not accept, as a person calls it.
  public var credentialSource: String?

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
      (credentialSource.map { " The credentials are those in \($0)." } ?? "")
        + " Renew the credentials, or choose another profile with --profile."
    case .accessDenied:
      " Ask for \(iamAction.map { "the IAM action \($0)" } ?? "access"), or choose another profile with --profile."
    case .serverFault: " Try again in a few minutes."
    case .other: ""
    }
  }
}
