import PlainText

/// Which column the rows of a list are in the order of, and from which end.
struct RowSort: Sendable, Equatable {
  var column = RowColumn.user
  /// Whether the last comes first.
  var isReversed = false

  /// What stands behind the column's heading.
  var sign: Line { isReversed ? " v" : " ^" }

  /// The order by the next of `columns`, from its first row on.
  func next(of columns: [RowColumn]) -> RowSort {
    let place = columns.firstIndex(of: column).map { ($0 + 1) % columns.count } ?? 0
    return columns.isEmpty ? self : RowSort(column: columns[place])
  }
}
