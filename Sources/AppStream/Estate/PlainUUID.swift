import FoundationEssentials

/// UUIDs as the service writes them, in small letters: a text that is read is written again byte for byte.
///
/// `UUID` reads and writes through C's formatted input and output, which costs more than all else about a user.
enum PlainUUID {
  /// So many bytes a text has.
  static let length = 36

  /// The UUID that is written like that; `nil` for any other text.
  static func read(_ text: some Collection<UInt8>) -> UUID? {
    guard text.count == length else { return nil }
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    for (place, byte) in text.enumerated() {
      guard !isHyphen(place) else {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = digit(byte) else { return nil }
      halves = (halves.high << 4 | halves.low >> 60, halves.low << 4 | digit)
    }
    let bytes = (halves.high.bigEndian, halves.low.bigEndian)
    return UUID(uuid: withUnsafeBytes(of: bytes) { $0.loadUnaligned(as: uuid_t.self) })
  }

  /// How the UUID is written.
  static func text(of uuid: UUID) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(length)
    withUnsafeBytes(of: uuid.uuid) { bytes in
      for byte in bytes {
        if isHyphen(text.count) { text.append(UInt8(ascii: "-")) }
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 0xF)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isHyphen(_ place: Int) -> Bool { place == 8 || place == 13 || place == 18 || place == 23 }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
