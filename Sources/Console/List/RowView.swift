/// Which rows a list shows, and in which order.
struct RowView: Sendable, Equatable {
  /// The stack whose rows are shown; `nil` for all.
  var stack: String?
  var filter = RowFilter("")
  var sort = RowSort()
  /// Whether each person is shown once, with all stacks, in place of rows.
  var isByPerson = false
  var peopleSort = PeopleSort()

  /// Whether it shows no row that `other` does not, so that it is enough to look among those.
  func narrows(_ other: RowView) -> Bool {
    !isByPerson && !other.isByPerson && (stack == other.stack || other.stack == nil) && filter.narrows(other.filter)
  }
}
