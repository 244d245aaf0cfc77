import FoundationEssentials
import PlainText
import Testing

@Suite struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .boolean(true)), ("0", .integer(0)), ("-7", .integer(-7)), ("1.5", .number(1.5)),
      ("1e300", .number(1e300)), ("\"1\"", .string("1")), ("[]", .array([])), ("{}", .object([:])),
      ("[1,[null]]", .array([.integer(1), .array([.null])])),
      ("{\"a\":{\"b\":\"c\"}}", .object(["a": .object(["b": .string("c")])])),
    ] as [(String, JSONValue)]
  )
  func `any value is read, and written as it was`(text: String, expected: JSONValue) throws {
    let read = try value(text)
    #expect(read == expected)
    #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(read)) == expected)
  }

  @Test func `members and texts are reached where they are`() throws {
    let document = try value("{\"a\":{\"b\":\"c\"},\"n\":1}")
    #expect(document["a"]?["b"]?.text == "c")
    #expect(document["n"]?.text == nil)
    #expect(document["none"] == nil)
    #expect(document["n"]?["x"] == nil)
  }
}
