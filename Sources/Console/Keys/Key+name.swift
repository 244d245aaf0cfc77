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
}
