import PlainText
import Screen

/// What a key does during a run and after it.
enum RunAction: Sendable, Equatable {
  case move(Movement)
  case rows(RowsAction)
  case open, copy
  case goOn, undo, receipt, readAgain
  case stop, pause
  case command, help, back

  /// Whether it is of use while the run is in progress.
  var isForLiveRuns: Bool {
    switch self {
    case .goOn, .undo, .receipt, .readAgain, .command, .back: false
    case .move, .rows, .open, .copy, .stop, .pause, .help: true
    }
  }
}

let runKeys = KeyTable<RunAction>(
  KeyBinding.movements { .move($0) } + markingBindings.of(hints: [.mark]) { .rows($0) }
    + findingBindings.of(hints: [.filter, .nextProblem, .problems]) { .rows($0) } + [
      KeyBinding([.enter], "Enter", .open, "the row's details", hint: KeyHint("Enter", "details", rank: 6)),
      copyBinding(.copy),
      KeyBinding(
        [.character("R")],
        "R",
        .goOn,
        "resume what was stopped or is unknown, or else retry what failed; of marked rows those alone",
        hint: KeyHint("R", "go on", rank: 0)
      ),
      KeyBinding(
        [.character("U")],
        "U",
        .undo,
        "undo the run, or its marked rows",
        hint: KeyHint("U", "undo", rank: 1)
      ),
      KeyBinding([.character("e")], "e", .receipt, "export the run's receipt", hint: KeyHint("e", "receipt", rank: 3)),
      KeyBinding(
        [.character("r")],
        "r",
        .readAgain,
        "reload the run's journal and its stacks; in a pause, look for accepted credentials at once",
        hint: KeyHint("r", "reload", rank: 9)
      ),
      KeyBinding(
        [.character("p")],
        "p",
        .pause,
        "pause and go on with the run in progress",
        hint: KeyHint("p", "pause", rank: 3)
      ),
      KeyBinding(
        [.character("x")],
        "x",
        .stop,
        "stop the run in progress",
        hint: KeyHint("x", "stop", isEssential: true)
      ),
      KeyBinding([.character(":")], ":", .command, "a command, by its name, after the run"),
      KeyBinding([.character("?")], "?", .help, "this help", hint: KeyHint("?", "help")),
      KeyBinding(
        [.escape, .character("q")],
        "Esc q",
        .back,
        "close a range, clear the filter; after the run: back to all rows, or to the runs",
        hint: KeyHint("q", "back", rank: 4)
      ),
    ]
)
