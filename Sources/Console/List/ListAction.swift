import PlainText
import Screen

/// What a key does in the list.
enum ListAction: Sendable, Equatable {
  case move(Movement)
  case otherPane, stacksPane, rowsPane
  case open
  case rows(RowsAction)
  case people, listedPeople
  case plan, runs
  case export, copy, readAgain
  case stopRun
  case command, help, back, leave
}

let listKeys = KeyTable<ListAction>(
  KeyBinding.movements { .move($0) } + [
    KeyBinding([.tab], "other pane", .otherPane, "other pane", in: .move),
    KeyBinding(
      [.character("h"), .left],
      "stacks",
      .stacksPane,
      "to the stacks, where a mark is of all rows of one",
      in: .move
    ),
    KeyBinding([.character("l"), .right], "rows", .rowsPane, "to the rows", in: .move),
    KeyBinding([.enter], "open", .open, "open: a stack's users, a row's or a person's details"),
  ] + markingBindings.of(footer: [.mark, .range, .sort]) { .rows($0) } + [
    KeyBinding(
      [.character("t")],
      "people",
      .people,
      "people, each once with all stacks; again: rows",
      footer: FooterPlace(rank: 5)
    ),
    KeyBinding(
      [.character("m")],
      "from a list",
      .listedPeople,
      "people from a list: mark or keep them",
      footer: FooterPlace(rank: 6)
    ),
  ] + findingBindings.of(footer: [.filter]) { .rows($0) } + [
    KeyBinding([.character("r")], "reload", .readAgain, "reload what is shown", footer: FooterPlace(rank: 10)),
    KeyBinding([.character("e")], "export", .export, "export what is shown"),
    copyBinding(.copy),
    KeyBinding([.character("d")], "remove", .plan, "remove: plan for the marked rows", footer: FooterPlace(rank: 0)),
    KeyBinding([.character("L")], "runs", .runs, "the runs: resume, retry, undo", footer: FooterPlace(rank: 3)),
    KeyBinding([.character("x")], "stop", .stopRun, "stop the run in progress", hold: .reserved),
    KeyBinding(
      [.character(":")],
      "command",
      .command,
      "a command, by its name",
      in: .program,
      footer: FooterPlace(rank: 9)
    ),
    .help(.help),
    KeyBinding(
      [.escape],
      "back",
      .back,
      "close a range, clear the filter, then back to the stacks",
      in: .program,
      hold: .reserved
    ),
    KeyBinding(
      [.character("q")],
      "quit",
      .leave,
      "leave; with marks it asks once",
      in: .program,
      hold: .reserved,
      footer: FooterPlace(rank: 4)
    ),
  ]
)
