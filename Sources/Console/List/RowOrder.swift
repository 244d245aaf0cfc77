import Algorithms
import AppStream
import PlainText

/// All rows that have been read, in the order of the list: by user, then stack.
///
/// Rows arrive page by page. They are merged in when they are a good part of what is there, or when nothing more is on
/// its way, so that reading a large account costs a few merges and not one for every page.
struct RowOrder: Sendable, Equatable {
  /// The rows, in order.
  private(set) var rows: [RowID] = []
  /// How many rows of every slot are in ``rows``.
  private var merged: [Int] = []
  /// Slots whose rows in ``rows`` are outdated.
  private var stale: Set<Int> = []
  /// How many rows of the table are not in ``rows`` yet.
  private var waiting = 0

  /// The stack in `slot` was read from its beginning again.
  mutating func replaced(_ slot: Int, in table: RowTable) {
    grow(to: table)
    stale.insert(slot)
    waiting += table.rows[slot].count
  }

  /// More rows of `slot` are there, at its end.
  mutating func appended(_ slot: Int, in table: RowTable) {
    grow(to: table)
    guard !stale.contains(slot) else { return }
    waiting += table.rows[slot].count - merged[slot]
  }

  /// Takes in what arrived, if there is enough of it or `isDue`.
  ///
  /// - Returns: Whether ``rows`` has changed.
  mutating func merge(_ table: RowTable, isDue: Bool) -> Bool {
    guard waiting > 0 || !stale.isEmpty else { return false }
    guard isDue || !stale.isEmpty || waiting * Self.growth >= rows.count else { return false }
    if !stale.isEmpty {
      rows.removeAll { stale.contains(Int($0.slot)) }
      for slot in stale { merged[slot] = 0 }
      stale = []
    }
    var arrived: [RowID] = []
    for slot in table.rows.indices where merged[slot] < table.rows[slot].count {
      arrived += (merged[slot]..<table.rows[slot].count).map { RowID(slot: UInt32(slot), position: UInt32($0)) }
      merged[slot] = table.rows[slot].count
    }
    waiting = 0
    arrived.sort { Self.precedes($0, $1, table) }
    rows = Self.union(rows, arrived, table)
    return true
  }

  /// The rows of the user called `name`, found by their place in the order.
  func rows(of name: String, in table: RowTable) -> [RowID] {
    let key = name.lowercased()
    let start = rows.partitioningIndex { table.key(of: $0) >= key }
    let exact = ExactText(name)
    return rows[start...].prefix { table.key(of: $0) == key }.filter { ExactText(table[$0].userName) == exact }
  }

  /// Up to so many rows are merged in no time that a person could notice.
  static let quicklyMerged = 100_000

  /// With more rows than that, a merge is worth while for an eighth of them.
  private static let growth = 8

  private mutating func grow(to table: RowTable) {
    merged += Array(repeating: 0, count: table.rows.count - merged.count)
  }

  private static func union(_ one: [RowID], _ other: [RowID], _ table: RowTable) -> [RowID] {
    guard !one.isEmpty, !other.isEmpty else { return one.isEmpty ? other : one }
    var merged: [RowID] = []
    merged.reserveCapacity(one.count + other.count)
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if precedes(other[right], one[left], table) {
        merged.append(other[right])
        right += 1
      } else {
        merged.append(one[left])
        left += 1
      }
    }
    return merged + one[left...] + other[right...]
  }

  private static func precedes(_ one: RowID, _ other: RowID, _ table: RowTable) -> Bool {
    let (key, otherKey) = (table.key(of: one), table.key(of: other))
    if key != otherKey { return key < otherKey }
    let (left, right) = (table[one], table[other])
    let byUser = NameOrder.compare(left.userName, right.userName)
    if byUser != 0 { return byUser < 0 }
    let byStack = NameOrder.compare(left.stackName, right.stackName)
    return byStack != 0 ? byStack < 0 : left.authenticationType < right.authenticationType
  }
}
