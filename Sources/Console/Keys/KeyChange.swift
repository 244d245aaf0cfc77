import PlainText
import Screen

/// Other keys for an action, as settings have them: `page-down = PgDn Ctrl-F`.
package struct KeyChange: Sendable, Equatable {
  let keys: [Key]

  /// - Parameters:
  ///   - action: The action's name.
  ///   - text: The names of its keys, with blanks between them.
  /// - Throws: ``KeyChangeError`` where there is no such action or key, or it cannot be changed.
  package init(of action: String, to text: String) throws(KeyChangeError) {
    guard !KeyTables.heldNames.contains(action) else { throw .held(action) }
    guard KeyTables.names.contains(action) else { throw .unknownAction(action) }
    var keys: [Key] = []
    for name in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      guard let key = Key(named: name) else { throw .unknownKey(name) }
      if case .character(let character) = key, character.isASCIIDigit { throw .digit(name) }
      guard !KeyTables.reservedKeys.contains(key) else { throw .reserved(name) }
      if !keys.contains(key) { keys.append(key) }
    }
    guard !keys.isEmpty else { throw .noKey(action) }
    self.keys = keys
  }
}

/// A key that two actions of one screen would have.
package struct KeyConflict: Sendable, Equatable {
  let key: String
  /// What the actions are called.
  let actions: [String]
  /// What the screen is called.
  var screen = ""

  /// Whether an action of this name is one of the two.
  package func concerns(_ setting: String) -> Bool {
    actions.contains { $0.replacing(" ", with: "-") == setting }
  }

  func on(_ screen: String) -> KeyConflict { KeyConflict(key: key, actions: actions, screen: screen) }
}

/// Why keys cannot be as settings have them.
package enum KeyChangeError: Error, Equatable, CustomStringConvertible {
  case unknownAction(String)
  /// The action keeps its keys.
  case held(String)
  case noKey(String)
  case unknownKey(String)
  /// The key belongs to what stops, leaves or does the same everywhere.
  case reserved(String)
  case digit(String)
  case conflict(KeyConflict)

  package var description: String {
    switch self {
    case .unknownAction(let name): "no key does \(name): the names are in the manual, section KEYS"
    case .held(let name): "\(name) keeps its keys, so that everybody can stop, leave and confirm with them"
    case .noKey(let name): "\(name) needs a key"
    case .unknownKey(let name):
      "\(name) is no key: write one character, Space, Enter, Tab, PgDn, Up, Ctrl-F and so on"
    case .reserved(let name): "\(name) stops, leaves or does the same everywhere, and can do nothing else"
    case .digit(let name): "\(name) is a digit, which begins a number or what confirms a plan"
    case .conflict(let conflict):
      "\(conflict.key) would be both \(conflict.actions.joined(separator: " and ")) (\(conflict.screen))"
    }
  }
}
