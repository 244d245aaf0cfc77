import Algorithms
import FoundationEssentials
import PlainText
import SeededNumbers
import Testing

@testable import AppStreamEmulator

@Suite struct CBORTests {
  /// The examples of RFC 8949, appendix A, whose value JSON has, as text.
  private static let examples: [(hex: String, json: String)] = [
    ("00", "0"), ("01", "1"), ("0a", "10"), ("17", "23"), ("1818", "24"), ("1819", "25"), ("1864", "100"),
    ("1903e8", "1000"), ("1a000f4240", "1000000"), ("1b000000e8d4a51000", "1000000000000"), ("20", "-1"), ("29", "-10"),
    ("3863", "-100"), ("3903e7", "-1000"), ("fb3ff199999999999a", "1.1"), ("f93e00", "1.5"),
    ("f90001", "5.960464477539063e-8"), ("f90400", "0.00006103515625"), ("fbc010666666666666", "-4.1"),
    ("fb7e37e43c8800759c", "1e300"), ("fa7f7fffff", "3.4028234663852886e38"), ("f4", "false"), ("f5", "true"),
    ("f6", "null"), ("f7", "null"), ("60", "\"\""), ("6161", "\"a\""), ("6449455446", "\"IETF\""),
    ("62225c", "\"\\\"\\\\\""), ("62c3bc", "\"\u{fc}\""), ("63e6b0b4", "\"\u{6c34}\""), ("64f0908591", "\"\u{10151}\""),
    ("c074323031332d30332d32315432303a30343a30305a", "\"2013-03-21T20:04:00Z\""), ("c11a514b67b0", "1363896240"),
    ("c1fb41d452d9ec200000", "1363896240.5"), ("80", "[]"), ("83010203", "[1,2,3]"),
    ("8301820203820405", "[1,[2,3],[4,5]]"),
    (
      "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
      "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]"
    ),
    ("a0", "{}"), ("a26161016162820203", "{\"a\":1,\"b\":[2,3]}"), ("826161a161626163", "[\"a\",{\"b\":\"c\"}]"),
    (
      "a56161614161626142616361436164614461656145",
      "{\"a\":\"A\",\"b\":\"B\",\"c\":\"C\",\"d\":\"D\",\"e\":\"E\"}"
    ),
    ("7f657374726561646d696e67ff", "\"streaming\""), ("9fff", "[]"), ("9f018202039f0405ffff", "[1,[2,3],[4,5]]"),
    ("9f01820203820405ff", "[1,[2,3],[4,5]]"), ("83018202039f0405ff", "[1,[2,3],[4,5]]"),
    ("83019f0203ff820405", "[1,[2,3],[4,5]]"), ("bf61610161629f0203ffff", "{\"a\":1,\"b\":[2,3]}"),
    ("826161bf61626163ff", "[\"a\",{\"b\":\"c\"}]"), ("bf6346756ef563416d7421ff", "{\"Fun\":true,\"Amt\":-2}"),
  ]

  @Test(arguments: examples)
  func `an example of the RFC has the value that it names`(hex: String, json: String) throws {
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    #expect(try CBORReader.value(Self.bytes(hex)) == value)
    #expect(try CBORReader.value(CBORWriter.bytes(value)) == value)
  }

  @Test(arguments: [
    ("1bffffffffffffffff", 18_446_744_073_709_551_615.0), ("3bffffffffffffffff", -18_446_744_073_709_551_616.0),
    ("f90000", 0), ("f93c00", 1), ("f97bff", 65504), ("fa47c35000", 100_000), ("f9c400", -4),
  ])
  func `a number that is no Int is one all the same`(hex: String, number: Double) throws {
    #expect(try CBORReader.value(Self.bytes(hex)) == .number(number))
  }

  /// The examples of the RFC that JSON has no value for, and what is cut, reserved or too much.
  @Test(arguments: [
    "c249010000000000000000", "f97c00", "f97e00", "f9fc00", "fa7f800000", "fb7ff8000000000000", "f0", "f818", "f8ff",
    "d74401020304", "40", "4401020304", "a201020304", "5f42010243030405ff", "", "18", "1b00", "61", "62c3", "61ff",
    "82",
    "8201", "a1", "a16161", "9f", "9f01", "bf6161ff", "7f61", "7f01ff", "7f7f6161ffff", "ff", "1c", "5e", "0000",
    "a1f6f6",
    "9b7fffffffffffffff", "7b7fffffffffffffff61", "bbffffffffffffffff",
  ])
  func `whatever has no value is refused`(hex: String) {
    #expect(throws: CBORError.self) { try CBORReader.value(Self.bytes(hex)) }
  }

  @Test func `what is nested too deep is refused before it costs anything`() throws {
    #expect(throws: Never.self) { try CBORReader.value([UInt8](repeating: 0x81, count: 31) + [0]) }
    for head: UInt8 in [0x81, 0x9F, 0xC1] {
      #expect(throws: CBORError.self) { try CBORReader.value([UInt8](repeating: head, count: 1_000_000)) }
    }
  }

  @Test func `any bytes are a value or none`() {
    var random = SeededGenerator(8949)
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      guard let value = try? CBORReader.value(bytes) else { continue }
      if (try? CBORReader.value(CBORWriter.bytes(value))) != value { Issue.record("\(bytes)") }
    }
  }

  @Test(arguments: [
    (JSONValue.integer(23), "17"), (.integer(255), "18ff"), (.integer(256), "190100"), (.integer(65_536), "1a00010000"),
    (.integer(4_294_967_296), "1b0000000100000000"), (.integer(.min), "3b7fffffffffffffff"),
    (.object(["b": .null, "a": .boolean(true)]), "a26161f56162f6"),
    (.object(["T": .number(1.5), "U": .number(1.5)]), "a26154c1fb3ff80000000000006155fb3ff8000000000000"),
    (.object(["T": .string("x")]), "a161546178"),
  ])
  func `the shortest form is written, and times are tagged`(value: JSONValue, hex: String) {
    #expect(CBORWriter.bytes(value, times: ["T"]) == Self.bytes(hex))
  }

  static func bytes(_ hex: String) -> [UInt8] {
    hex.chunks(ofCount: 2).compactMap { UInt8($0, radix: 16) }
  }
}
