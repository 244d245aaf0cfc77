/// What an operator has to type, with Enter after it, before a plan is sent: the more it touches, the more of it is
/// repeated.
public struct Confirmation: Sendable, Hashable {
  /// The text; nothing else is a yes.
  public let phrase: String

  /// What the journal says of it.
  var how: String { "typed \"\(phrase)\"" }

  /// The most entries that the short form confirms.
  public static let shortLimit = 25

  /// What the rules ask for.
  ///
  /// Each form has two numbers and a word between them: a single key, a number alone and Enter alone are habits, which
  /// must not remove anybody. Removal says "from" and an undo says "to", and an undo always asks for the whole phrase,
  /// so that the habit of removing cannot confirm the opposite.
  ///
  /// - Parameters:
  ///   - operation: What would be done.
  ///   - entries: How many entries would be sent.
  ///   - stacks: How many stacks they are on.
  ///   - account: The account's number, or `nil` when it is not known, which asks for the whole phrase.
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
    let numbers = "\(entries) \(direction) \(stacks)"
    let phrase = "\(numbers) \(stacks == 1 ? "stack" : "stacks")"
    if isAccountProtected {
      return Confirmation(phrase: "\(phrase) in \(account.map { String($0.suffix(4)) } ?? "unknown")")
    }
    let isShort = operation == .disassociate && entries <= shortLimit && account != nil && !isStackProtected
    return Confirmation(phrase: isShort ? numbers : phrase)
  }
}
