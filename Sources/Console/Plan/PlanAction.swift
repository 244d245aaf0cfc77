import Screen

/// What a key does in a plan while nothing of the phrase has been typed.
enum PlanAction: Sendable, Equatable {
  case scroll(Movement)
  case nextWarning
  case toggleHidden
  case checkAgain
  case confirm
  case help, leave
}

let planKeys = KeyTable<PlanAction>(
  KeyBinding.movements(hint: KeyHint("j/k", "scroll")) { .scroll($0) } + [
    KeyBinding([.character("n")], "n", .nextWarning, "next warning", hint: KeyHint("n", "warning")),
    KeyBinding(
      [.character("H")],
      "H",
      .toggleHidden,
      "include the hidden marks, or leave them out",
      hint: KeyHint("H", "hidden")
    ),
    KeyBinding([.character("r")], "r", .checkAgain, "check again", hint: KeyHint("r", "check again")),
    KeyBinding(
      [.character("y")],
      "y",
      .confirm,
      "confirm 1 to 5 entries; more are confirmed by typing what is asked for"
    ),
    KeyBinding([.character("?")], "?", .help, "this help", hint: KeyHint("?", "help")),
    KeyBinding(
      [.escape, .character("q")],
      "Esc q",
      .leave,
      "clear what was typed, then leave",
      hint: KeyHint("Esc", "back")
    ),
  ]
)
