import PlainText
import Screen

/// What looks like an answer where nothing takes one, such as the phrase of a plan that was left too early.
///
/// Its letters must not run as commands. It begins with a digit, which is a command nowhere, and lasts until Enter or
/// Esc or a key that types nothing.
struct StrayText: Sendable, Equatable {
  /// What it says as the number before a movement; `nil` once it can be none.
  private(set) var number: Int? = 0

  /// More rows than any list has; what goes on behind it changes nothing.
  private static let largestNumber = 99_999_999

  mutating func append(_ character: Character) {
    guard let number, let digit = character.isASCIIDigit ? character.wholeNumberValue : nil else {
      number = nil
      return
    }
    self.number = min(number * 10 + digit, Self.largestNumber)
  }
}

/// A number before a movement repeats it, and nothing else: `10j`.
extension ConsoleState {
  /// Takes a digit where text that is typed answers nothing and letters are commands at once; `nil` for other keys.
  mutating func takeDigit(_ key: Key) -> [Effect]? {
    guard case .character(let character) = key, character.isASCIIDigit else {
      strayText = nil
      return nil
    }
    append(character)
    return []
  }

  /// How often `key` is to move, by the number before it.
  func times(of key: Key) -> Int {
    guard keys.movement.action(for: key) != nil, let number = strayText?.number else { return 1 }
    return max(1, number)
  }

  fileprivate mutating func append(_ character: Character) {
    var stray = strayText ?? StrayText()
    stray.append(character)
    strayText = stray
    guard let number = stray.number else { return }
    message =
      number > 0
      ? .done("\(number) times: a key that moves, such as \(keys.movement.examples), is to follow.")
      : .warning("0 does nothing here; \(keys.list.name(of: .help)) lists the keys.")
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
      append(character)
      if plan == nil, strayText?.number != nil { return [] }
      message = plan.map { .warning($0.whyNothingIsTyped(keys.plan)) } ?? .strayText
    case .enter, .escape:
      strayText = nil
      message = plan.map { .warning($0.whyNothingIsTyped(keys.plan)) } ?? .strayTextEnded
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
      strayText.map { !($0.number != nil && keys.movement.action(for: key) != nil) } ?? character.isASCIIDigit
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
