public import FoundationEssentials

extension Plan {
  /// A clock that is this much ahead of another is still right enough: the tolerance that AWS has for signatures.
  public static let clockTolerance: TimeInterval = 300

  /// When it may no longer be sent, by what its maker said and, where that is less, by `limit`.
  public func expiry(within limit: PlanValidity? = nil) -> Date {
    let own = validity ?? .standard
    return created.addingTimeInterval(Double(min(own, limit ?? own).seconds))
  }

  /// Whether it seems to be made after `moment`, so that nobody can tell how old it is: one of two clocks is wrong.
  public func isOfTheFuture(at moment: Date) -> Bool {
    created > moment.addingTimeInterval(Self.clockTolerance)
  }
}
