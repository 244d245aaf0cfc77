import FoundationEssentials
import PlainText
import SeededNumbers
import Testing

@testable import Program

/// What is written is what `JSONEncoder` writes, with the escapes that a terminal needs.
@Suite struct JSONWriterTests {
  /// `JSONEncoder`'s own text, escaped where nobody may see a character as it is.
  private func reference(_ value: JSONValue, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n", .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private func text(using random: inout SeededGenerator) -> String {
    let telling = Array("\"\\/\n\r\t\u{8}\u{C}\u{1B}\u{7F}\u{85}\u{202E}\u{2028}\u{E000}\u{FEFF}é界😀 aZ0".unicodeScalars)
    return (0..<Int.random(in: 0...12, using: &random)).reduce(into: "") { text, _ in
      let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
      let scalar = Int.random(in: 0..<4, using: &random) == 0 ? any : telling.randomElement(using: &random)
      if let scalar { text.unicodeScalars.append(scalar) }
    }
  }

  private func value(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 3 ? 6 : 9), using: &random) {
    case 0: return .null
    case 1: return .boolean(.random(using: &random))
    case 2: return .integer(.random(in: -1000...1000, using: &random))
    case 3:
      return .number([0.5, -2.25, 1e300, 2.5e-300, 1_562_097_626.788, 3, 1e16].randomElement(using: &random) ?? 0)
    case 4, 5: return .string(text(using: &random))
    case 6:
      let count = Int.random(in: 0...3, using: &random)
      return .array((0..<count).map { _ in value(depth: depth + 1, using: &random) })
    default:
      let count = Int.random(in: 0...3, using: &random)
      let members = (0..<count).map { _ in (text(using: &random), value(depth: depth + 1, using: &random)) }
      return .object(Dictionary(members) { first, _ in first })
    }
  }

  @Test func `any value is written as JSONEncoder writes it`() throws {
    var random = SeededGenerator(11)
    for _ in 0..<3_000 {
      let value = value(depth: 0, using: &random)
      #expect(try Array(JSONText.document(value).utf8) == Array((reference(value, .prettyPrinted) + "\n").utf8))
      #expect(try Array(JSONText.line(value).utf8) == Array(reference(value, []).utf8))
    }
  }

  @Test func `nothing in a list is written as JSONEncoder writes it`() throws {
    let value = JSONValue.object(["a": .array([]), "b": .object([:]), "c": .array([.array([]), .object([:])])])
    #expect(try JSONText.document(value) == reference(value, .prettyPrinted) + "\n")
    #expect(JSONText.line(value) == "{\"a\":[],\"b\":{},\"c\":[[],{}]}")
  }
}
