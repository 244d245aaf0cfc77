import PlainText
import Screen

/// What a key does in a plan while nothing of the phrase has been typed.
enum PlanAction: Sendable, Equatable {
  case scroll(Movement)
  case nextWarning
  case toggleHidden, toggleOthers, toggleStillPresent
  case checkAgain
  case confirm
  case save, reason
  case command, help, leave
}

let planKeys = KeyTable<PlanAction>(
  KeyBinding.movements(footer: "scroll", rank: 6) { .scroll($0) } + [
    KeyBinding(
      [.character("n")],
      "next warning",
      .nextWarning,
      "next warning",
      in: .move,
      footer: FooterPlace(rank: 2, words: "warning")
    ),
    KeyBinding(
      [.character("H")],
      "hidden",
      .toggleHidden,
      "include the hidden marks, or leave them out",
      footer: FooterPlace(rank: 3)
    ),
    KeyBinding(
      [.character("+")],
      "their rows",
      .toggleOthers,
      "add the other rows of the same people, or leave them out",
      footer: FooterPlace(rank: 8)
    ),
    KeyBinding(
      [.character("S")],
      "still there",
      .toggleStillPresent,
      "in a retry: include the rows that were still there after a clean answer, or leave them out",
      footer: FooterPlace(rank: 4)
    ),
    KeyBinding([.character("w")], "save plan", .save, "save the plan to a file", footer: FooterPlace(rank: 7)),
    KeyBinding([.character("t")], "reason", .reason, "type another reason", footer: FooterPlace(rank: 5)),
    KeyBinding([.character(":")], "command", .command, "a command, by its name", in: .program),
    KeyBinding([.character("r")], "check again", .checkAgain, "check again"),
    KeyBinding([.enter], "send", .confirm, "send, once what is asked for is typed; a digit begins it", hold: .kept),
    .help(.help),
    KeyBinding(
      [.escape, .character("q")],
      "back",
      .leave,
      "clear what was typed, then leave",
      in: .program,
      hold: .reserved,
      footer: FooterPlace(rank: 1)
    ),
  ]
)
