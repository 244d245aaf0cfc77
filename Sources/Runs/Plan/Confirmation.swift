import AWSClientCore

/// What an operator has to type before a plan is sent: the more it touches, the more deliberate.
public enum Confirmation: Sendable, Equatable {
  /// One key: `y`.
  case key
  /// This text and Enter: the number of entries, or a phrase that repeats what is sent.
  case text(String)

  /// The most entries that one key confirms.
  public static let keyLimit = 5
  /// The most entries that their number confirms.
  public static let countLimit = 25

  /// What the rules ask for.
  ///
  /// Removal says "from" and an undo says "to", and an undo always asks for the whole phrase: `y` and a bare number are
  /// habits of removing, which must not confirm the opposite.
  ///
  /// - Parameters:
  ///   - operation: What would be done.
  ///   - entries: How many entries would be sent.
  ///   - stacks: How many stacks they are on.
  ///   - account: The account's number, or `nil` when it is not known, which makes it one step stricter.
  ///   - isAccountProtected: Whether the account is a protected one.
  ///   - isStackProtected: Whether one of the stacks is.
  public static func required(
    _ operation: RunOperation,
    entries: Int,
    stacks: Int,
    account: String?,
    isAccountProtected: Bool = false,
    isStackProtected: Bool = false
  ) -> Confirmation {
    let direction = operation == .disassociate ? "from" : "to"
    let phrase = "\(entries) \(direction) \(stacks) \(stacks == 1 ? "stack" : "stacks")"
    if isAccountProtected { return .text("\(phrase) in \(account.map { String($0.suffix(4)) } ?? "unknown")") }
    if isStackProtected || operation == .associate { return .text(phrase) }
    var step = entries <= keyLimit ? 0 : entries <= countLimit ? 1 : 2
    if account == nil { step = min(step + 1, 2) }
    return step == 0 ? .key : step == 1 ? .text(String(entries)) : .text(phrase)
  }

  /// What the rules ask for before what is left of `plan` is sent.
  ///
  /// The account is known only when STS named it both times, at the plan and at the check; but a protected one stays so
  /// when STS was silent once.
  ///
  /// - Parameters:
  ///   - check: The check of the plan, where there is one yet.
  ///   - entries: How many entries would be sent.
  ///   - stackNames: The stacks they are on.
  ///   - protectedAccounts: The numbers of the protected accounts.
  ///   - protectedStacks: The names of the protected stacks.
  public static func required(
    _ plan: Plan,
    _ check: Check?,
    entries: Int,
    stackNames: Set<String>,
    protectedAccounts: Set<String>,
    protectedStacks: Set<String>
  ) -> Confirmation {
    let named = [plan.caller?.account, check?.caller?.account]
    let known = named.compactMap(\.self)
    let isProtected = !protectedAccounts.isDisjoint(with: known)
    return required(
      plan.operation,
      entries: entries,
      stacks: stackNames.count,
      account: known.count == named.count || isProtected ? known.first : nil,
      isAccountProtected: isProtected,
      isStackProtected: !stackNames.isDisjoint(with: protectedStacks)
    )
  }
}
