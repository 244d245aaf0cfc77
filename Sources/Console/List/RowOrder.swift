import AppStream

/// All rows that have been read, in the order of the list: by user, then stack.
struct RowOrder: Sendable, Equatable {
  /// The users behind them, and others.
  private(set) var users = UserOrder()
  /// The rows, in order.
  private(set) var rows: [AssociationID] = []

  /// The rows of `estate`, which is the one of the last time with more or other rows.
  mutating func take(_ estate: Estate) {
    let table = estate.table
    users.take(table.userNames)
    let stacks = table.stackNames.numbers
      .sorted { NameOrder.compare(table.stackNames[$0], table.stackNames[$1]) < 0 }
      .map { estate.ids(onStack: $0) }
    var places = starts(of: stacks, in: table)
    var sorted = [AssociationID](repeating: AssociationID(0), count: Int(places.last ?? 0))
    // Stack after stack, so that those of one user come to stand in the order of their stacks.
    for stack in stacks {
      for id in stack {
        let rank = Int(users.ranks[Int(table.user(of: id))])
        sorted[Int(places[rank])] = id
        places[rank] += 1
      }
    }
    Self.sortTypes(&sorted, table)
    rows = sorted
  }

  /// Where the rows of each user begin, by the user's rank, and how many rows there are.
  private func starts(of stacks: [[AssociationID]], in table: AssociationTable) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: users.count + 1)
    for stack in stacks {
      for id in stack { places[Int(users.ranks[Int(table.user(of: id))]) + 1] += 1 }
    }
    for rank in 1..<max(1, places.count) { places[rank] += places[rank - 1] }
    return places
  }

  /// A user may be on one stack in several ways, which is rare; those rows stand next to each other.
  private static func sortTypes(_ rows: inout [AssociationID], _ table: AssociationTable) {
    guard table.hasSeveralTypes else { return }
    var start = 0
    for end in rows.indices.dropFirst() + [rows.endIndex] {
      let isSame =
        end < rows.endIndex && table.user(of: rows[end]) == table.user(of: rows[start])
        && table.stack(of: rows[end]) == table.stack(of: rows[start])
      guard !isSame else { continue }
      if end - start > 1 { rows[start..<end].sort { table.type(of: $0) < table.type(of: $1) } }
      start = end
    }
  }
}
