import Screen

/// What a key does during a run and after it.
enum RunAction: Sendable, Equatable {
  case move(Movement)
  case nextProblem, previousProblem
  case open
  case stop
  case help, back
}

let runKeys = KeyTable<RunAction>(
  KeyBinding.movements(hint: KeyHint("j/k", "move")) { .move($0) } + [
    KeyBinding(
      [.character("n")],
      "n",
      .nextProblem,
      "next row that failed, was stopped or is unknown",
      hint: KeyHint("n", "next failed")
    ),
    KeyBinding([.character("N")], "N", .previousProblem, "the previous one"),
    KeyBinding([.enter], "Enter", .open, "the row's details", hint: KeyHint("Enter", "details")),
    KeyBinding([.character("x")], "x", .stop, "stop the run in progress", hint: KeyHint("x", "stop the run")),
    KeyBinding([.character("?")], "?", .help, "this help", hint: KeyHint("?", "help")),
    KeyBinding(
      [.escape, .character("q")],
      "Esc q",
      .back,
      "after the run: back to all rows",
      hint: KeyHint("q", "back")
    ),
  ]
)
