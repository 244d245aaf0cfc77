import PlainText
import Screen

extension Key {
  /// What a person calls it, in footers, in the help and in the settings; `nil` for what is no key.
  var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .f1: "F1"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .paste, .brokenPaste: nil
    }
  }

  /// The keys that have a name of more than one character, but for those with Ctrl.
  private static let named: [Key] = [
    .character(" "), .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .f1,
  ]

  /// The key that a person calls so, in small or capital letters where it is more than one character.
  init?(named name: String) {
    if name.count == 1, let character = name.first {
      // What has no picture, or is shown in some other way, cannot be told from another key.
      guard Line(name).text == name, DisplayWidth.of(character) > 0, !character.isWhitespace else { return nil }
      self = .character(character)
      return
    }
    if let key = Self.named.first(where: { $0.name?.lowercased() == name.lowercased() }) {
      self = key
      return
    }
    let letters = "abcdefghijklmnopqrstuvwxyz".filter { !"hijm".contains($0) }
    guard let key = letters.map(Key.control).first(where: { $0.name?.lowercased() == name.lowercased() }) else {
      return nil
    }
    self = key
  }
}
