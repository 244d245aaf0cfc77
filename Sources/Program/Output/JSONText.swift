import FoundationEssentials
import PlainText
import Screen

/// JSON as it is printed: keys sorted, and nothing in it that a terminal could take for an order.
enum JSONText {
  /// `value` over several lines.
  static func document(_ value: JSONValue) -> String {
    text(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + "\n"
  }

  /// `value` in one line.
  static func line(_ value: JSONValue) -> String {
    text(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func text(_ value: JSONValue, _ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    // A JSON value that was built here holds no infinite number, the only thing that JSON cannot carry.
    guard let bytes = try? encoder.encode(value) else { preconditionFailure("a JSON value is always writable") }
    return escaped(String(decoding: bytes, as: UTF8.self))
  }

  /// Controls and format characters occur inside strings only, where `\u` says the same (RFC 8259, section 7).
  private static func escaped(_ text: String) -> String {
    let isASCII = OutputRepertoire.current == .ascii
    guard text.unicodeScalars.contains(where: { mustBeEscaped($0, isASCII) }) else { return text }
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      guard mustBeEscaped(scalar, isASCII) else {
        escaped.unicodeScalars.append(scalar)
        return
      }
      for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
        let digits = String(unit, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar, _ isASCII: Bool) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7F }
    if isASCII { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }
}
