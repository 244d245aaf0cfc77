/// Finds numbers by what they stand for, which is kept elsewhere and only once: a table with open addressing (Knuth,
/// The Art of Computer Programming, 6.4, Algorithm L), 4 to 8 bytes for a number.
///
/// It consists of small tables, so that one that grows keeps nobody waiting.
struct NumberIndex: Sendable {
  private static let shards = 256
  private static let smallestShard = 8

  /// Each slot is 0, or one more than a number.
  private var slots: [[UInt32]] = Array(repeating: [], count: Self.shards)
  private var counts: [Int32] = Array(repeating: 0, count: Self.shards)

  /// The number whose hash this is and that `isWanted` is true of.
  func number(hash: UInt64, where isWanted: (UInt32) -> Bool) -> UInt32? {
    let shard = Int(hash & 0xFF)
    let mask = slots[shard].count - 1
    guard mask > 0 else { return nil }
    var place = Int(truncatingIfNeeded: hash >> 8) & mask
    while true {
      let slot = slots[shard][place]
      guard slot != 0 else { return nil }
      if isWanted(slot - 1) { return slot - 1 }
      place = (place + 1) & mask
    }
  }

  /// Adds a number that is not there yet; `hashOf` gives the hash of any number.
  mutating func insert(_ number: UInt32, hash: UInt64, hashOf: (UInt32) -> UInt64) {
    let shard = Int(hash & 0xFF)
    // At most three quarters full.
    if (Int(counts[shard]) + 1) * 4 > slots[shard].count * 3 { grow(shard, hashOf) }
    Self.put(number, hash, into: &slots[shard])
    counts[shard] += 1
  }

  private mutating func grow(_ shard: Int, _ hashOf: (UInt32) -> UInt64) {
    let old = slots[shard]
    var new = [UInt32](repeating: 0, count: max(Self.smallestShard, old.count * 2))
    for slot in old where slot != 0 { Self.put(slot - 1, hashOf(slot - 1), into: &new) }
    slots[shard] = new
  }

  private static func put(_ number: UInt32, _ hash: UInt64, into slots: inout [UInt32]) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash >> 8) & mask
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = number + 1
  }
}
