/// How a plan came to be: what stays the same of it whoever sends it, and whatever the check adds.
public struct PlanMaking: Sendable, Equatable, Codable {
  /// What people call it by.
  public let number: PlanNumber
  /// Who made it, and from where.
  public let origin: Origin
}

extension Plan {
  /// How it came to be; to find that takes as long as writing the plan down.
  public var making: PlanMaking {
    made ?? PlanMaking(number: PlanNumber(sha256: sha256), origin: origin)
  }

  /// What people call it by: fixed when it is made, and the same wherever it is shown.
  public var number: PlanNumber { making.number }

  /// The plan as it is after `change`, called by the same number and of the same maker.
  ///
  /// A plan that is still as it was made says nothing more of that than itself.
  func keepingItsMaking(_ change: (inout Plan) -> Void) -> Plan {
    let making = making
    var plan = self
    plan.made = nil
    change(&plan)
    if plan.making != making { plan.made = making }
    return plan
  }
}
