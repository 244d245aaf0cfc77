import PlainText
import Screen

/// What a key does in the list.
enum ListAction: Sendable, Equatable {
  case move(Movement)
  case otherPane, stacksPane, rowsPane
  case open
  case mark, markAll, invertMarks, undoMarks, clearMarks
  case filter, sort, reverseSort
  case nextProblem, previousProblem
  case plan, runs
  case export, readAgain
  case stopRun
  case command, help, back, leave
}

let listKeys = KeyTable<ListAction>(
  KeyBinding.movements { .move($0) } + [
    KeyBinding([.tab], "Tab", .otherPane, "other pane"),
    KeyBinding([.character("h"), .left], "h Left", .stacksPane, "to the stacks"),
    KeyBinding([.character("l"), .right], "l Right", .rowsPane, "to the rows"),
    KeyBinding([.enter], "Enter", .open, "open: a stack's users, a row's details"),
    KeyBinding(
      [.character(" ")],
      "Space",
      .mark,
      "mark or unmark, go down; on a stack: all its rows",
      hint: KeyHint("Space", "mark")
    ),
    KeyBinding([.character("a")], "a", .markAll, "mark all rows that are shown", hint: KeyHint("a", "all")),
    KeyBinding([.character("i")], "i", .invertMarks, "invert the marks of what is shown"),
    KeyBinding(
      [.character("u")],
      "u",
      .undoMarks,
      "take back the last change of marks",
      hint: KeyHint("u", "unmark last")
    ),
    KeyBinding([.character("c")], "c", .clearMarks, "clear all marks"),
    KeyBinding(
      [.character("/")],
      "/",
      .filter,
      "filter while typing: words, !word, field:word",
      hint: KeyHint("/", "filter")
    ),
    KeyBinding([.character("s")], "s", .sort, "sort by the next column"),
    KeyBinding([.character("S")], "S", .reverseSort, "sort from the other end"),
    KeyBinding([.character("n")], "n", .nextProblem, "next row that failed, was stopped or is unknown"),
    KeyBinding([.character("N")], "N", .previousProblem, "the previous one"),
    KeyBinding([.character("r")], "r", .readAgain, "read again what is shown", hint: KeyHint("r", "read")),
    KeyBinding([.character("e")], "e", .export, "export the rows that are shown"),
    KeyBinding([.character("d")], "d", .plan, "plan: disassociate the marked rows", hint: KeyHint("d", "plan")),
    KeyBinding([.character("L")], "L", .runs, "the runs: resume, retry, undo", hint: KeyHint("L", "runs")),
    KeyBinding([.character("x")], "x", .stopRun, "stop the run in progress"),
    KeyBinding([.character(":")], ":", .command, "a command, by its name", hint: KeyHint(":", "command")),
    KeyBinding([.character("?")], "?", .help, "this help", hint: KeyHint("?", "help")),
    KeyBinding([.escape], "Esc", .back, "clear the filter, then back to the stacks"),
    KeyBinding([.character("q")], "q", .leave, "leave; with marks it asks once"),
  ]
)
