import PlainText
import Screen

/// What a key does in the list of runs.
enum RunsAction: Sendable, Equatable {
  case move(Movement)
  case open, copy
  case goOn, undo, receipt
  case readAgain
  case stopRun
  case command, help, back
}

let runsKeys = KeyTable<RunsAction>(
  KeyBinding.movements(hint: KeyHint("j/k", "move")) { .move($0) } + [
    KeyBinding([.enter], "Enter", .open, "open the run", hint: KeyHint("Enter", "open")),
    KeyBinding(
      [.character("R")],
      "R",
      .goOn,
      "resume the run under the cursor, or else retry what failed",
      hint: KeyHint("R", "resume or retry")
    ),
    KeyBinding([.character("U")], "U", .undo, "undo the run under the cursor", hint: KeyHint("U", "undo")),
    KeyBinding(
      [.character("e")],
      "e",
      .receipt,
      "export the receipt of the run under the cursor",
      hint: KeyHint("e", "receipt")
    ),
    copyBinding(.copy),
    KeyBinding([.character("r")], "r", .readAgain, "read the runs again", hint: KeyHint("r", "read")),
    KeyBinding([.character("x")], "x", .stopRun, "stop the run in progress here"),
    KeyBinding([.character(":")], ":", .command, "a command, by its name"),
    KeyBinding([.character("?")], "?", .help, "this help", hint: KeyHint("?", "help")),
    KeyBinding([.escape, .character("q")], "Esc q", .back, "back to the list", hint: KeyHint("q", "back")),
  ]
)
