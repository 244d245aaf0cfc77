extension UnsafeBufferPointer<UInt8> {
  /// Whether `other` holds the same bytes.
  ///
  /// Without a way out in the middle, since most that are compared are the same, and several bytes go at once then.
  package func equals(_ other: Self) -> Bool {
    guard count == other.count else { return false }
    var difference: UInt8 = 0
    for place in 0..<count { difference |= self[place] ^ other[place] }
    return difference == 0
  }
}
