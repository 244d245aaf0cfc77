import Algorithms
import AppStream

/// All rows that have been read, in the order of the list: by user, then stack.
struct RowOrder: Sendable, Equatable {
  /// The users behind them, and others.
  private(set) var users = UserOrder()
  /// The rows, in order.
  private(set) var rows: [AssociationID] = []

  /// Takes in the rows of `estate`, which is the one of the last time with more or other rows.
  ///
  /// - Returns: Whether it did; `false` when it was given up meanwhile, and the rows are those of the last time.
  @discardableResult
  mutating func take(_ estate: Estate, isGivenUp: () -> Bool = { false }) -> Bool {
    let table = estate.table
    guard users.take(table.userNames, isGivenUp: isGivenUp) else { return false }
    let stacks = table.stackNames.numbers
      .sorted { NameOrder.compare(table.stackNames[$0], table.stackNames[$1]) < 0 }
      .map { estate.ids(onStack: $0) }
    guard var places = starts(of: stacks, in: table, isGivenUp) else { return false }
    var sorted = [AssociationID](repeating: AssociationID(0), count: Int(places.last ?? 0))
    // Stack after stack, so that those of one user come to stand in the order of their stacks.
    for stack in stacks {
      for piece in stack.chunks(ofCount: RowMatcher.pieceLength) {
        if isGivenUp() { return false }
        for id in piece {
          let rank = Int(users.ranks[Int(table.user(of: id))])
          sorted[Int(places[rank])] = id
          places[rank] += 1
        }
      }
    }
    if isGivenUp() { return false }
    Self.sortTypes(&sorted, table)
    rows = sorted
    return true
  }

  /// Where the rows of each user begin, by the user's rank, and how many rows there are; `nil` when it was given up.
  private func starts(
    of stacks: [[AssociationID]],
    in table: AssociationTable,
    _ isGivenUp: () -> Bool
  ) -> [UInt32]? {
    var places = [UInt32](repeating: 0, count: users.count + 1)
    for stack in stacks {
      for piece in stack.chunks(ofCount: RowMatcher.pieceLength) {
        if isGivenUp() { return nil }
        for id in piece { places[Int(users.ranks[Int(table.user(of: id))]) + 1] += 1 }
      }
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
