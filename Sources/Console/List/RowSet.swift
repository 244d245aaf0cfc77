import AppStream
import BitCollections

/// Rows of one change of marks: a set of bits takes as much as all rows there are, so a few are kept as a list.
enum RowSet: Sendable, Equatable {
  case few([AssociationID])
  case many(BitSet)

  private static let few = 1000

  init(_ rows: BitSet) {
    self = rows.count <= Self.few ? .few(rows.map { AssociationID(UInt32($0)) }) : .many(rows)
  }

  init(_ row: AssociationID) {
    self = .few([row])
  }

  static let none = Self.few([])

  var isEmpty: Bool { count == 0 }

  var count: Int {
    switch self {
    case .few(let rows): rows.count
    case .many(let rows): rows.count
    }
  }

  /// About how many bytes it takes.
  var size: Int {
    switch self {
    case .few(let rows): rows.count * MemoryLayout<AssociationID>.stride
    case .many(let rows): (rows.last ?? 0) / 8
    }
  }

  /// The rows as a set of their numbers.
  var bits: BitSet {
    switch self {
    case .few(let rows): BitSet(rows.lazy.map(\.index))
    case .many(let rows): rows
    }
  }

  /// Takes out those of `rows` that `isGone` is true of.
  mutating func remove(_ rows: some Sequence<AssociationID>, where isGone: (AssociationID) -> Bool) {
    switch self {
    case .few(let own): self = .few(own.filter { !isGone($0) })
    case .many(var own):
      for row in rows where isGone(row) { own.remove(row.index) }
      self = RowSet(own)
    }
  }
}
