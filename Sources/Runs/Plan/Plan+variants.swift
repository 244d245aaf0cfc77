public import AWSClientCore
public import AppStream

/// A plan as it is with one thing about it changed.
extension Plan {
  /// The same plan for `entries` alone.
  public func narrowed(to entries: some Sequence<Association>) -> Plan {
    let entries = Self.sorted(entries)
    return entries == self.entries ? self : keepingItsMaking { $0.entries = entries }
  }

  /// The same plan with another caller.
  public func asked(by caller: CallerIdentity?) -> Plan {
    caller == self.caller ? self : keepingItsMaking { $0.caller = caller }
  }

  /// The same plan as it is sent by somebody who did not make it, or not just now.
  ///
  /// - Parameters:
  ///   - caller: Who calls the service.
  ///   - origin: Who sends it, and from where.
  ///   - reason: The reason that is given now; `nil` leaves the plan's own.
  public func sent(by caller: CallerIdentity?, _ origin: Origin, reason: String?) -> Plan {
    keepingItsMaking { plan in
      plan.caller = caller
      plan.origin = origin
      plan.reason = reason ?? plan.reason
    }
  }

  /// Another plan, with its own number, that does the same for another reason.
  public func withReason(_ reason: String) -> Plan {
    var plan = self
    plan.reason = reason
    plan.made = nil
    return plan
  }
}
