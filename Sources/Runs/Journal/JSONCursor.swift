/// Reads JSON (RFC 8259) from bytes, value by value in the order in which they stand; nothing is built of what nobody
/// asks for.
///
/// It takes white space and members in any order, and is not strict about what it passes over: whoever has to know that
/// bytes are exactly what was written writes the values again and compares. In one file, since every step looks at the
/// same bytes and the same place in them.
struct JSONCursor {
  /// The bytes are no JSON, or not the value that was asked for.
  struct Flaw: Error {}

  /// The deepest nesting that is passed over; journals have less than ten levels.
  private static let deepest = 32

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool { bytes[index...].allSatisfy(Self.isBlank) }

  /// Reads an object; `take` is given the name of each member, and reads or passes over its value.
  mutating func object(_ take: (String, inout JSONCursor) throws(Flaw) -> Void) throws(Flaw) {
    try enclosed(UInt8(ascii: "{"), UInt8(ascii: "}")) { (cursor) throws(Flaw) in
      let name = try cursor.text()
      try cursor.expect(UInt8(ascii: ":"))
      try take(name, &cursor)
    }
  }

  /// Reads a list; `take` reads or passes over each element.
  mutating func array(_ take: (inout JSONCursor) throws(Flaw) -> Void) throws(Flaw) {
    try enclosed(UInt8(ascii: "["), UInt8(ascii: "]"), take)
  }

  /// Reads a text.
  mutating func text() throws(Flaw) -> String {
    try expect(UInt8(ascii: "\""))
    let start = index
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
    guard index < bytes.endIndex else { throw Flaw() }
    let beginning = bytes[start..<index]
    if bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: beginning, as: UTF8.self)
    }
    return try escapedText(after: Array(beginning))
  }

  /// Reads a whole number.
  mutating func integer() throws(Flaw) -> Int {
    guard next() != nil else { throw Flaw() }
    let start = index
    while index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") || Self.isDigit(bytes[index]) { index += 1 }
    guard let number = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else { throw Flaw() }
    return number
  }

  /// Whether `null` is next, which is then read.
  mutating func isNull() -> Bool {
    guard next() == UInt8(ascii: "n"), bytes[index...].starts(with: "null".utf8) else { return false }
    index += 4
    return true
  }

  /// Passes over a value, and says where it stands.
  mutating func value() throws(Flaw) -> ArraySlice<UInt8> {
    guard next() != nil else { throw Flaw() }
    let start = index
    var depth = 0
    repeat {
      switch next() {
      case nil: throw Flaw()
      case UInt8(ascii: "\""): try passText()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        guard depth <= Self.deepest else { throw Flaw() }
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        guard depth >= 0 else { throw Flaw() }
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw Flaw() }
        index += 1
      default: passWord()
      }
    } while depth > 0
    return bytes[start..<index]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func isStructural(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  /// The next byte that is no white space, which is not read.
  private mutating func next() -> UInt8? {
    while index < bytes.endIndex, Self.isBlank(bytes[index]) { index += 1 }
    return index < bytes.endIndex ? bytes[index] : nil
  }

  private mutating func expect(_ byte: UInt8) throws(Flaw) {
    guard next() == byte else { throw Flaw() }
    index += 1
  }

  private mutating func enclosed(
    _ opening: UInt8,
    _ closing: UInt8,
    _ take: (inout JSONCursor) throws(Flaw) -> Void
  ) throws(Flaw) {
    try expect(opening)
    if next() == closing {
      index += 1
      return
    }
    while true {
      try take(&self)
      if next() == closing {
        index += 1
        return
      }
      try expect(UInt8(ascii: ","))
    }
  }

  /// The rest of a text, from its first escape.
  private mutating func escapedText(after beginning: [UInt8]) throws(Flaw) -> String {
    var text = beginning
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try text.append(contentsOf: escape())
      default: text.append(byte)
      }
    }
    throw Flaw()
  }

  /// What the escape stands for whose backslash has been read.
  private mutating func escape() throws(Flaw) -> [UInt8] {
    guard index < bytes.endIndex else { throw Flaw() }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try character()
    default: throw Flaw()
    }
  }

  /// The character whose code unit follows, or whose two; half of a pair is none.
  private mutating func character() throws(Flaw) -> [UInt8] {
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]) {
      guard bytes[index...].starts(with: "\\u".utf8) else { throw Flaw() }
      index += 2
      units.append(try codeUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw Flaw() }
    return Array(text.utf8)
  }

  private mutating func codeUnit() throws(Flaw) -> UInt16 {
    guard bytes.endIndex - index >= 4, bytes[index..<index + 4].allSatisfy({ $0.isHexadecimalDigit }),
      let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw Flaw() }
    index += 4
    return unit
  }

  private mutating func passText() throws(Flaw) {
    index += 1
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.endIndex else { throw Flaw() }
    index += 1
  }

  /// Passes over a number, `true`, `false` or `null`, or whatever else stands in the place of one.
  private mutating func passWord() {
    while index < bytes.endIndex, !Self.isBlank(bytes[index]), !Self.isStructural(bytes[index]) { index += 1 }
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
