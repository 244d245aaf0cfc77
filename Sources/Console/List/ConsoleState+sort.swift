import AppStream
import PlainText

/// The order of the rows: by one of their columns, from either end.
extension ConsoleState {
  /// The columns of the rows of a place; results are one of them as long as there are any.
  func columns(of place: RowPlace) -> [RowColumn] {
    let hasResults = !source(of: place).results.isEmpty
    return RowColumn.shown.filter { $0 != .result || hasResults }
  }

  /// Puts the rows in another order; marks and the cursor stay with their rows.
  mutating func sort(by sort: RowSort, in place: RowPlace) {
    self[rows: place].sort = sort
    message = .done(sort.sentence)
    showRows(in: place)
  }

  /// Puts people in another order.
  mutating func sortPeople(by sort: PeopleSort) {
    list.view.peopleSort = sort
    message = .done(sort.sentence)
    showRows()
  }

  /// Puts the last row first.
  mutating func reverseSort(in place: RowPlace) {
    let view = self[rows: place].view
    guard !view.isByPerson else { return sortPeople(by: view.peopleSort.reversed) }
    sort(by: view.sort.reversed, in: place)
  }

  /// The names of the columns that the rows of a place can be sorted by.
  func sortNames(in place: RowPlace) -> [String] {
    self[rows: place].view.isByPerson
      ? PersonColumn.sorted.map(\.rawValue) : columns(of: place).map(\.rawValue)
  }

  /// Sorts by one of those columns.
  mutating func sort(byColumn name: String, in place: RowPlace) {
    if self[rows: place].view.isByPerson {
      PersonColumn(rawValue: name).map { sortPeople(by: PeopleSort(column: $0)) }
    } else {
      RowColumn(rawValue: name).map { sort(by: RowSort(column: $0), in: place) }
    }
  }
}
