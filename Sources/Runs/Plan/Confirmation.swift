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
  /// - Parameters:
  ///   - operation: Removal says "from", undo says "to", so that the habit of one cannot confirm the other.
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
    if isStackProtected { return .text(phrase) }
    var step = entries <= keyLimit ? 0 : entries <= countLimit ? 1 : 2
    if account == nil { step = min(step + 1, 2) }
    return step == 0 ? .key : step == 1 ? .text(String(entries)) : .text(phrase)
  }
}
