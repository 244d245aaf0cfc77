/// Why a call to an AWS service has no result.
public enum ServiceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The service answered with an error; the code is its own word.
  case refused(Refusal)
  /// No whole response arrived.
  case unreachable(operation: String, TransportError)
  /// A response arrived that is not one of this operation's; `reason` is a clause.
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
      "\(operation) got no response. \(error)"
    case .unreadable(let operation, let reason, let requestID):
      "The response to \(operation) cannot be read: \(reason)\(requestID.map { ", request \($0)" } ?? ""). "
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
      case .responseTimedOut, .connectTimedOut: "TIMED_OUT"
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
