import Screen

/// What looks like an answer where nothing takes one, such as the phrase of a plan that was left too early.
///
/// Its letters must not run as commands. It begins with a digit, which is a command nowhere, and lasts until Enter or
/// Esc or a key that types nothing.
struct StrayText: Sendable, Equatable {
  /// Whether it may still be the number before a movement.
  private(set) var isNumber = true

  mutating func append(_ character: Character) {
    if !character.isASCIIDigit { isNumber = false }
  }
}

extension ConsoleState {
  /// Takes a key that belongs to a stray text; `nil` for one that does not, and ends it.
  mutating func takeStray(_ key: Key) -> [Effect]? {
    guard isStray(key) else {
      strayText = nil
      return nil
    }
    switch key {
    case .character(let character):
      var stray = strayText ?? StrayText()
      stray.append(character)
      strayText = stray
      if plan == nil, stray.isNumber { return refuse(key) }
      message = plan.map { .warning(whyNothingIsTyped(in: $0)) } ?? .strayText
    case .enter, .escape:
      strayText = nil
      message = plan.map { .warning(whyNothingIsTyped(in: $0)) } ?? .strayTextEnded
    default:
      break
    }
    return []
  }

  private func isStray(_ key: Key) -> Bool {
    switch key {
    // What leaves a plan that cannot be confirmed yet does so at any time.
    case .character("q") where plan != nil, .escape where plan != nil: false
    case .character(let character):
      strayText.map { !($0.isNumber && movementKeys.action(for: key) != nil) } ?? character.isASCIIDigit
    case .enter, .escape, .backspace, .delete: strayText != nil
    default: false
    }
  }
}

extension Message {
  fileprivate static let strayText = Message.warning(
    "No plan is open, so what is typed confirms nothing; Enter or Esc ends it."
  )
  fileprivate static let strayTextEnded = Message.warning("What was typed confirmed nothing: no plan is open.")
}
