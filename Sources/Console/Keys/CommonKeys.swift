import Screen

/// The keys that do the same on every screen, prompts included.
enum GeneralAction: Sendable, Equatable {
  case redraw, suspend, interrupt
}

let generalKeys = KeyTable<GeneralAction>([
  KeyBinding([.control("c")], "Ctrl-C", .interrupt, "cancel a prompt or a plan, else stop the run, else leave"),
  KeyBinding([.control("l")], "Ctrl-L", .redraw, "draw the screen again"),
  KeyBinding([.control("z")], "Ctrl-Z", .suspend, "suspend, except during a run"),
])

/// The key that copies the row under the cursor, of whatever list.
func copyBinding<Action>(_ action: Action) -> KeyBinding<Action> {
  KeyBinding([.character("Y")], "Y", action, "copy the row: it is sent to the terminal's clipboard")
}

/// The keys that move through every list.
let movementBindings: [KeyBinding<Movement>] = [
  KeyBinding([.character("j"), .down], "j Down", .down, "down; after a number so many times, as 10j"),
  KeyBinding([.character("k"), .up], "k Up", .up, "up"),
  KeyBinding([.pageDown, .control("f")], "PgDn Ctrl-F", .pageDown, "a page down"),
  KeyBinding([.pageUp, .control("b")], "PgUp Ctrl-B", .pageUp, "a page up"),
  KeyBinding([.control("d")], "Ctrl-D", .halfPageDown, "half a page down"),
  KeyBinding([.control("u")], "Ctrl-U", .halfPageUp, "half a page up"),
  KeyBinding([.character("g"), .home], "g Home", .first, "to the first row"),
  KeyBinding([.character("G"), .end], "G End", .last, "to the last row"),
]

/// The same, to be looked up.
let movementKeys = KeyTable<Movement>(movementBindings)

extension KeyBinding {
  /// The movement keys as actions of a screen, with what its footer says of them at the first.
  static func movements(hint: KeyHint? = nil, _ action: (Movement) -> Action) -> [KeyBinding] {
    movementBindings.enumerated().map { position, binding in
      var mapped = binding.map(action)
      if position == 0 { mapped.hint = hint }
      return mapped
    }
  }
}

extension Key {
  /// What a person calls it, where it is a key that could be meant for a command.
  var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .left: "Left"
    case .right: "Right"
    case .escape, .up, .down, .home, .end, .pageUp, .pageDown, .control, .paste, .brokenPaste: nil
    }
  }
}
