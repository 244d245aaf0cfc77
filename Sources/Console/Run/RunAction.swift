import PlainText
import Screen

/// What a key does during a run and after it.
enum RunAction: Sendable, Equatable {
  case move(Movement)
  case mark
  case nextProblem, previousProblem
  case open
  case goOn, undo, receipt, readAgain
  case stop, pause
  case command, help, back

  /// Whether it is of use while the run is in progress.
  var isForLiveRuns: Bool {
    switch self {
    case .goOn, .undo, .receipt, .readAgain, .command, .back: false
    case .move, .mark, .nextProblem, .previousProblem, .open, .stop, .pause, .help: true
    }
  }
}

let runKeys = KeyTable<RunAction>(
  KeyBinding.movements(hint: KeyHint("j/k", "move")) { .move($0) } + [
    KeyBinding([.character(" ")], "Space", .mark, "mark or unmark, go down; U undoes the marked rows alone"),
    KeyBinding(
      [.character("n")],
      "n",
      .nextProblem,
      "next row that failed, was stopped or is unknown",
      hint: KeyHint("n", "next failed")
    ),
    KeyBinding([.character("N")], "N", .previousProblem, "the previous one"),
    KeyBinding([.enter], "Enter", .open, "the row's details", hint: KeyHint("Enter", "details")),
    KeyBinding(
      [.character("R")],
      "R",
      .goOn,
      "resume what was stopped or is unknown, or else retry what failed",
      hint: KeyHint("R", "go on")
    ),
    KeyBinding([.character("U")], "U", .undo, "undo the run, or its marked rows", hint: KeyHint("U", "undo")),
    KeyBinding([.character("e")], "e", .receipt, "export the run's receipt", hint: KeyHint("e", "receipt")),
    KeyBinding(
      [.character("r")],
      "r",
      .readAgain,
      "read the run's journal and its stacks again; in a pause, look for accepted credentials at once",
      hint: KeyHint("r", "read")
    ),
    KeyBinding(
      [.character("p")],
      "p",
      .pause,
      "pause and go on with the run in progress",
      hint: KeyHint("p", "pause")
    ),
    KeyBinding(
      [.character("x")],
      "x",
      .stop,
      "stop the run in progress",
      hint: KeyHint("x", "stop the run", isEssential: true)
    ),
    KeyBinding([.character(":")], ":", .command, "a command, by its name, after the run"),
    KeyBinding([.character("?")], "?", .help, "this help", hint: KeyHint("?", "help")),
    KeyBinding(
      [.escape, .character("q")],
      "Esc q",
      .back,
      "after the run: back to all rows, or to the runs",
      hint: KeyHint("q", "back")
    ),
  ]
)
