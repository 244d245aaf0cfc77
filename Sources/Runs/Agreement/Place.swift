import AWSClientCore

/// Where something is read and sent: which account, as far as it is known, which Region, and through which endpoint.
public struct Place: Sendable, Equatable {
  /// The account's number; `nil` where STS has not said it.
  public var account: String?
  /// The Region.
  public var region: String
  /// The endpoint's URL.
  public var endpoint: String

  /// Makes a place.
  public init(account: String?, region: String, endpoint: String) {
    self.account = account
    self.region = region
    self.endpoint = endpoint
  }

  /// What tells another place from this one.
  public enum Difference: Sendable, Equatable {
    /// It is in another account.
    case account(String, here: String)
    /// It is in another Region.
    case region(String, here: String)
    /// It is behind another endpoint.
    case endpoint(String, here: String)
  }

  /// What tells the place of `plan` from this one; `nil` where nothing is known to.
  ///
  /// An account that STS did not name, there or here, is left to the check, which asks again.
  public func difference(from plan: Plan) -> Difference? { differences(from: plan).first }

  /// Everything that tells the place of `plan` from this one.
  public func differences(from plan: Plan) -> [Difference] {
    var differences: [Difference] = []
    if plan.region != region { differences.append(.region(plan.region, here: region)) }
    if plan.endpoint != endpoint { differences.append(.endpoint(plan.endpoint, here: endpoint)) }
    if let planned = plan.caller?.account, let account, planned != account {
      differences.append(.account(planned, here: account))
    }
    return differences
  }

  /// Why what is read here may not be taken for what became of the run of `plan`; `nil` where it may.
  ///
  /// Nobody has to agree to a read, but in another account it would tell a lie, and nobody knows whose stacks these are
  /// while STS is silent.
  public func obstacle(toGoingOnWith plan: Plan) -> Obstacle? {
    if let difference = difference(from: plan) { return .elsewhere(.run, difference) }
    guard account == nil, let earlier = plan.caller?.account else { return nil }
    return .accountUnknown(.run, earlier)
  }
}
