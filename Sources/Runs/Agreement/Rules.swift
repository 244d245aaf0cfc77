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

  /// Makes rules, which forbid nothing unless something else is said.
  public init(
    readOnly: ReadOnly? = nil,
    requiresReason: Bool = false,
    protectedAccounts: Set<String> = [],
    protectedStacks: Set<String> = []
  ) {
    self.readOnly = readOnly
    self.requiresReason = requiresReason
    self.protectedAccounts = protectedAccounts
    self.protectedStacks = protectedStacks
  }

  /// Why nothing at all may be sent, whatever the plan.
  public var obstacle: Obstacle? { readOnly.map { .readOnly($0) } }

  /// Why a plan may not be sent that was made for `reason`.
  public func obstacle(reason: String?) -> Obstacle? {
    obstacle ?? (requiresReason && (reason ?? "").isEmpty ? .noReason : nil)
  }
}
