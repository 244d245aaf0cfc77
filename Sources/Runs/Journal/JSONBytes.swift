import PlainText

/// JSON in UTF-8 without white space, written from front to back: no value stands in memory as a tree.
///
/// Texts are escaped as `JSONEncoder` with `.withoutEscapingSlashes` does it, so that what was hashed once has the same
/// hash for ever.
struct JSONBytes {
  private(set) var bytes: [UInt8] = []
  /// Whether the next member or element is the first of what was begun last, and has no comma before it.
  private var isFirst = true

  /// Writes an object; its members are written in the order in which `members` names them.
  mutating func object(_ members: (inout JSONBytes) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  /// Writes a list.
  mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONBytes, Element) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]")) { json in
      for element in elements {
        json.separate()
        write(&json, element)
      }
    }
  }

  /// Writes a member of the object that was begun last.
  mutating func member(_ name: String, _ write: (inout JSONBytes) -> Void) {
    separate()
    text(name)
    bytes.append(UInt8(ascii: ":"))
    write(&self)
  }

  /// Writes a text.
  mutating func text(_ text: String) {
    var text = text
    bytes.append(Self.quote)
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices where Self.isEscaped(utf8[index]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(utf8[index])
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(Self.quote)
  }

  /// Writes a whole number.
  mutating func integer(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Writes `true` or `false`.
  mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  /// Writes `null`.
  mutating func null() { bytes.append(contentsOf: "null".utf8) }

  private static let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == quote || byte == backslash }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case Self.quote: bytes.append(contentsOf: "\\\"".utf8)
    case Self.backslash: bytes.append(contentsOf: "\\\\".utf8)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    default: bytes.append(contentsOf: "\\u00\(CollectionOfOne(byte).hexadecimal)".utf8)
    }
  }

  private mutating func enclose(_ opening: UInt8, _ closing: UInt8, _ write: (inout JSONBytes) -> Void) {
    bytes.append(opening)
    isFirst = true
    write(&self)
    bytes.append(closing)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}

extension JSONBytes {
  /// Writes a member that is a text.
  mutating func member(_ name: String, _ text: String) { member(name) { $0.text(text) } }

  /// Writes a member that is a whole number.
  mutating func member(_ name: String, _ number: Int) { member(name) { $0.integer(number) } }

  /// Writes a member that is a text or `null`.
  mutating func member(_ name: String, orNull text: String?) {
    member(name) { json in if let text { json.text(text) } else { json.null() } }
  }

  /// Writes a member that is a text, where there is one.
  mutating func member(_ name: String, ifAny text: String?) {
    if let text { member(name, text) }
  }

  /// Writes a member that is a whole number, where there is one.
  mutating func member(_ name: String, ifAny number: Int?) {
    if let number { member(name, number) }
  }
}
