/// Percent-encoding as AWS wants it: everything but RFC 3986's unreserved characters.
public enum PercentEncoding {
  /// Returns `text` with each UTF-8 byte that is neither unreserved nor in `keeping` as `%XX`, in capitals.
  public static func encode(_ text: String, keeping: String = "") -> String {
    var encoded = ""
    for byte in text.utf8 {
      let character = Character(Unicode.Scalar(byte))
      if isUnreserved(byte) || (byte < 0x80 && keeping.contains(character)) {
        encoded.append(character)
      } else {
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
