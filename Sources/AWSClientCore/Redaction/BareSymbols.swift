/// The letters and digits of a text, in small letters, with what was escaped put back.
///
/// However a text is written (percent-encoded, with JSON's or XML's escapes, once or several times over, broken into
/// lines or with blanks for plus signs) its letters and digits stay the same.
struct BareSymbols: Sequence, IteratorProtocol {
  /// One letter or digit, and where it is in the text.
  struct Symbol {
    let byte: UInt8
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var position: Int

  /// What each byte is: a letter or digit, in small letters; 0 for none; ``escape`` where it may begin an escape.
  static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&"): escape
    default: bare(byte) ?? 0
    }
  }
  static let escape: UInt8 = 1

  /// The letters and digits of `bytes` from `position` on.
  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func next() -> Symbol? {
    while position < bytes.count {
      let start = position
      if let symbol = Self.bare(nextByte()) { return Symbol(byte: symbol, range: start..<position) }
    }
    return nil
  }

  /// The next byte as it is meant; a whole escape is one byte.
  private mutating func nextByte() -> UInt8 {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "%"): return percentEncoded()
    case UInt8(ascii: "\\"): return backslashed()
    case UInt8(ascii: "&"): return entity()
    default: return byte
    }
  }

  /// What follows a percent sign; one that is itself encoded begins another code.
  private mutating func percentEncoded() -> UInt8 {
    let percent = UInt8(ascii: "%")
    var byte = percent
    while byte == percent, let code = number(at: position, digits: 2) {
      position += 2
      byte = UInt8(truncatingIfNeeded: code)
    }
    return byte
  }

  /// What follows a backslash, or several, as JSON inside JSON has them.
  private mutating func backslashed() -> UInt8 {
    while position < bytes.count, bytes[position] == UInt8(ascii: "\\") { position += 1 }
    guard position < bytes.count else { return 0 }
    let byte = bytes[position]
    if byte == UInt8(ascii: "u"), let code = number(at: position + 1, digits: 4) {
      position += 5
      return code < 0x80 ? UInt8(code) : 0
    }
    // A line break, a tab and the like; what no escape is stays for itself.
    if [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f")].contains(byte) {
      position += 1
    }
    return 0
  }

  /// What follows an ampersand: a number, or the name of a character that is neither letter nor digit.
  private mutating func entity() -> UInt8 {
    let longest = 8
    guard let end = bytes[position...].prefix(longest).firstIndex(of: UInt8(ascii: ";")) else { return 0 }
    let name = bytes[position..<end]
    guard name.first == UInt8(ascii: "#") else {
      if !name.isEmpty, name.allSatisfy({ Self.bare($0) != nil }) { position = end + 1 }
      return 0
    }
    let isHexadecimal = name.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
    guard let code = UInt8(digits, radix: isHexadecimal ? 16 : 10) else { return 0 }
    position = end + 1
    return code
  }

  private func number(at start: Int, digits: Int) -> UInt16? {
    guard start + digits <= bytes.count else { return nil }
    var number: UInt16 = 0
    for byte in bytes[start..<start + digits] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      number = number << 4 | UInt16(digit)
    }
    return number
  }

  private static func bare(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }
}
