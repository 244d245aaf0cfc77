public import AWSClientCore

/// What came of asking for other credentials after the service had refused those in use.
public enum Renewal: Sendable, Equatable {
  /// They are accepted, and of the account that the run is about.
  case renewed
  /// They are not accepted yet.
  case refused
  /// They are accepted, but of another account, whose users the run must not touch; its number.
  case otherAccount(String)
  /// They are others than those of the confirmation, and nobody knows in which account the run is.
  case otherCredentials
}

/// What a run does while its credentials are refused.
public struct RenewalRule: Sendable {
  /// Asks for credentials anew, and whose they are.
  var ask: @Sendable () async -> Renewal
  /// How long it goes on asking; `nil` goes on until the run is stopped.
  var limit: Duration?

  /// How long it waits between asking; the first time it asks at once.
  static let interval: Duration = .seconds(5)

  /// Makes a rule.
  public init(limit: Duration?, ask: @escaping @Sendable () async -> Renewal) {
    self.limit = limit
    self.ask = ask
  }
}

extension Renewal {
  /// What the standing of a run's credentials means for it.
  public init(_ standing: AccountCredentials.Standing) {
    switch standing {
    case .accepted: self = .renewed
    case .unknown: self = .refused
    case .otherAccount(let number): self = .otherAccount(number)
    case .others: self = .otherCredentials
    }
  }
}
