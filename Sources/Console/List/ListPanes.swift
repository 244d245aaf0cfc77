/// The two panes of the list, and what the stacks pane keeps.
struct ListPanes: Sendable, Equatable {
  /// The pane that keys go to.
  var focus = Pane.rows
  var stacksCursor = ListCursor()
  /// Stacks whose reading began before the last run ended, so that it says nothing about what the run did.
  var outdatedReads: Set<String> = []
}

/// The two parts of the list.
enum Pane: Sendable, Equatable {
  case stacks, rows
}
