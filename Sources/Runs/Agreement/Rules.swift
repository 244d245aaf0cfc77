public import FoundationEssentials

/// What an administrator, an operator or an option forbids, or has confirmed more deliberately.
public struct Rules: Sendable, Equatable {
  /// Who says that nothing may be sent.
  public enum ReadOnly: Sendable, Equatable {
    /// An option of this process.
    case option
    /// A settings file.
    case settings
  }

  /// Who says that nothing may be sent that changes anything; `nil` where nobody does.
  public var readOnly: ReadOnly?
  /// Whether a plan needs a reason.
  public var requiresReason: Bool
  /// The numbers of the accounts in which every plan is confirmed by its whole phrase and the account's last digits.
  public var protectedAccounts: Set<String>
  /// The names of the stacks of which every plan is confirmed by its whole phrase.
  public var protectedStacks: Set<String>
  /// How many entries a run may be begun with, at most; `nil` for as many as there are.
  public var atMost: Int?
  /// How much of a stack's people a run may be begun with, in percent; it holds from
  /// ``StackShare/leastPeople`` people up.
  public var atMostPercent: Int?
  /// For how long after its making a plan may be sent, at most; `nil` for what the plan says.
  public var planValidity: PlanValidity?

  /// Makes rules, which forbid nothing unless something else is said.
  public init(
    readOnly: ReadOnly? = nil,
    requiresReason: Bool = false,
    protectedAccounts: Set<String> = [],
    protectedStacks: Set<String> = [],
    atMost: Int? = nil,
    atMostPercent: Int? = nil,
    planValidity: PlanValidity? = nil
  ) {
    self.readOnly = readOnly
    self.requiresReason = requiresReason
    self.protectedAccounts = protectedAccounts
    self.protectedStacks = protectedStacks
    self.atMost = atMost
    self.atMostPercent = atMostPercent
    self.planValidity = planValidity
  }

  /// Why nothing at all may be sent, whatever the plan.
  public var obstacle: Obstacle? { readOnly.map { .readOnly($0) } }

  /// Why a plan may not be sent that was made for `reason`.
  public func obstacle(reason: String?) -> Obstacle? {
    obstacle ?? (requiresReason && (reason ?? "").isEmpty ? .noReason : nil)
  }

  /// Why a plan that is to be begun may not be sent any more, or not by this clock.
  ///
  /// - Parameter now: The time, by the wall clock.
  public func obstacle(toBeginning plan: Plan, at now: Date) -> Obstacle? {
    // By a clock that went back, a plan would be young for ever.
    if plan.isOfTheFuture(at: now) { return .fromTheFuture(made: plan.created, now: now) }
    let expiry = plan.expiry(within: planValidity)
    return now > expiry ? .tooOld(since: expiry) : nil
  }
}
