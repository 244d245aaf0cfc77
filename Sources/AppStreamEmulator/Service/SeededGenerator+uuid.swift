import SeededNumbers

extension SeededGenerator {
  /// A random UUID (version 4), in lower case, as AWS writes request ids.
  mutating func uuid() -> String {
    let high = (next() & ~0xf000) | 0x4000
    let low = (next() & ~(0b11 << 62)) | (0b10 << 62)
    let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
    var parts: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
