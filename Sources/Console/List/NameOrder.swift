/// The order of names in a list: without regard to case, and names that differ in nothing else by their bytes.
///
/// Bytes instead of Swift's own order, which compares normal forms: two names that look alike are two names.
enum NameOrder {
  /// Less than zero where `one` comes first, zero where both are the same bytes.
  static func compare(_ one: String, _ other: String) -> Int {
    var difference = 0
    var left = one.utf8.makeIterator()
    var right = other.utf8.makeIterator()
    while true {
      switch (left.next(), right.next()) {
      case (nil, nil): return difference
      case (nil, _): return -1
      case (_, nil): return 1
      case (let a?, let b?):
        if a == b { continue }
        let (x, y) = (folded(a), folded(b))
        if x != y { return Int(x) - Int(y) }
        if difference == 0 { difference = Int(a) - Int(b) }
      }
    }
  }

  /// The lower-case form of an ASCII letter, and every other byte as it is.
  static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }
}
