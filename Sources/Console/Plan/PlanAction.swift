import PlainText
import Screen

/// What a key does in a plan while nothing of the phrase has been typed.
enum PlanAction: Sendable, Equatable {
  case scroll(Movement)
  case nextWarning
  case toggleHidden, toggleStillPresent
  case checkAgain
  case confirm
  case save
  case command, help, leave
}

let planKeys = KeyTable<PlanAction>(
  KeyBinding.movements(footer: "scroll") { .scroll($0) } + [
    KeyBinding(
      [.character("n")],
      "next warning",
      .nextWarning,
      "next warning",
      in: .move,
      footer: FooterPlace(words: "warning")
    ),
    KeyBinding(
      [.character("H")],
      "hidden",
      .toggleHidden,
      "include the hidden marks, or leave them out",
      footer: FooterPlace()
    ),
    KeyBinding(
      [.character("S")],
      "still there",
      .toggleStillPresent,
      "in a retry: include the rows that were still there after a clean answer, or leave them out",
      footer: FooterPlace()
    ),
    KeyBinding([.character("w")], "save plan", .save, "save the plan to a file", footer: FooterPlace()),
    KeyBinding(
      [.character(":")],
      "command",
      .command,
      "a command, by its name; :reason gives the plan another reason",
      footer: FooterPlace(words: "reason")
    ),
    KeyBinding([.character("r")], "check again", .checkAgain, "check again"),
    KeyBinding([.enter], "send", .confirm, "send, once what is asked for is typed; a digit begins it"),
    .help(.help),
    KeyBinding(
      [.escape, .character("q")],
      "back",
      .leave,
      "clear what was typed, then leave",
      in: .program,
      footer: FooterPlace()
    ),
  ]
)
