/// AWS's `standard` retry rules of 2026 as a decision: whether to send a read again, and after how long.
///
/// Source: "Updated default retry behavior for AWS SDKs and tools" (AWS Developer Blog, 2026-11) and botocore 1.44's
/// `retries/standard.py`. Only reads are ever retried by the client; see ``AWSJSONClient``.
public struct RetryRules: Sendable, Equatable {
  /// Attempts in all, the first one included.
  public var maximumAttempts: Int

  /// Makes rules; AWS's default is three attempts in all.
  public init(maximumAttempts: Int = 3) {
    self.maximumAttempts = maximumAttempts
  }

  /// How a failed attempt counts.
  public enum Failure: Sendable, Equatable {
    /// The service asked for fewer calls.
    case throttling
    /// A fault that is likely to pass.
    case transient

    /// What a retry after it takes from the ``RetryQuota``.
    public var cost: Int { self == .throttling ? 5 : 14 }

    /// The failure that `error` is, or `nil` when sending again cannot help.
    public init?(_ error: ServiceError) {
      switch error {
      case .refused(let refusal) where refusal.isRetryable:
        self = refusal.isThrottling ? .throttling : .transient
      case .unreachable(_, let error):
        switch error {
        case .proxyRefused, .untrusted, .cancelled: return nil
        case .cannotConnect, .connectTimedOut, .responseTimedOut, .connectionLost: self = .transient
        }
      case .refused, .unreadable, .repeatedPageToken, .listKeepsChanging, .credentials, .cancelled:
        return nil
      }
    }
  }

  /// The wait before the attempt after number `attempt` (1 is the first), or `nil` to give up.
  ///
  /// - Parameters:
  ///   - failure: How the attempt failed.
  ///   - attempt: The number of the attempt that failed.
  ///   - hint: What the service asked for in `x-amz-retry-after`.
  ///   - spread: A random number from 0 up to 1, so that clients do not come back all at once.
  public func wait(after failure: Failure, attempt: Int, hint: Duration?, spread: Double) -> Duration? {
    guard attempt < maximumAttempts else { return nil }
    let base = failure == .throttling ? 1.0 : 0.05
    let window = min(base * Double(1 << min(attempt - 1, 20)), 20)
    let wait = Duration.seconds(window * spread)
    guard let hint else { return wait }
    return max(wait, min(hint, wait + .seconds(5)))
  }
}
