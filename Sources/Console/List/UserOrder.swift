import Algorithms
import AppStream

/// All users by name, without regard to case: each user's rank, and whose names a person may take for one another.
struct UserOrder: Sendable, Equatable {
  /// The numbers of the users' names, in order.
  private(set) var sorted: [UInt32] = []
  /// The place in ``sorted`` of each user, by number.
  private(set) var ranks: [UInt32] = []
  /// The names in lower case of the users whose names hold more than ASCII, as bytes.
  private var keys: [UInt32: [UInt8]] = [:]
  /// Those users by the same names: Swift's strings are equal across normal forms.
  private var othersByKey: [String: [UInt32]] = [:]

  /// How many users it has; those of a table that came after them are not in it.
  var count: Int { sorted.count }

  /// Takes in the names that came since the last time.
  ///
  /// - Returns: Whether it did; `false` when it was given up meanwhile, and none of them is in it. That is asked
  ///   between its steps, which take some tenths of a second for a million names.
  @discardableResult
  mutating func take(_ names: NameTable, isGivenUp: () -> Bool = { false }) -> Bool {
    guard names.count > count else { return true }
    let first = UInt32(count)
    let arrived = first..<UInt32(names.count)
    var ascii = arrived.compactMap { PrefixedName($0, names) }
    if isGivenUp() { return false }
    ascii.sort { Self.precedes($0, $1, names) }
    if isGivenUp() { return false }
    var rest: [UInt32] = []
    if ascii.count < arrived.count {
      rest = arrived.filter { !names.withUTF8(of: $0, Self.isASCII) }
      for number in rest {
        let key = Self.key(of: names[number])
        keys[number] = Array(key.utf8)
        othersByKey[key, default: []].append(number)
      }
      rest.sort { precedes($0, $1, names) }
    }
    sorted = union(sorted, union(ascii.map(\.number), rest, names), names)
    ranks = Array(repeating: 0, count: sorted.count)
    for (rank, number) in sorted.enumerated() { ranks[Int(number)] = UInt32(rank) }
    return true
  }

  /// The users whose names differ from `name` only in case or normal form, in order; `name` itself need not be one of
  /// them.
  ///
  /// - Parameter isKnown: Whether somebody has the name with this number now.
  func lookAlikes(of name: String, _ names: NameTable, where isKnown: (UInt32) -> Bool) -> [UInt32] {
    let key = Self.key(of: name)
    let bytes = Array(key.utf8)
    let start = sorted.partitioningIndex { compare($0, bytes, names) >= 0 }
    let inOneForm = sorted[start...].prefix { compare($0, bytes, names) == 0 }
    let inOtherForms = (othersByKey[key] ?? []).filter { compare($0, bytes, names) != 0 }
    let found = (inOneForm + inOtherForms).filter { names.number(of: name) != $0 && isKnown($0) }
    return inOtherForms.isEmpty ? found : found.sorted { ranks[Int($0)] < ranks[Int($1)] }
  }

  /// Less than zero where a user's name in lower case comes before `key`, zero where it is the same bytes.
  private func compare(_ user: UInt32, _ key: [UInt8], _ names: NameTable) -> Int {
    if let own = keys[user] { return Self.compare(own, key) }
    return names.withUTF8(of: user) { Self.compare($0.lazy.map(NameOrder.folded), key) }
  }

  private static func compare(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Int {
    for (left, right) in zip(one, other) where left != right { return Int(left) - Int(right) }
    return one.count - other.count
  }

  /// Bytes and not Swift's own order of strings, by which neither "e\u{301}" comes before "\u{E9}a" nor the other way
  /// round (Swift 6.3).
  private func precedes(_ one: UInt32, _ other: UInt32, _ names: NameTable) -> Bool {
    if !keys.isEmpty {
      let difference: Int? =
        if let key = keys[other] { compare(one, key, names) } else { keys[one].map { -compare(other, $0, names) } }
      if let difference, difference != 0 { return difference < 0 }
    }
    return Self.compare(one, other, names) < 0
  }

  /// A name in lower case; the two marks that Unicode holds equal to others in ASCII are written as those.
  private static func key(of name: String) -> String {
    // Looked for with every drawing, and hardly any name has one.
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    return name.lowercased().replacing("\u{37E}", with: ";").replacing("\u{1FEF}", with: "`")
  }

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
