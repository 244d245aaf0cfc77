import PlainText

/// The order of the rows: by one of their columns, from either end.
extension ConsoleState {
  /// The columns of the list; results are one of them as long as there are any.
  var listColumns: [RowColumn] { RowColumn.shown.filter { $0 != .result || !list.results.isEmpty } }

  /// Puts the rows in another order; marks and the cursor stay with their rows.
  mutating func sort(by sort: RowSort) {
    list.sort = sort
    message = .done(sort.sentence)
    showRows()
  }

  /// Puts the last row first.
  mutating func reverseSort() {
    sort(by: RowSort(column: list.sort.column, isReversed: !list.sort.isReversed))
  }

  /// Sorts by the column called `name`; without a name it says how the rows are sorted.
  mutating func sort(byColumnCalled name: String) {
    guard !name.isEmpty else {
      message = .done("\(list.sort.sentence) :sort COLUMN sorts by another one.")
      return
    }
    guard let column = listColumns.first(where: { $0.rawValue == name.lowercased() }) else {
      let names = listColumns.map(\.rawValue).joined(separator: ", ")
      message = .warning("There is no column \"\(name)\" to sort by; \(names) are there.")
      return
    }
    sort(by: RowSort(column: column))
  }
}

extension RowSort {
  /// What the message line says of it.
  var sentence: Line { isReversed ? "Sorted by \(column.rawValue), the last first." : "Sorted by \(column.rawValue)." }
}
