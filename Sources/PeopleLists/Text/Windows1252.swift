/// The code page that Western European Windows saves text in, and that includes the letters of Latin-1.
///
/// https://encoding.spec.whatwg.org/index-windows-1252.txt
enum Windows1252 {
  /// The characters of 80 to 9F; five bytes there have none, and are shown as U+FFFD.
  private static let characters = Array(
    ("\u{20AC}\u{FFFD}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}"
      + "\u{2039}\u{152}\u{FFFD}\u{17D}\u{FFFD}\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}"
      + "\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{FFFD}\u{17E}\u{178}")
      .unicodeScalars
  )

  /// The same text in UTF-8.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case ..<0x80: text.append(byte)
      case 0x80..<0xA0: text += Array(String(characters[Int(byte) - 0x80]).utf8)
      default: text += Array(String(Unicode.Scalar(byte)).utf8)
      }
    }
    return text
  }
}
