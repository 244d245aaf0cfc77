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
  KeyBinding([.character(" ")], "mark", .mark, "mark or unmark, go down", in: .mark, footer: FooterPlace(rank: 1)),
  KeyBinding(
    [.character("v")],
    "range",
    .range,
    "range: mark from here to where it is pressed again",
    in: .mark,
    footer: FooterPlace(rank: 7)
  ),
  KeyBinding([.character("a")], "mark all", .markAll, "mark all that is shown", in: .mark),
  KeyBinding([.character("i")], "invert marks", .invertMarks, "invert the marks of what is shown", in: .mark),
  KeyBinding([.character("u")], "undo marks", .undoMarks, "take back the last change of marks", in: .mark),
  KeyBinding([.character("c")], "clear marks", .clearMarks, "clear all marks", in: .mark),
  KeyBinding([.character("s")], "sort", .sort, "sort by the next column", in: .find, footer: FooterPlace(rank: 8)),
  KeyBinding([.character("S")], "reverse sort", .reverseSort, "sort from the other end", in: .find),
]

/// The keys of every list of rows that find some of them.
let findingBindings: [KeyBinding<RowsAction>] = [
  KeyBinding(
    [.character("/")],
    "filter",
    .filter,
    "filter while typing: words, !word, field:word",
    in: .find,
    footer: FooterPlace(rank: 2)
  ),
  KeyBinding(
    [.character("n")],
    "next failed",
    .nextProblem,
    "next row that failed, was stopped or is unknown",
    in: .find,
    footer: FooterPlace(rank: 4)
  ),
  KeyBinding([.character("N")], "previous failed", .previousProblem, "the previous one", in: .find),
  KeyBinding(
    [.character("f")],
    "failed only",
    .problems,
    "show only what failed, was stopped or is unknown; again: all",
    in: .find,
    footer: FooterPlace(rank: 5)
  ),
]

/// The keys of every list of rows.
let rowsKeys = KeyTable<RowsAction>(markingBindings + findingBindings)

extension [KeyBinding<RowsAction>] {
  /// The same keys as actions of a screen, with a place in the footer for those that it names.
  func of<Action>(footer: [RowsAction] = [], _ action: (RowsAction) -> Action) -> [KeyBinding<Action>] {
    map { binding in
      var mapped = binding.map(action)
      if !footer.contains(binding.action) { mapped.footer = nil }
      return mapped
    }
  }
}
