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
  KeyBinding.movements(footer: "move") { .move($0) } + [
    KeyBinding([.enter], "open", .open, "open the run", footer: FooterPlace()),
    KeyBinding(
      [.character("R")],
      "go on",
      .goOn,
      "resume the run under the cursor, or else retry what failed",
      footer: FooterPlace(words: "resume or retry")
    ),
    KeyBinding([.character("U")], "undo", .undo, "undo the run under the cursor", footer: FooterPlace()),
    KeyBinding(
      [.character("e")],
      "export",
      .receipt,
      "export the receipt of the run under the cursor",
      footer: FooterPlace(words: "receipt")
    ),
    copyBinding(.copy),
    KeyBinding([.character("r")], "reload", .readAgain, "reload the runs", footer: FooterPlace()),
    KeyBinding([.character("x")], "stop", .stopRun, "stop the run in progress here", hold: .reserved),
    KeyBinding([.character(":")], "command", .command, "a command, by its name", in: .program),
    .help(.help),
    KeyBinding(
      [.character("q"), .escape],
      "back",
      .back,
      "back to the list",
      in: .program,
      hold: .reserved,
      footer: FooterPlace()
    ),
  ]
)
