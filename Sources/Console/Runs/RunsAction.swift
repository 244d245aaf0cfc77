import PlainText
import Screen

/// What a key does in the list of runs.
enum RunsAction: Sendable, Equatable {
  case move(Movement)
  case open, copy
  case rows(RowsAction)
  case goOn, undo, receipt
  case readAgain
  case stopRun
  case command, help, back
}

/// The keys of lists of rows that the list of runs has as well: it has no marks.
private let runsBindings = (findingBindings + markingBindings).filter { binding in
  [.filter, .sort, .reverseSort].contains(binding.action)
}

let runsKeys = KeyTable<RunsAction>(
  KeyBinding.movements(footer: "move", rank: 8) { .move($0) }
    + runsBindings.of(footer: [.filter, .sort]) { .rows($0) } + [
      KeyBinding([.enter], "open", .open, "open the run", footer: FooterPlace(rank: 2)),
      KeyBinding(
        [.character("R")],
        "go on",
        .goOn,
        "resume the run under the cursor, or else retry what failed",
        footer: FooterPlace(rank: 0, words: "resume")
      ),
      KeyBinding([.character("U")], "undo", .undo, "undo the run under the cursor", footer: FooterPlace(rank: 1)),
      KeyBinding(
        [.character("e")],
        "export",
        .receipt,
        "export the receipt of the run under the cursor",
        footer: FooterPlace(rank: 4, words: "receipt")
      ),
      copyBinding(.copy),
      KeyBinding([.character("r")], "reload", .readAgain, "reload the runs", footer: FooterPlace(rank: 6)),
      KeyBinding([.character("x")], "stop", .stopRun, "stop the run in progress here", hold: .reserved),
      KeyBinding([.character(":")], "command", .command, "a command, by its name", in: .program),
      .help(.help),
      KeyBinding(
        [.character("q"), .escape],
        "back",
        .back,
        "clear the filter, then back to the list",
        in: .program,
        hold: .reserved,
        footer: FooterPlace(rank: 3)
      ),
    ]
)
