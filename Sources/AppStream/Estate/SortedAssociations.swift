import PlainText

/// Associations in the order of their identities, each of which is made when it is asked for.
///
/// What is sorted is numbers: the names are put in order once, however many rows they are in.
public struct SortedAssociations: RandomAccessCollection, Sendable {
  private let table: AssociationTable
  private let ids: [AssociationID]

  init(_ ids: [AssociationID], in table: AssociationTable) {
    self.table = table
    let (users, stacks) = (Self.ranks(of: table.userNames), Self.ranks(of: table.stackNames))
    self.ids = ids.lazy
      .map { id in (id, UInt64(stacks[Int(table.stack(of: id))]) << 32 | UInt64(users[Int(table.user(of: id))])) }
      .sorted { one, other in
        one.1 != other.1 ? one.1 < other.1 : table.type(of: one.0) < table.type(of: other.0)
      }
      .map(\.0)
  }

  /// The first row's place.
  public var startIndex: Int { 0 }

  /// The place behind the last row.
  public var endIndex: Int { ids.count }

  /// The association at `place`.
  public subscript(place: Int) -> UserStackAssociation { table.listed(ids[place]) }

  /// The place of each name among all, by its number.
  private static func ranks(of names: NameTable) -> [UInt32] {
    let sorted = names.numbers.map { (number: $0, text: ExactText(names[$0])) }.sorted { $0.text < $1.text }
    var ranks = [UInt32](repeating: 0, count: names.count)
    for (rank, name) in sorted.enumerated() { ranks[Int(name.number)] = UInt32(rank) }
    return ranks
  }
}
