import AppStream
import BitCollections
import Screen

/// What it takes to find the rows that a list shows, as one value: in a large account that takes longer than a key
/// may, and is done elsewhere while keys are taken.
package struct Arrangement: Sendable, Equatable {
  /// Tells what comes of it from what came of others.
  package let number: Int
  /// Whose rows they are.
  package let place: RowPlace
  let source: RowSource
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
    if isOrderOutdated, !order.take(source.estate, isGivenUp: isGivenUp) { return nil }
    if isGivenUp() { return nil }
    guard let rows = found(in: order, isGivenUp) else { return nil }
    var arranged = ArrangedRows(self, order)
    if view.isByPerson {
      guard let (people, total) = people(with: rows, in: order, isGivenUp) else { return nil }
      arranged.show(people: people, of: total, source.estate)
    } else {
      arranged.show(rows)
    }
    if isGivenUp() { return nil }
    arranged.longest = Repertoire.$current.withValue(repertoire) { LongestValues(of: arranged, source) }
    return arranged
  }

  /// The rows that the stack and the filter let through, in order.
  private func found(in order: RowOrder, _ isGivenUp: () -> Bool) -> [AssociationID]? {
    let estate = source.estate
    let isSorted = view.isByPerson || candidates?.view.sort == view.sort
    var rows = order.rows
    if let candidates { rows = isSorted ? candidates.shown : rows.filter { candidates.set.contains($0.index) } }
    if let stack = view.stack {
      let number = estate.table.stackNames.number(of: stack)
      rows.removeAll { estate.table.stack(of: $0) != number }
    }
    if !view.filter.isEmpty {
      guard let found = RowMatcher.rows(rows, view.filter, source, isGivenUp: isGivenUp) else { return nil }
      rows = found
    }
    return isSorted ? rows : RowSorter(source).sorted(rows, by: view.sort, isGivenUp: isGivenUp)
  }

  /// The people who have any of `rows`, and those on no stack whom the filter lets through; and how many there are of
  /// all.
  private func people(
    with rows: [AssociationID],
    in order: RowOrder,
    _ isGivenUp: () -> Bool
  ) -> (people: [UInt32], total: Int)? {
    let (estate, table) = (source.estate, source.estate.table)
    var wanted = BitSet(rows.lazy.map { Int(table.user(of: $0)) })
    let onStacks = view.filter.isEmpty ? wanted : BitSet(order.rows.lazy.map { Int(table.user(of: $0)) })
    let others = table.userNames.numbers.filter { !onStacks.contains(Int($0)) && estate.words(ofUser: $0) != nil }
    guard let found = RowMatcher.people(others, view.filter, source, isGivenUp: isGivenUp) else { return nil }
    for person in found { wanted.insert(Int(person)) }
    // A mark is one of all rows, so who has any row that the filter excludes is excluded with all of them.
    for excluded in view.filter.excluded {
      guard let found = RowMatcher.rows(order.rows, excluded, source, isGivenUp: isGivenUp) else { return nil }
      for row in found { wanted.remove(Int(table.user(of: row))) }
    }
    let people = order.users.sorted.filter { wanted.contains(Int($0)) }
    let sorted = RowSorter(source).sorted(people, by: view.peopleSort, isGivenUp: isGivenUp)
    return sorted.map { ($0, onStacks.count + others.count) }
  }
}

/// The rows that a list shows, in order, or the people.
package struct ArrangedRows: Sendable, Equatable {
  let number: Int
  let place: RowPlace
  let order: RowOrder
  let view: RowView
  /// The rows; by person, all that the people have, in the order of ``order``.
  private(set) var shown: [AssociationID] = []
  /// The numbers of the people's names; `nil` where the lines are rows.
  private(set) var people: [UInt32]?
  /// How many people there are, whatever the filter lets through.
  private(set) var peopleCount = 0
  /// The rows as a set of their numbers.
  private(set) var set = BitSet()
  /// How long their values are.
  var longest = LongestValues()

  /// Nothing has been found yet.
  init(place: RowPlace = .list) {
    (number, self.place, order, view) = (0, place, RowOrder(), RowView())
  }

  /// What comes of `arrangement` before anything is shown.
  init(_ arrangement: Arrangement, _ order: RowOrder) {
    (number, place) = (arrangement.number, arrangement.place)
    (self.order, view) = (order, arrangement.view)
  }

  /// How many lines there are.
  var count: Int { people?.count ?? shown.count }

  /// Takes in the rows, in order.
  mutating func show(_ rows: [AssociationID]) {
    shown = rows
    set = BitSet(rows.lazy.map(\.index))
  }

  /// Takes in the people, in order, out of `total`.
  mutating func show(people: [UInt32], of total: Int, _ estate: Estate) {
    (self.people, peopleCount) = (people, total)
    let isShown = BitSet(people.lazy.map { Int($0) })
    show(order.rows.filter { isShown.contains(Int(estate.table.user(of: $0))) })
  }
}
