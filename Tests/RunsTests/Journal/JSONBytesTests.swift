import FoundationEssentials
import Testing

@testable import Runs

/// What is hashed has to stay the same bytes for ever, whoever writes it.
struct JSONBytesTests {
  @Test func `texts are escaped as the encoder of plans does`() throws {
    let scalars = (0...0x17F).compactMap(Unicode.Scalar.init).map(String.init)
    for text in scalars + ["", "\u{2028}\u{2029}", "\u{1f393}\u{202e}", "a\"b\\c/d\n", JournalLineTests.hostile] {
      var json = JSONBytes()
      json.text(text)
      #expect(json.bytes == Array(try JSONEncoder.ofPlans.encode(text)), "\(text.debugDescription)")
    }
  }

  @Test func `objects and lists nest, and commas stand between`() {
    var json = JSONBytes()
    json.object { json in
      json.member("a") { $0.array([1, 2]) { $0.integer($1) } }
      json.member("b") { $0.object { _ in } }
      json.member("c") { $0.array([String]()) { $0.text($1) } }
      json.member("d") { $0.array([0, -7]) { json, number in json.object { $0.member("n", number) } } }
      json.member("e", orNull: nil)
      json.member("f", ifAny: String?.none)
      json.member("g") { $0.boolean(true) }
    }
    let text = #"{"a":[1,2],"b":{},"c":[],"d":[{"n":0},{"n":-7}],"e":null,"g":true}"#
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }
}
