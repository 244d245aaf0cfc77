public import AWSClientCore
public import AppStream

/// A plan as it is with one thing about it changed: another plan, with another fingerprint.
extension Plan {
  /// The same plan for `entries` alone.
  public func narrowed(to entries: some Sequence<Association>) -> Plan {
    var plan = self
    plan.entries = Set(entries).sorted()
    return plan
  }

  /// The same plan with another caller.
  public func asked(by caller: CallerIdentity?) -> Plan {
    var plan = self
    plan.caller = caller
    return plan
  }

  /// The same plan with another reason.
  public func withReason(_ reason: String) -> Plan {
    var plan = self
    plan.reason = reason
    return plan
  }
}
