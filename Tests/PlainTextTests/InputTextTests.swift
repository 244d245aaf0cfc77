import PlainText
import Testing

struct InputTextTests {
  static let sample = "ada@x.example\r\nzoë@x.example\r\n🎓@x.example\r\n"

  @Test(arguments: [
    (Array(sample.utf8), "UTF-8"),
    ([0xEF, 0xBB, 0xBF] + Array(sample.utf8), "UTF-8 with a mark"),
    ([0xFF, 0xFE] + sample.utf16Bytes(isBigEndian: false), "little-endian with a mark"),
    ([0xFE, 0xFF] + sample.utf16Bytes(isBigEndian: true), "big-endian with a mark"),
    (sample.utf16Bytes(isBigEndian: false), "little-endian without a mark"),
    (sample.utf16Bytes(isBigEndian: true), "big-endian without a mark"),
  ])
  func `the encodings that editors and PowerShell write are read`(bytes: [UInt8], name: String) throws {
    #expect(try InputText.decode(bytes) == Self.sample, "\(name)")
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func `an empty file is empty text`(bytes: [UInt8]) throws {
    #expect(try InputText.decode(bytes) == "")
  }

  @Test(
    arguments: [
      ([0x61, 0x00, 0x62], "a\0b"),
      ([0x61, 0x62, 0x00, 0x63], "ab\0c"),
      ([0x61, 0x00, 0x00, 0x62], "a\0\0b"),
      ([0x00, 0x00, 0x61, 0x62], "\0\0ab"),
    ] as [([UInt8], String)]
  )
  func `zero bytes that leave a doubt do not make it UTF-16`(bytes: [UInt8], text: String) throws {
    #expect(try InputText.decode(bytes) == text)
  }

  @Test(
    arguments: [
      ([0xE9], "UTF-8", 1),
      (Array("a\nb\r\n".utf8) + [0x7A, 0xEB, 0x0A], "UTF-8", 3),
      (Array("a\rb\r".utf8) + [0xC0, 0x80], "UTF-8", 3),
      ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xFF], "UTF-8", 2),
      (Array("a\n".utf8) + [0xED, 0xA0, 0x80], "UTF-8", 2),
      ([0xFF, 0xFE, 0x0A, 0x00, 0x00, 0xD8, 0x61, 0x00], "UTF-16", 2),
      ([0xFE, 0xFF, 0x00, 0x0A, 0x00, 0x0A, 0xDC, 0x00], "UTF-16", 3),
      ([0xFF, 0xFE, 0x3D, 0xD8, 0x93, 0xDF, 0x0A, 0x00, 0x00, 0xD8], "UTF-16", 2),
      ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x62], "UTF-16", 2),
    ] as [([UInt8], String, Int)]
  )
  func `bytes that are not text are refused with their line`(bytes: [UInt8], encoding: String, line: Int) {
    #expect(throws: InputTextError(encoding: encoding, line: line)) { try InputText.decode(bytes) }
  }

  @Test func `an error says what to do`() {
    #expect("\(InputTextError(encoding: "UTF-8", line: 3))" == "Line 3 is not UTF-8 text. Save the file as UTF-8.")
  }
}

extension String {
  /// The text as UTF-16, without a byte order mark.
  fileprivate func utf16Bytes(isBigEndian: Bool) -> [UInt8] {
    utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isBigEndian ? bytes.reversed() : bytes
    }
  }
}
