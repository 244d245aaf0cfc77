import PlainText
import Screen

/// Writes JSON as `JSONEncoder` does with sorted keys and without escaped slashes, but for one thing: whatever a
/// terminal could take for an order, and what nobody sees, is escaped (RFC 8259, section 7).
struct JSONWriter {
  /// How it is laid out.
  enum Layout {
    /// All in one line, without white space.
    case line
    /// Each element and member in a line of its own.
    case lines
  }

  private static let indentation = "  "

  /// What has been written.
  private(set) var text = ""
  private let layout: Layout
  private let isASCII = OutputRepertoire.current == .ascii
  private var depth: Int

  /// Begins to write.
  ///
  /// - Parameter depth: In how many values this one stands.
  init(_ layout: Layout, depth: Int = 0) {
    self.layout = layout
    self.depth = depth
  }

  /// Writes `value`.
  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): write(value)
    case .string(let value): write(value)
    case .array(let values):
      enclose("[", "]", values) { $0.write($1) }
    case .object(let members):
      enclose("{", "}", members.sorted { $0.key < $1.key }) { writer, member in
        writer.writeName(member.key)
        writer.write(member.value)
      }
    }
  }

  /// Writes `name` and what stands between it and its value.
  mutating func writeName(_ name: String) {
    write(name)
    text += layout == .lines ? " : " : ":"
  }

  /// Writes `value` between quotes.
  mutating func write(_ value: String) {
    text += "\""
    if value.utf8.allSatisfy({ 0x20...0x7E ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += value
    } else {
      for scalar in value.unicodeScalars { write(scalar) }
    }
    text += "\""
  }

  /// Writes what is JSON already.
  mutating func write(json: String) {
    text += json
  }

  /// Gives `take` what has been written, once it is long enough for a piece, and keeps nothing of it.
  mutating func give<Failure>(_ take: (String) throws(Failure) -> Void) throws(Failure) {
    guard text.utf8.count >= TextPieces.size else { return }
    try take(text)
    text.removeAll(keepingCapacity: true)
  }

  private mutating func enclose<Elements: Collection>(
    _ opening: String,
    _ closing: String,
    _ elements: Elements,
    _ element: (inout Self, Elements.Element) -> Void
  ) {
    text += opening
    depth += 1
    for (place, one) in elements.enumerated() {
      if place > 0 { text += "," }
      breakLine()
      element(&self, one)
    }
    // As JSONEncoder has it, nothing is a blank line.
    if elements.isEmpty, layout == .lines { text += "\n" }
    depth -= 1
    breakLine()
    text += closing
  }

  private mutating func breakLine() {
    guard layout == .lines else { return }
    text += "\n"
    for _ in 0..<depth { text += Self.indentation }
  }

  /// Whole numbers have no decimal places, as JavaScript's and so `JSONEncoder`'s.
  private mutating func write(_ number: Double) {
    // A JSON value that was built here holds no infinite number, the only thing that JSON cannot carry.
    precondition(number.isFinite, "a JSON value is always writable")
    let digits = number.description
    text += digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{8}": text += "\\b"
    case "\u{C}": text += "\\f"
    case _ where mustBeEscaped(scalar): escape(scalar)
    default: text.unicodeScalars.append(scalar)
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  private func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    if isASCII { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }
}
