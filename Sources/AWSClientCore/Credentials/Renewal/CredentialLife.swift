public import FoundationEssentials

/// What is known about credentials that were found, and whether it is time for newer ones.
///
/// Times: botocore's `credentials.py:RefreshableCredentials`.
public struct CredentialLife: Sendable, Equatable {
  /// With less time left than this, newer ones are tried for; failing that, these still serve.
  public static let advisory: TimeInterval = 15 * 60
  /// With less time left than this, newer ones have to be had.
  public static let mandatory: TimeInterval = 10 * 60
  /// Whoever was asked and gave credentials that end soon, or failed, is left alone for this long.
  public static let pause: TimeInterval = 60

  /// The credentials.
  public var credentials: Credentials
  /// When their source was last asked.
  public var asked: Date
  /// Whether a service has refused them.
  public var isRefused = false

  /// What to do when credentials are wanted.
  public enum Decision: Sendable, Equatable {
    /// Use them.
    case use
    /// Try for newer ones, and use these when there are none.
    case tryToRenew
    /// Renew them; they must not be used any more.
    case renew
  }

  /// Makes the life of credentials that were found at `asked`.
  public init(_ credentials: Credentials, asked: Date) {
    self.credentials = credentials
    self.asked = asked
  }

  /// What to do when credentials are wanted at `now`.
  public func decision(at now: Date) -> Decision {
    if isRefused { return .renew }
    guard let end = credentials.expiration else { return .use }
    let left = end.timeIntervalSince(now)
    if left <= 0 { return .renew }
    guard left < Self.advisory, now.timeIntervalSince(asked) >= Self.pause else { return .use }
    return left < Self.mandatory ? .renew : .tryToRenew
  }
}
