import PlainText

/// Which column the lines of a list are in the order of, and from which end.
struct ColumnSort<Column: RawRepresentable<String> & Sendable & Equatable>: Sendable, Equatable {
  var column: Column
  /// Whether the last comes first.
  var isReversed = false

  /// What stands behind the column's heading.
  var sign: Line { isReversed ? " v" : " ^" }

  /// The same from the other end.
  var reversed: ColumnSort { ColumnSort(column: column, isReversed: !isReversed) }

  /// The order by the next of `columns`, from its first line on.
  func next(of columns: [Column]) -> ColumnSort {
    let place = columns.firstIndex(of: column).map { ($0 + 1) % columns.count } ?? 0
    return columns.isEmpty ? self : ColumnSort(column: columns[place])
  }

  /// What the message line says of it.
  var sentence: Line { isReversed ? "Sorted by \(column.rawValue), the last first." : "Sorted by \(column.rawValue)." }
}

/// The order of rows.
typealias RowSort = ColumnSort<RowColumn>

extension RowSort {
  /// By the user's name.
  init() { self.init(column: .user) }
}

/// The order of people.
typealias PeopleSort = ColumnSort<PersonColumn>

extension PeopleSort {
  /// By the person's name.
  init() { self.init(column: .person) }
}
