import PlainText
import Screen

/// What a key does in the list.
enum ListAction: Sendable, Equatable {
  case move(Movement)
  case otherPane, stacksPane, rowsPane
  case open
  case rows(RowsAction)
  case people
  case plan, runs
  case export, copy, readAgain
  case stopRun
  case command, help, back, leave
}

let listKeys = KeyTable<ListAction>(
  KeyBinding.movements { .move($0) } + [
    KeyBinding([.tab], "Tab", .otherPane, "other pane"),
    KeyBinding([.character("h"), .left], "h Left", .stacksPane, "to the stacks, where Space marks all rows of one"),
    KeyBinding([.character("l"), .right], "l Right", .rowsPane, "to the rows"),
    KeyBinding([.enter], "Enter", .open, "open: a stack's users, a row's or a person's details"),
  ] + markingBindings.of(hints: [.mark, .range, .sort]) { .rows($0) } + [
    KeyBinding(
      [.character("t")],
      "t",
      .people,
      "people, each once with all stacks; again: rows",
      hint: KeyHint("t", "people", rank: 5)
    )
  ] + findingBindings.of(hints: [.filter]) { .rows($0) } + [
    KeyBinding([.character("r")], "r", .readAgain, "reload what is shown", hint: KeyHint("r", "reload", rank: 10)),
    KeyBinding([.character("e")], "e", .export, "export what is shown"),
    copyBinding(.copy),
    KeyBinding(
      [.character("d")],
      "d",
      .plan,
      "remove: plan for the marked rows",
      hint: KeyHint("d", "remove", rank: 0)
    ),
    KeyBinding([.character("L")], "L", .runs, "the runs: resume, retry, undo", hint: KeyHint("L", "runs", rank: 3)),
    KeyBinding([.character("x")], "x", .stopRun, "stop the run in progress"),
    KeyBinding([.character(":")], ":", .command, "a command, by its name", hint: KeyHint(":", "command", rank: 9)),
    KeyBinding([.character("?")], "?", .help, "this help", hint: KeyHint("?", "help")),
    KeyBinding([.escape], "Esc", .back, "close a range, clear the filter, then back to the stacks"),
    KeyBinding([.character("q")], "q", .leave, "leave; with marks it asks once", hint: KeyHint("q", "quit", rank: 4)),
  ]
)
