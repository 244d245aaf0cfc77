/// The order of names in a list: without regard to case, and names that differ in nothing else by their bytes.
///
/// Bytes instead of Swift's own order, which compares normal forms: two names that look alike are two names.
enum NameOrder {
  /// Less than zero where `one` comes first, zero where both are the same bytes.
  static func compare(_ one: String, _ other: String) -> Int {
    var (one, other) = (one, other)
    return one.withUTF8 { left in other.withUTF8 { right in compare(left, right) } }
  }

  /// The same of bytes.
  static func compare(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
    var difference = 0
    for place in 0..<min(one.count, other.count) where one[place] != other[place] {
      let (x, y) = (folded(one[place]), folded(other[place]))
      if x != y { return Int(x) - Int(y) }
      if difference == 0 { difference = Int(one[place]) - Int(other[place]) }
    }
    return one.count != other.count ? one.count - other.count : difference
  }

  /// The lower-case form of an ASCII letter, and every other byte as it is.
  static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
