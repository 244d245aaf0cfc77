import PlainText

/// Reads JSON once from begin to end.
struct ListJSONParser {
  /// The deepest nesting that is read; no list has as many levels, and the call stack is not endless.
  private static let deepest = 32

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The values of `bytes`, one after the other, as JSON Lines has them.
  ///
  /// - Throws: ``ListJSONError`` at the first byte that is none of JSON's.
  static func values(of bytes: [UInt8]) throws(ListJSONError) -> [ListJSON] {
    var parser = Self(bytes)
    var values: [ListJSON] = []
    parser.passBlanks()
    while parser.position < bytes.count {
      values.append(try parser.value(depth: 0))
      parser.passBlanks()
    }
    return values
  }

  private mutating func value(depth: Int) throws(ListJSONError) -> ListJSON {
    guard depth < Self.deepest else { throw error("it is nested too deep") }
    let begin = line
    guard position < bytes.count else { throw error("it ends in the middle") }
    switch bytes[position] {
    case UInt8(ascii: "\""): return ListJSON(line: begin, kind: .text(try text()))
    case UInt8(ascii: "["): return ListJSON(line: begin, kind: .array(try elements(depth)))
    case UInt8(ascii: "{"): return ListJSON(line: begin, kind: .object(try members(depth)))
    default: return ListJSON(line: begin, kind: .literal(try literal()))
    }
  }

  private mutating func elements(_ depth: Int) throws(ListJSONError) -> [ListJSON] {
    var elements: [ListJSON] = []
    position += 1
    passBlanks()
    if pass(UInt8(ascii: "]")) { return [] }
    while true {
      elements.append(try value(depth: depth + 1))
      passBlanks()
      if pass(UInt8(ascii: "]")) { return elements }
      guard pass(UInt8(ascii: ",")) else { throw error("a comma or ] is missing") }
      passBlanks()
    }
  }

  private mutating func members(_ depth: Int) throws(ListJSONError) -> [(name: String, value: ListJSON)] {
    var members: [(name: String, value: ListJSON)] = []
    position += 1
    passBlanks()
    if pass(UInt8(ascii: "}")) { return [] }
    while true {
      guard position < bytes.count, bytes[position] == .quote else { throw error("the name of a member is missing") }
      let name = try text()
      passBlanks()
      guard pass(UInt8(ascii: ":")) else { throw error("a colon is missing") }
      passBlanks()
      members.append((name, try value(depth: depth + 1)))
      passBlanks()
      if pass(UInt8(ascii: "}")) { return members }
      guard pass(UInt8(ascii: ",")) else { throw error("a comma or } is missing") }
      passBlanks()
    }
  }

  private mutating func literal() throws(ListJSONError) -> String {
    let start = position
    while position < bytes.count, Self.isOfLiteral(bytes[position]) {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard ["null", "true", "false"].contains(word) || Self.isNumber(bytes[start..<position]) else {
      throw error("a value is missing")
    }
    return word
  }

  /// Whether it is a number as RFC 8259, section 6, has them.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func pass(_ bytes: StaticString) -> Bool {
      guard let first = rest.first, bytes.withUTF8Buffer({ $0.contains(first) }) else { return false }
      rest.removeFirst()
      return true
    }
    func passDigits() -> Int {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest.removeFirst(digits.count)
      return digits.count
    }
    _ = pass("-")
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = passDigits()
    guard whole == 1 || whole > 1 && !isZero else { return false }
    if pass("."), passDigits() == 0 { return false }
    if pass("eE") {
      _ = pass("+-")
      guard passDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func text() throws(ListJSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case .quote: return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped()
      case ..<0x20: throw error("a text is not closed on its line")
      default: text.append(byte)
      }
    }
    throw error("a text is not closed")
  }

  private mutating func escaped() throws(ListJSONError) -> [UInt8] {
    guard position < bytes.count else { throw error("a text is not closed") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case .quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        units.append(try codeUnit())
      }
      // Half of a pair is no character: it becomes U+FFFD, which no name has.
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default: throw error("a backslash stands before a character that needs none")
    }
  }

  private mutating func codeUnit() throws(ListJSONError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt16(text, radix: 16) else {
      throw error("\\u is not followed by four digits")
    }
    position += 4
    return unit
  }

  private mutating func passBlanks() {
    while position < bytes.count, bytes[position].isLineEnd || bytes[position] == .space || bytes[position] == 0x09 {
      let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
      if bytes[position].isLineEnd, !isPair { line += 1 }
      position += 1
    }
  }

  private mutating func pass(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private func error(_ reason: String) -> ListJSONError { ListJSONError(line: line, reason: reason) }

  private static func isOfLiteral(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || "+-.E".utf8.contains(byte)
  }
}
