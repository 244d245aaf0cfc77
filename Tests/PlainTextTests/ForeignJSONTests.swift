import FoundationEssentials
import PlainText
import Testing

@Suite struct ForeignJSONTests {
  private func decoded(_ text: String) throws -> JSONValue {
    try JSONDecoder().decodeForeign(JSONValue.self, from: Array(text.utf8))
  }

  @Test(arguments: [
    String(repeating: "[", count: 33), String(repeating: "{\"a\":", count: 40_000),
    String(repeating: "[", count: 57_000),
    "{\"a\":\"[\",\"b\":" + String(repeating: "[{\"x\":[],\"c\":", count: 17),
  ])
  func `what is nested too deep is refused at once`(text: String) {
    #expect(throws: JSONTooDeep.self) { try decoded(text) }
  }

  @Test func `32 levels are read, and brackets in texts are none`() throws {
    let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(throws: Never.self) { try decoded(deep) }
    let text = String(repeating: "[{", count: 100)
    #expect(try decoded("[\"\(text)\",\"\\\"\(text)\\\\\"]") == .array([.string(text), .string("\"\(text)\\")]))
    #expect(throws: Never.self) { try decoded("[" + Array(repeating: "[]", count: 100).joined(separator: ",") + "]") }
  }

  @Test(arguments: [
    ("\\ud800", "<U+D800>"),
    ("a\\uD83Db", "a<U+D83D>b"),
    ("\\udc00\\ud800", "<U+DC00><U+D800>"),
    ("\\ud800\\ud83d\\ude00", "<U+D800>😀"),
    ("\\\\ud800", "\\ud800"),
    ("\\u00e9\\n\\\"", "é\n\""),
  ])
  func `half of a pair is shown as a mark, and everything else as it is`(written: String, read: String) throws {
    #expect(try decoded("{\"\(written)\":[\"\(written)\"]}") == .object([read: .array([.string(read)])]))
  }

  @Test(arguments: ["\"\\u", "\"\\ud8", "\"\\ud800", "\"\\", "[", "\"\\uzzzz\"", ""])
  func `cut text is no JSON`(text: String) {
    #expect(throws: DecodingError.self) { try decoded(text) }
  }
}
