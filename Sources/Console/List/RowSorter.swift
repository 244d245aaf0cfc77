import AppStream
import BitCollections

/// Puts rows in the order of a column: names are compared once each, and rows then go where their names stand.
///
/// Rows of which a column says the same stay in the order of their users, and those of which it says nothing come last.
struct RowSorter {
  private let source: RowSource

  init(_ source: RowSource) {
    self.source = source
  }

  private var estate: Estate { source.estate }
  private var results: RowResults { source.results }

  /// `rows`, which are in the order of their users, in another order; `nil` when it was given up meanwhile.
  func sorted(
    _ rows: [AssociationID],
    by sort: RowSort,
    isGivenUp: () -> Bool = { false }
  ) -> [AssociationID]? {
    guard let sorted = sorted(rows, by: sort.column, isGivenUp) else { return nil }
    return sort.isReversed ? sorted.reversed() : sorted
  }

  /// `people`, who are in the order of their names, in another order; `nil` when it was given up meanwhile.
  func sorted(_ people: [UInt32], by sort: PeopleSort, isGivenUp: () -> Bool = { false }) -> [UInt32]? {
    let facts = UserFacts(estate)
    let sorted: [UInt32]?
    switch sort.column {
    case .person, .on:
      sorted = people
    case .stacks:
      let table = estate.table
      var counts = [Int](repeating: 0, count: table.userNames.count)
      for row in estate.present { counts[Int(table.user(of: AssociationID(UInt32(row))))] += 1 }
      // Few rows have results, so only their people are counted one by one.
      results.forEach { row, _ in
        let person = table.user(of: row)
        counts[Int(person)] = source.rows(ofPerson: person).count
      }
      sorted = self.sorted(people, (counts.max() ?? 0) + 1) { counts[Int($0)] }
    case .name:
      sorted = self.sorted(people, isGivenUp, by: { Int($0) }) { facts.name(ofUser: UInt32($0)) }
    case .status:
      sorted = self.sorted(people, isGivenUp, by: { Int($0) }) { facts.status(ofUser: UInt32($0)) }
    }
    return sort.isReversed ? sorted?.reversed() : sorted
  }

  private func sorted(
    _ rows: [AssociationID],
    by column: RowColumn,
    _ isGivenUp: () -> Bool
  ) -> [AssociationID]? {
    let (table, facts) = (estate.table, UserFacts(estate))
    switch column {
    case .user:
      return rows
    case .stack:
      return sorted(rows, isGivenUp, by: { Int(table.stack(of: $0)) }) { table.stackNames[UInt32($0)] }
    case .name:
      return sorted(rows, isGivenUp, by: { Int(table.user(of: $0)) }) { facts.name(ofUser: UInt32($0)) }
    case .status:
      return sorted(rows, isGivenUp, by: { Int(table.user(of: $0)) }) { facts.status(ofUser: UInt32($0)) }
    case .type:
      return sorted(rows, isGivenUp, by: \.index) { table.type(of: AssociationID(UInt32($0))).rawValue }
    case .result:
      return sorted(rows, isGivenUp, by: \.index) { results[AssociationID(UInt32($0)), table]?.text ?? "" }
    }
  }

  /// Sorts by what `text` says of each number that `owner` gives of a row, for which it is asked once.
  private func sorted<Item>(
    _ rows: [Item],
    _ isGivenUp: () -> Bool,
    by owner: (Item) -> Int,
    _ text: (Int) -> String
  ) -> [Item]? {
    let owners = BitSet(rows.lazy.map(owner))
    guard let ranks = ranks(of: owners, text, isGivenUp) else { return nil }
    return sorted(rows, ranks.count) { Int(ranks.of[owner($0)]) }
  }

  /// The rank of what `text` says of each of `owners`, and how many ranks there are; a hyphen stands for nothing.
  private func ranks(
    of owners: BitSet,
    _ text: (Int) -> String,
    _ isGivenUp: () -> Bool
  ) -> (of: [UInt32], count: Int)? {
    var names = NameTable()
    var numbers: [(owner: Int, number: UInt32)] = []
    for (place, owner) in owners.enumerated() {
      if place.isMultiple(of: RowMatcher.pieceLength), isGivenUp() { return nil }
      let text = text(owner)
      if !text.isEmpty, text != "-" { numbers.append((owner, names.insert(text))) }
    }
    var order = UserOrder()
    guard order.take(names, isGivenUp: isGivenUp), !isGivenUp() else { return nil }
    var ranks = [UInt32](repeating: UInt32(order.count), count: (owners.max() ?? -1) + 1)
    for (owner, number) in numbers { ranks[owner] = order.ranks[Int(number)] }
    return (ranks, order.count + 1)
  }

  /// Sorts by counting (Knuth, The Art of Computer Programming, 5.2), which leaves rows of one rank in their order.
  private func sorted<Item>(_ rows: [Item], _ ranks: Int, _ rank: (Item) -> Int) -> [Item] {
    var places = [Int](repeating: 0, count: ranks + 1)
    for row in rows { places[rank(row) + 1] += 1 }
    for rank in places.indices.dropFirst() { places[rank] += places[rank - 1] }
    var sorted = rows
    for row in rows {
      let rank = rank(row)
      sorted[places[rank]] = row
      places[rank] += 1
    }
    return sorted
  }
}
