import PlainText
import Screen

/// What a key does with the rows of a list, the same in every list of rows.
enum RowsAction: Sendable, Equatable {
  case mark, range, markAll, invertMarks, undoMarks, clearMarks
  case filter, sort, reverseSort
  case nextProblem, previousProblem, problems
}

/// The keys of every list of rows that mark and sort.
let markingBindings: [KeyBinding<RowsAction>] = [
  KeyBinding([.character(" ")], "Space", .mark, "mark or unmark, go down", hint: KeyHint("Space", "mark", rank: 1)),
  KeyBinding(
    [.character("v")],
    "v",
    .range,
    "range: mark from here to where v is pressed again",
    hint: KeyHint("v", "range", rank: 7)
  ),
  KeyBinding([.character("a")], "a", .markAll, "mark all that is shown"),
  KeyBinding([.character("i")], "i", .invertMarks, "invert the marks of what is shown"),
  KeyBinding([.character("u")], "u", .undoMarks, "take back the last change of marks"),
  KeyBinding([.character("c")], "c", .clearMarks, "clear all marks"),
  KeyBinding([.character("s")], "s", .sort, "sort by the next column", hint: KeyHint("s", "sort", rank: 8)),
  KeyBinding([.character("S")], "S", .reverseSort, "sort from the other end"),
]

/// The keys of every list of rows that find some of them.
let findingBindings: [KeyBinding<RowsAction>] = [
  KeyBinding(
    [.character("/")],
    "/",
    .filter,
    "filter while typing: words, !word, field:word",
    hint: KeyHint("/", "filter", rank: 2)
  ),
  KeyBinding(
    [.character("n")],
    "n",
    .nextProblem,
    "next row that failed, was stopped or is unknown",
    hint: KeyHint("n", "next failed", rank: 4)
  ),
  KeyBinding([.character("N")], "N", .previousProblem, "the previous one"),
  KeyBinding(
    [.character("f")],
    "f",
    .problems,
    "show only what failed, was stopped or is unknown; again: all",
    hint: KeyHint("f", "failed only", rank: 5)
  ),
]

extension [KeyBinding<RowsAction>] {
  /// The same keys as actions of a screen, with the footer's words for those that it names.
  func of<Action>(hints: [RowsAction] = [], _ action: (RowsAction) -> Action) -> [KeyBinding<Action>] {
    map { binding in
      var mapped = binding.map(action)
      if !hints.contains(binding.action) { mapped.hint = nil }
      return mapped
    }
  }
}
