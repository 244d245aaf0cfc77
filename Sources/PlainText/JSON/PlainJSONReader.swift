/// Reads JSON of a known shape in one pass over its bytes, without building what nobody asks for.
///
/// In one file, since every step looks at the same bytes and the same place in them.
///
/// It takes plain JSON only, the way services write it: valid by RFC 8259, in UTF-8, without an escape in any text,
/// with ASCII names, numbers of up to 15 digits without sign or exponent, and no deeper than 32 levels. Everything else
/// is ``NotPlainJSON``, valid or not, and is left to `JSONDecoder`, which has to agree on what was taken. A shape that
/// gives up on members that come twice agrees there, too.
package struct PlainJSONReader {
  /// The name of a member, good until the next step of the reader.
  package struct Name {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// Whether the name is `text`; for use in a `switch`.
    package static func ~= (text: StaticString, name: Self) -> Bool {
      text.withUTF8Buffer { $0.equals(name.bytes) }
    }
  }

  /// As deep as `JSONDecoder.decodeForeign` reads.
  private static let deepest = 32
  /// So many digits are exact in a `Double`, whoever reads them.
  private static let mostDigits = 15

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Reads the one value that `bytes` are with `value`, which must not let the reader out.
  ///
  /// - Returns: `nil` where the bytes are not plain JSON, or where `value` gives up.
  package static func read<Value>(
    _ bytes: [UInt8],
    _ value: (inout Self) throws(NotPlainJSON) -> Value
  ) -> Value? {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = Self(buffer)
      do throws(NotPlainJSON) {
        let value = try value(&reader)
        return reader.next() == nil ? value : nil
      } catch {
        return nil
      }
    }
  }

  /// Reads an object; `member` reads the value behind each name, or passes over it with ``skip()``.
  package mutating func object(
    _ member: (inout Self, Name) throws(NotPlainJSON) -> Void
  ) throws(NotPlainJSON) {
    try enter(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return depth -= 1 }
    repeat {
      let (name, isASCII) = try string()
      // "K" may be written as the sign for kelvin, which is the same name to a dictionary of texts.
      guard isASCII else { throw NotPlainJSON() }
      try expect(UInt8(ascii: ":"))
      try member(&self, Name(bytes: name))
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    depth -= 1
  }

  /// Reads a list, each of whose values `element` reads.
  package mutating func list<Element>(
    _ element: (inout Self) throws(NotPlainJSON) -> Element
  ) throws(NotPlainJSON) -> [Element] {
    var elements: [Element] = []
    try enter(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return elements
    }
    repeat { elements.append(try element(&self)) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    depth -= 1
    return elements
  }

  /// Reads a text.
  ///
  /// - Parameter likely: What it often is, which then is given and nothing is built.
  package mutating func text(likely: String = "") throws(NotPlainJSON) -> String {
    let (bytes, isASCII) = try string()
    if likely.utf8.withContiguousStorageIfAvailable({ $0.equals(bytes) }) ?? false { return likely }
    if isASCII { return String(decoding: bytes, as: UTF8.self) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw NotPlainJSON() }
    return text
  }

  /// Reads `true` or `false`.
  package mutating func boolean() throws(NotPlainJSON) -> Bool {
    if try takeWord("true") { return true }
    guard try takeWord("false") else { throw NotPlainJSON() }
    return false
  }

  /// Reads a number, as ``NotPlainJSON`` where it is none of the plain ones.
  package mutating func number() throws(NotPlainJSON) -> Double {
    guard let number = Double(String(decoding: try digits(), as: UTF8.self)) else { throw NotPlainJSON() }
    return number
  }

  /// Reads what `value` reads, or `null`.
  package mutating func optional<Value>(
    _ value: (inout Self) throws(NotPlainJSON) -> Value
  ) throws(NotPlainJSON) -> Value? {
    try takeWord("null") ? nil : try value(&self)
  }

  /// Passes over a value, whatever it is.
  package mutating func skip() throws(NotPlainJSON) {
    switch next() {
    case UInt8(ascii: "{"): try object { reader, _ throws(NotPlainJSON) in try reader.skip() }
    case UInt8(ascii: "["): _ = try list { reader throws(NotPlainJSON) in try reader.skip() }
    case UInt8(ascii: "\""):
      let (bytes, isASCII) = try string()
      guard isASCII || (try? UTF8Span(validating: bytes.span)) != nil else { throw NotPlainJSON() }
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
    case UInt8(ascii: "n"): guard try takeWord("null") else { throw NotPlainJSON() }
    default: _ = try digits()
    }
  }
}

extension PlainJSONReader {
  /// The next byte that is not white space, which is not taken; `nil` at the end.
  private mutating func next() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): position += 1
      case let byte: return byte
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(NotPlainJSON) {
    guard take(byte) else { throw NotPlainJSON() }
  }

  private mutating func enter(_ bracket: UInt8) throws(NotPlainJSON) {
    try expect(bracket)
    depth += 1
    guard depth <= Self.deepest else { throw NotPlainJSON() }
  }

  /// Takes `word` where the next value begins as it does.
  private mutating func takeWord(_ word: StaticString) throws(NotPlainJSON) -> Bool {
    guard next() == word.utf8Start.pointee else { return false }
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      UnsafeBufferPointer(rebasing: bytes[position..<end]).equals(word.withUTF8Buffer { $0 })
    else { throw NotPlainJSON() }
    position = end
    return true
  }

  /// What stands between quotes, and whether it is all ASCII.
  private mutating func string() throws(NotPlainJSON) -> (UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    try expect(UInt8(ascii: "\""))
    let start = position
    var union = passOverWords()
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return (UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), union < 0x80)
      }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { break }
      union |= byte
      position += 1
    }
    throw NotPlainJSON()
  }

  /// Passes over text eight bytes at a time, up to those among which it ends or is not plain.
  ///
  /// The tests for a byte that is zero, and for one below another, are those of "Bit Twiddling Hacks"
  /// (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord).
  ///
  /// - Returns: A byte that is below 0x80 only if all those were.
  private mutating func passOverWords() -> UInt8 {
    var union: UInt64 = 0
    while position + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quotes = word ^ Self.eight(UInt8(ascii: "\""))
      let backslashes = word ^ Self.eight(UInt8(ascii: "\\"))
      let found =
        (quotes &- Self.eight(1)) & ~quotes | (backslashes &- Self.eight(1)) & ~backslashes
        | (word &- Self.eight(0x20)) & ~word
      guard found & Self.eight(0x80) == 0 else { break }
      union |= word
      position += 8
    }
    return union & Self.eight(0x80) == 0 ? 0 : 0x80
  }

  /// A byte, eight times.
  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A number without sign or exponent.
  private mutating func digits() throws(NotPlainJSON) -> UnsafeBufferPointer<UInt8> {
    _ = next()
    let start = position
    let whole = countDigits()
    guard whole == 1 || (whole > 1 && bytes[start] != UInt8(ascii: "0")) else { throw NotPlainJSON() }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard countDigits() > 0 else { throw NotPlainJSON() }
    }
    guard position - start <= Self.mostDigits + (position - start > whole ? 1 : 0) else { throw NotPlainJSON() }
    // What is left of a number with an exponent is no value, so whoever goes on reading gives up there.
    return UnsafeBufferPointer(rebasing: bytes[start..<position])
  }

  private mutating func countDigits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
    return position - start
  }
}

/// That JSON is not plain, so that the general decoder has to say what it is.
package struct NotPlainJSON: Error {
  package init() {}
}
