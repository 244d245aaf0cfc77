import PlainText
import Screen

/// What a key does in a plan while nothing of the phrase has been typed.
enum PlanAction: Sendable, Equatable {
  case scroll(Movement)
  case nextWarning
  case toggleHidden, toggleStillPresent
  case checkAgain
  case confirm
  case save
  case command, help, leave
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
    KeyBinding(
      [.character("S")],
      "S",
      .toggleStillPresent,
      "in a retry: include the rows that were still there after a clean answer, or leave them out"
    ),
    KeyBinding([.character("w")], "w", .save, "save the plan to a file", hint: KeyHint("w", "save plan")),
    KeyBinding(
      [.character(":")],
      ":",
      .command,
      "a command, by its name; :reason gives the plan another reason",
      hint: KeyHint(":", "reason")
    ),
    KeyBinding([.character("r")], "r", .checkAgain, "check again"),
    KeyBinding(
      [.enter],
      "Enter",
      .confirm,
      "send, once what is asked for is typed; a digit begins it"
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
