import AppStream
import BitCollections

/// All users by name, without regard to case: each user's rank, and whose names a person may take for one another.
struct UserOrder: Sendable, Equatable {
  /// The numbers of the users' names, in order.
  private(set) var sorted: [UInt32] = []
  /// The place in ``sorted`` of each user, by number.
  private(set) var ranks: [UInt32] = []
  /// The users whose names hold more than ASCII.
  private var others = BitSet()
  /// The same by their names in lower case: Swift's strings are equal across normal forms.
  private var othersByKey: [String: [UInt32]] = [:]

  /// How many users it has; those of a table that came after them are not in it.
  var count: Int { sorted.count }

  /// Takes in the names that came since the last time.
  mutating func take(_ names: NameTable) {
    guard names.count > count else { return }
    let first = UInt32(count)
    let arrived = first..<UInt32(names.count)
    let ascii = arrived.lazy.compactMap { PrefixedName($0, names) }.sorted { Self.precedes($0, $1, names) }
    var rest: [UInt32] = []
    if ascii.count < arrived.count {
      rest = arrived.filter { !names.withUTF8(of: $0, Self.isASCII) }
      for number in rest {
        others.insert(Int(number))
        othersByKey[Self.key(of: number, names), default: []].append(number)
      }
      rest.sort { precedes($0, $1, names) }
    }
    sorted = union(sorted, union(ascii.map(\.number), rest, names), names)
    ranks = Array(repeating: 0, count: sorted.count)
    for (rank, number) in sorted.enumerated() { ranks[Int(number)] = UInt32(rank) }
  }

  /// The other users whose names differ from that of the user with this number only in case or normal form, of those
  /// that `isKnown` is true of, in order.
  func lookAlikes(of user: UInt32, _ names: NameTable, where isKnown: (UInt32) -> Bool) -> [UInt32] {
    guard Int(user) < ranks.count else { return [] }
    let rank = Int(ranks[Int(user)])
    let before = sorted[..<rank].reversed().prefix { isSame($0, user, names) }
    let after = sorted[(rank + 1)...].prefix { isSame($0, user, names) }
    guard !others.isEmpty else { return (before.reversed() + after).filter(isKnown) }
    let inOtherForms = othersByKey[Self.key(of: user, names)] ?? []
    return Set(before + after + inOtherForms).subtracting([user]).filter(isKnown)
      .sorted { ranks[Int($0)] < ranks[Int($1)] }
  }

  /// Whether two names are the same bytes in lower case, and so stand next to each other.
  private func isSame(_ one: UInt32, _ other: UInt32, _ names: NameTable) -> Bool {
    guard isOther(one) || isOther(other) else {
      return names.withUTF8(of: one) { left in
        names.withUTF8(of: other) { right in
          left.elementsEqual(right) { NameOrder.folded($0) == NameOrder.folded($1) }
        }
      }
    }
    return Self.key(of: one, names).utf8.elementsEqual(Self.key(of: other, names).utf8)
  }

  /// Bytes and not Swift's own order of strings, by which neither "e\u{301}" comes before "\u{E9}a" nor the other way
  /// round (Swift 6.3).
  private func precedes(_ one: UInt32, _ other: UInt32, _ names: NameTable) -> Bool {
    if isOther(one) || isOther(other) {
      let (left, right) = (Self.key(of: one, names).utf8, Self.key(of: other, names).utf8)
      if !left.elementsEqual(right) { return left.lexicographicallyPrecedes(right) }
    }
    return Self.compare(one, other, names) < 0
  }

  /// A name in lower case; the two marks that Unicode holds equal to others in ASCII are written as those.
  private static func key(of user: UInt32, _ names: NameTable) -> String {
    names[user].lowercased().replacing("\u{37E}", with: ";").replacing("\u{1FEF}", with: "`")
  }

  private func isOther(_ user: UInt32) -> Bool { !others.isEmpty && others.contains(Int(user)) }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

  private static func compare(_ one: UInt32, _ other: UInt32, _ names: NameTable) -> Int {
    names.withUTF8(of: one) { left in names.withUTF8(of: other) { right in NameOrder.compare(left, right) } }
  }

  private static func precedes(_ one: PrefixedName, _ other: PrefixedName, _ names: NameTable) -> Bool {
    if one.high != other.high { return one.high < other.high }
    if one.low != other.low { return one.low < other.low }
    return compare(one.number, other.number, names) < 0
  }

  private func union(_ one: [UInt32], _ other: [UInt32], _ names: NameTable) -> [UInt32] {
    guard !one.isEmpty, !other.isEmpty else { return one.isEmpty ? other : one }
    var merged: [UInt32] = []
    merged.reserveCapacity(one.count + other.count)
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if precedes(other[right], one[left], names) {
        merged.append(other[right])
        right += 1
      } else {
        merged.append(one[left])
        left += 1
      }
    }
    merged += one[left...]
    merged += other[right...]
    return merged
  }
}

/// A name in ASCII with its first 16 letters as numbers, which tell almost all names apart without a look at them.
private struct PrefixedName {
  let high: UInt64
  let low: UInt64
  let number: UInt32

  init?(_ number: UInt32, _ names: NameTable) {
    var (high, low) = (UInt64(0), UInt64(0))
    let isASCII = names.withUTF8(of: number) { bytes in
      for place in 0..<8 { high = high << 8 | Self.letter(place, of: bytes) }
      for place in 8..<16 { low = low << 8 | Self.letter(place, of: bytes) }
      return bytes.allSatisfy { $0 < 0x80 }
    }
    guard isASCII else { return nil }
    (self.high, self.low, self.number) = (high, low, number)
  }

  private static func letter(_ place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    place < bytes.count ? UInt64(NameOrder.folded(bytes[place])) : 0
  }
}
