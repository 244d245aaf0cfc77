import AppStream
import BitCollections
import Screen

/// What it takes to find the rows that the list shows, as one value: in a large account that takes longer than a key
/// may, and is done elsewhere while keys are taken.
package struct Arrangement: Sendable, Equatable {
  /// Tells what comes of it from what came of others.
  package let number: Int
  let estate: Estate
  let results: RowResults
  /// The order of the rows that were there the last time.
  let order: RowOrder
  /// Whether other rows are there since.
  let isOrderOutdated: Bool
  let view: RowView
  /// Rows among which all that are to be shown are known to be, as they are shown now.
  let candidates: ArrangedRows?
  /// The characters that rows are drawn and measured with.
  let repertoire: Repertoire

  /// Finds the rows; `nil` when it was given up meanwhile.
  package func arranged(isGivenUp: () -> Bool = { false }) -> ArrangedRows? {
    var order = order
    if isOrderOutdated { order.take(estate) }
    if isGivenUp() { return nil }
    let isSorted = candidates?.view.sort == view.sort
    var rows = order.rows
    if let candidates { rows = isSorted ? candidates.shown : rows.filter { candidates.set.contains($0.index) } }
    if let stack = view.stack {
      let number = estate.table.stackNames.number(of: stack)
      rows.removeAll { estate.table.stack(of: $0) != number }
    }
    if !view.filter.isEmpty {
      guard let found = RowMatcher.rows(rows, view.filter, estate, results, isGivenUp: isGivenUp) else { return nil }
      rows = found
    }
    if !isSorted {
      guard let sorted = RowSorter(estate, results).sorted(rows, by: view.sort, isGivenUp: isGivenUp) else {
        return nil
      }
      rows = sorted
    }
    var arranged = ArrangedRows(number: number, order: order, view: view, shown: rows)
    arranged.longest = Repertoire.$current.withValue(repertoire) { LongestValues(of: arranged, estate, results) }
    return arranged
  }
}

/// The rows that the list shows, in order.
package struct ArrangedRows: Sendable, Equatable {
  let number: Int
  let order: RowOrder
  let view: RowView
  let shown: [AssociationID]
  /// The same as a set of their numbers.
  let set: BitSet
  /// How long their values are.
  var longest = LongestValues()

  init(number: Int, order: RowOrder, view: RowView, shown: [AssociationID]) {
    (self.number, self.order, self.view, self.shown) = (number, order, view, shown)
    set = BitSet(shown.lazy.map(\.index))
  }
}
