extension Refusal {
  /// What a refusal means for the caller, read off its code and status.
  public enum Kind: Sendable, Equatable {
    /// Too many calls: nothing was applied, and waiting helps.
    case throttled
    /// The signature, the credentials or the session token were not accepted: nothing was applied.
    case credentialsRefused
    /// IAM does not let this caller do it: nothing was applied.
    case accessDenied
    /// The service failed on its own side; whether it applied the call is not known.
    case serverFault
    /// Anything else: the request itself was refused.
    case other
  }

  /// What the refusal means.
  public var kind: Kind {
    if Self.throttleCodes.contains(code) || status == 429 { return .throttled }
    if Self.credentialCodes.contains(code) { return .credentialsRefused }
    if Self.accessCodes.contains(code) { return .accessDenied }
    if status >= 500 || Self.transientCodes.contains(code) { return .serverFault }
    return .other
  }

  /// Whether the response named no code of a service's: then something else, such as a proxy, may have given it.
  public var isWithoutCode: Bool { code == Self.codeOfStatus(status) }

  /// The word that stands in place of a code where a response has none.
  static func codeOfStatus(_ status: Int) -> String { "HTTP \(status)" }

  /// Whether the standard retry rules send a read again after it.
  ///
  /// A status 429 counts as throttling whatever the code (botocore 1.44's `standard` mode, `retries/standard.py`).
  var isRetryable: Bool {
    isThrottling || Self.transientCodes.contains(code) || [500, 502, 503, 504].contains(status)
  }

  /// Whether the retry rules count it as throttling, with the longer delay.
  var isThrottling: Bool { Self.throttleCodes.contains(code) || status == 429 }

  /// botocore's list (`retries/standard.py`) without `LimitExceededException`, which is an account quota in AppStream.
  private static let throttleCodes: Set<String> = [
    "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "TooManyRequestsException",
    "ProvisionedThroughputExceededException", "TransactionInProgressException", "RequestLimitExceeded",
    "BandwidthLimitExceeded", "RequestThrottled", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException",
  ]
  private static let transientCodes: Set<String> = ["RequestTimeout", "RequestTimeoutException"]
  private static let accessCodes: Set<String> = ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation"]
  /// Codes of IAM's "Common errors" page and of SigV4 verification.
  private static let credentialCodes: Set<String> = [
    "AuthFailure", "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "IncompleteSignatureException",
    "InvalidAccessKeyId", "InvalidClientTokenId", "InvalidSignatureException", "InvalidToken",
    "MissingAuthenticationToken", "MissingAuthenticationTokenException", "NotAuthorized", "RequestExpired",
    "RequestInTheFuture", "RequestTimeTooSkewed", "SignatureDoesNotMatch", "TokenRefreshRequired",
    "UnrecognizedClientException",
  ]
}

extension Refusal {
  /// Whether other credentials could help: the service does not accept these, rather than the date or the way of
  /// signing.
  var isOfCredentials: Bool {
    kind == .credentialsRefused && !Self.codesOfDates.contains(code)
  }

  /// The refusal with the place where the refused credentials came from.
  func of(_ credentials: Credentials) -> Refusal {
    var refusal = self
    if isOfCredentials { refusal.credentialSource = credentials.source }
    return refusal
  }

  private static let codesOfDates: Set<String> = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]
}
