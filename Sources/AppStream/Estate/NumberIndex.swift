/// Finds numbers by what they stand for, which is kept elsewhere and only once: a table with open addressing (Knuth,
/// The Art of Computer Programming, 6.4, Algorithm L), 5 to 10 bytes for a number.
///
/// It consists of small tables, so that one that grows keeps nobody waiting.
struct NumberIndex: Sendable {
  private static let shards = 256
  private static let smallestShard = 8
  private static let free: UInt8 = 0

  private var shards: [Shard] = Array(repeating: Shard(), count: Self.shards)

  private struct Shard: Sendable {
    /// A few bits of the hash of each number: what a number stands for is somewhere in memory, and is looked at only
    /// where it is likely to be what is wanted.
    var tags: [UInt8] = []
    var numbers: [UInt32] = []
    var count = 0

    /// A power of two, or nothing.
    var length: Int { tags.count }

    mutating func put(_ number: UInt32, _ hash: UInt64) {
      let mask = length - 1
      var place = NumberIndex.place(of: hash) & mask
      while tags[place] != NumberIndex.free { place = (place + 1) & mask }
      tags[place] = NumberIndex.tag(of: hash)
      numbers[place] = number
      count += 1
    }
  }

  /// The number whose hash this is and that `isWanted` is true of.
  func number(hash: UInt64, where isWanted: (UInt32) -> Bool) -> UInt32? {
    let shard = Self.shard(of: hash)
    let mask = shards[shard].length - 1
    guard mask > 0 else { return nil }
    let tag = Self.tag(of: hash)
    var place = Self.place(of: hash) & mask
    while true {
      let found = shards[shard].tags[place]
      guard found != Self.free else { return nil }
      if found == tag, isWanted(shards[shard].numbers[place]) { return shards[shard].numbers[place] }
      place = (place + 1) & mask
    }
  }

  /// Whether ``insert(_:hash:)`` finds a place for a number with this hash.
  func hasRoom(hash: UInt64) -> Bool {
    let shard = Self.shard(of: hash)
    // At most three quarters full.
    return (shards[shard].count + 1) * 4 <= shards[shard].length * 3
  }

  /// Makes room for a number with this hash; `hashOf` gives the hash of any number that is there.
  mutating func makeRoom(hash: UInt64, _ hashOf: (UInt32) -> UInt64) {
    let old = shards[Self.shard(of: hash)]
    let length = max(Self.smallestShard, old.length * 2)
    var new = Shard(tags: Array(repeating: Self.free, count: length), numbers: Array(repeating: 0, count: length))
    for (tag, number) in zip(old.tags, old.numbers) where tag != Self.free { new.put(number, hashOf(number)) }
    shards[Self.shard(of: hash)] = new
  }

  /// Adds a number that is not there yet, for which there is room.
  mutating func insert(_ number: UInt32, hash: UInt64) { shards[Self.shard(of: hash)].put(number, hash) }

  /// A hash that leads to the small table with this number, whatever the bits are that choose it otherwise.
  static func hash(_ hash: UInt64, table: UInt32) -> UInt64 { hash & ~0xFF | UInt64(table & 0xFF) }

  private static func shard(of hash: UInt64) -> Int { Int(hash & 0xFF) }

  private static func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 8 & 0xFFFF_FFFF) }

  private static func tag(of hash: UInt64) -> UInt8 { max(1, UInt8(hash >> 56)) }
}
