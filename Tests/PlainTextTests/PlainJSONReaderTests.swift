import FoundationEssentials
import PlainText
import SeededNumbers
import TestSupport
import Testing

/// What the reader takes is what the general decoder reads, and what it takes is what services write.
@Suite(.timeLimit(.minutes(2))) struct PlainJSONReaderTests {
  private func isTaken(_ bytes: [UInt8]) -> Bool {
    PlainJSONReader.read(bytes) { json throws(NotPlainJSON) in try json.skip() } != nil
  }

  private func isTaken(_ text: String) -> Bool { isTaken(Array(text.utf8)) }

  private func isJSON(_ bytes: [UInt8]) -> Bool {
    (try? JSONDecoder().decodeForeign(JSONValue.self, from: bytes)) != nil
  }

  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "12.5", "1562097626.788", "\"\"", "\"é 界 \u{7F}\"",
    " \t\r\n{ \"a\" : [ 1 , 2.0 , { } , [ ] ] , \"b\" : null }\n", "{\"a\":1,\"a\":2}",
    String(repeating: "[", count: 32) + String(repeating: "]", count: 32),
  ])
  func `plain JSON is taken`(text: String) {
    #expect(isTaken(text))
    #expect(isJSON(Array(text.utf8)))
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1,]", "[,1]", "{\"a\":1,}", "{\"a\"}", "{\"a\" 1}", "{a:1}", "[1 2]", "{}{}", "{} x", "nul",
    "tru", "True", "nullx", "01", "-1", "1e5", "1.", ".5", "+1", "1234567890123456.7",
    "1234567890123456", "123456789012345.6", "\"a\\nb\"", "\"\\u0041\"",
    "\"\\ud800\"", "\"a\nb\"", "\"a\u{0}b\"", "\"a", "{\"é\":1}", "\u{FEFF}{}", "'a'", "[1]]",
    String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
  ])
  func `everything else is left to the decoder`(text: String) {
    #expect(!isTaken(text))
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x5B, 0xC3, 0xA9, 0x5D],
  ])
  func `what is not UTF-8 is left to the decoder`(bytes: [UInt8]) {
    #expect(!isTaken(bytes))
    #expect(PlainJSONReader.read(bytes) { json throws(NotPlainJSON) in try json.text() } == nil)
  }

  @Test(arguments: ["", "a", "\u{E9}", "e\u{301}", "a-stack-with-a-long-name", "a-stack-with-a-long-nam\u{E9}"])
  func `what a text is likely to be changes nothing about it`(text: String) {
    for likely in ["", "a", "b", "e\u{301}", "a-stack-with-a-long-name", text] {
      let read = PlainJSONReader.read(Array("\"\(text)\"".utf8)) { json throws(NotPlainJSON) in
        try json.text(likely: likely)
      }
      #expect(read.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  /// Bytes are looked at eight at a time where there are as many.
  @Test(arguments: 0..<24)
  func `a text ends at its quote and is not plain at its first odd byte, wherever that stands`(length: Int) {
    let plain = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    func read(_ text: [UInt8]) -> String? {
      PlainJSONReader.read([0x22] + text + [0x22]) { json throws(NotPlainJSON) in try json.text() }
    }
    #expect(read(plain)?.utf8.count == length)
    for place in plain.indices {
      for odd in [0x00, 0x1F, UInt8(ascii: "\\"), UInt8(ascii: "\""), 0x80, 0xFF] {
        var text = plain
        text[place] = odd
        #expect(read(text) == nil, "\(odd) at \(place)")
      }
      for even in [0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F] as [UInt8] {
        var text = plain
        text[place] = even
        #expect(read(text).map { Array($0.utf8) } == text, "\(even) at \(place)")
      }
      let name = plain[..<place] + Array("\u{E9}".utf8) + plain[place...]
      #expect(!isTaken([0x7B, 0x22] + name + Array("\":1}".utf8)), "a name that is not ASCII at \(place)")
    }
  }

  @Test func `texts and numbers are what the decoder reads`() throws {
    var random = SeededGenerator(7)
    for _ in 0..<2_000 {
      let text = String.randomScalars(count: Int.random(in: 0...40, using: &random), using: &random)
        .filter { $0 != "\"" && $0 != "\\" && !$0.unicodeScalars.contains { $0.value < 0x20 } }
      let bytes = Array("\"\(text)\"".utf8)
      let decoded = try? JSONDecoder().decodeForeign(String.self, from: bytes)
      if let read = PlainJSONReader.read(bytes, { json throws(NotPlainJSON) in try json.text() }) {
        #expect(decoded.map { Array($0.utf8) } == Array(read.utf8))
      }
      let number = "\(Int.random(in: 0...9_999_999_999, using: &random)).\(Int.random(in: 0...999, using: &random))"
      #expect(
        try PlainJSONReader.read(Array(number.utf8)) { json throws(NotPlainJSON) in try json.number() }
          == JSONDecoder().decode(Double.self, from: Data(number.utf8))
      )
    }
  }

  @Test func `whatever is taken is JSON to the decoder`() {
    var fuzzer = Fuzzer("plain JSON")
    let samples = [
      "{\"Users\":[{\"UserName\":\"ana@example.com\",\"CreatedTime\":1562097626.788,\"More\":{\"a\":[1,2.5,null]}}]}",
      "[[[\"a\"],{\"b\":{\"c\":[true,false,null,0,10,\"é\"]}}],{}]",
    ]
    let tokens = [
      "{", "}", "[", "]", "\"", ":", ",", "null", "true", "0", "-1", "1e9", "\\u00e9", "\\", "\t", "\u{FEFF}", "\u{0}",
      " ", "\n", "1.5", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "é",
    ]
    var taken = 0
    for _ in 0..<20_000 {
      let input = fuzzer.input(from: samples, tokens: tokens)
      guard isTaken(input) else { continue }
      taken += 1
      if !isJSON(input) { Issue.record("\(fuzzer.note): \(input)") }
    }
    #expect(taken > 200 && taken < 15_000, "\(taken)")
  }
}
