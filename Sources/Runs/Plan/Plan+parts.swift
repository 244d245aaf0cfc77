public import AWSClientCore
public import FoundationEssentials

extension Plan {
  /// Where a plan is to be sent, and as whom.
  public struct Target: Sendable, Equatable {
    /// Who calls the service, or `nil` when STS did not say.
    public var caller: CallerIdentity?
    /// The Region.
    public var region: String
    /// The endpoint's URL.
    public var endpoint: String

    /// Makes a target.
    public init(caller: CallerIdentity?, region: String, endpoint: String) {
      self.caller = caller
      self.region = region
      self.endpoint = endpoint
    }
  }

  /// Who makes a plan, for which reason, and when.
  public struct Authorship: Sendable, Equatable {
    /// Who it is, and from where.
    public var origin: Origin
    /// The reason or ticket that is given, if one is.
    public var reason: String?
    /// When, by the wall clock.
    public var created: Date

    /// Makes an authorship.
    public init(origin: Origin, reason: String? = nil, created: Date) {
      self.origin = origin
      self.reason = reason
      self.created = created
    }
  }
}
