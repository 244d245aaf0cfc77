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
  KeyBinding.movements { .move($0) } + markingBindings.of(footer: [.mark]) { .rows($0) }
    + findingBindings.of(footer: [.filter, .nextProblem, .problems]) { .rows($0) } + [
      KeyBinding([.enter], "open", .open, "the row's details", footer: FooterPlace(rank: 6, words: "details")),
      copyBinding(.copy),
      KeyBinding(
        [.character("R")],
        "go on",
        .goOn,
        "resume what was stopped or is unknown, or else retry what failed; of marked rows those alone",
        footer: FooterPlace(rank: 0)
      ),
      KeyBinding([.character("U")], "undo", .undo, "undo the run, or its marked rows", footer: FooterPlace(rank: 1)),
      KeyBinding(
        [.character("e")],
        "export",
        .receipt,
        "export the run's receipt",
        footer: FooterPlace(rank: 3, words: "receipt")
      ),
      KeyBinding(
        [.character("r")],
        "reload",
        .readAgain,
        "reload the run's journal and its stacks; in a pause, look for accepted credentials at once",
        footer: FooterPlace(rank: 9)
      ),
      KeyBinding(
        [.character("p")],
        "pause",
        .pause,
        "pause and go on with the run in progress",
        footer: FooterPlace(rank: 3)
      ),
      KeyBinding(
        [.character("x")],
        "stop",
        .stop,
        "stop the run in progress",
        hold: .reserved,
        footer: FooterPlace(isEssential: true)
      ),
      KeyBinding([.character(":")], "command", .command, "a command, by its name, after the run", in: .program),
      .help(.help),
      KeyBinding(
        [.character("q"), .escape],
        "back",
        .back,
        "close a range, clear the filter; after the run: back to all rows, or to the runs",
        in: .program,
        hold: .reserved,
        footer: FooterPlace(rank: 4)
      ),
    ]
)
