import Testing

@testable import Runs

struct JSONCursorTests {
  private func cursor(_ text: String) -> JSONCursor { JSONCursor(Array(text.utf8)[...]) }

  @Test func `members are read in the order in which they stand, and values that nobody asks for passed over`() throws {
    var cursor = cursor(#" { "a" : [ 1 , -20 ] , "b":{"c":"}]\"","d":[true,null,1.5e3]}, "e":"x" } "#)
    var numbers: [Int] = []
    var names: [String] = []
    var texts: [String] = []
    var passed = ""
    try cursor.object { (name, cursor) throws(JSONCursor.Flaw) in
      names.append(name)
      switch name {
      case "a": try cursor.array { (cursor) throws(JSONCursor.Flaw) in numbers.append(try cursor.integer()) }
      case "b": passed = String(decoding: try cursor.value(), as: UTF8.self)
      default: texts.append(try cursor.text())
      }
    }
    #expect(cursor.isAtEnd)
    #expect(names == ["a", "b", "e"])
    #expect(texts == ["x"])
    #expect(numbers == [1, -20])
    #expect(passed == #"{"c":"}]\"","d":[true,null,1.5e3]}"#)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"), (#""\u00e9e\u0301""#, "\u{e9}e\u{301}"),
    (#""\ud83c\udf93""#, "\u{1f393}"), ("\"\u{1f393}\"", "\u{1f393}"),
  ])
  func `escapes are taken back`(json: String, text: String) throws {
    var cursor = cursor(json)
    let read = try cursor.text()
    #expect(Array(read.utf8) == Array(text.utf8))
    #expect(cursor.isAtEnd)
  }

  @Test(arguments: [
    "", "\"", "\"a", "\"\\", "\"\\u12\"", "\"\\u+123\"", "\"\\ud83c\"", "\"\\ud83cx\"", "\"\\ud83c\\u0041\"", "\"\\q\"",
    "1", "null",
  ])
  func `what is no text is refused`(json: String) {
    var cursor = cursor(json)
    #expect(throws: JSONCursor.Flaw.self) { try cursor.text() }
  }

  @Test(arguments: ["", "x", "1-2", "--1", "\"1\"", "99999999999999999999"])
  func `what is no whole number is refused`(json: String) {
    var cursor = cursor(json)
    #expect(throws: JSONCursor.Flaw.self) { try cursor.integer() }
  }

  @Test(arguments: ["", "[", "{\"a\":1", "[1", "\"a", "]", ",", String(repeating: "[", count: 100_000)])
  func `a value without an end, or nested too deep, is refused`(json: String) {
    var cursor = cursor(json)
    #expect(throws: JSONCursor.Flaw.self) { try cursor.value() }
  }
}
