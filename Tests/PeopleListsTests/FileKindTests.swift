import PeopleLists
import Testing

/// Files that are something else, and text in other encodings.
struct FileKindTests {
  private static let others: [(bytes: [UInt8], name: String, words: String)] = [
    ([0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xB8, 0xCF], "leavers.xlsx", "is an Excel workbook"),
    (
      [0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), "x",
      "LibreOffice workbook"
    ),
    ([0x50, 0x4B, 3, 4, 0], "leavers.zip", "a ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "leavers.xls", "an old Excel workbook"),
    (Array("%PDF-1.7".utf8), "leavers.pdf", "a PDF"),
    ([0x1F, 0x8B, 8], "leavers.csv.gz", "a gzip file"),
    (Array("{\\rtf1 abe@x".utf8), "leavers.rtf", "an RTF document"),
    (Array("  <!DOCTYPE html><p>abe@x".utf8), "leavers.htm", "a web page"),
    (Array("BEGIN:VCARD\nEMAIL:abe.olsen@contr.example\nEND:VCARD\n".utf8), "abe.vcf", "vCard"),
    ([], "leavers.csv", "is empty"),
    ([0x61, 0x40, 0x78, 0x0A, 0x00], "leavers.csv", "Line 2 is not UTF-8 text"),
  ]

  @Test(arguments: others)
  func `another kind of file is named, with what to do`(bytes: [UInt8], name: String, words: String) {
    #expect(Reading(bytes, name: name, words: words) == .refused(words))
  }

  private static let text = "Name;Email\r\nMüller;abe.olsen@contr.example\r\n"

  private static let little: [UInt8] = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  private static let big: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  private static let encodings: [[UInt8]] = [
    Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
    text.unicodeScalars.map { UInt8($0.value) },
  ]

  @Test(arguments: encodings)
  func `text is read in the encodings that it is saved in`(bytes: [UInt8]) {
    #expect(Reading(bytes) == .abe)
  }

  private static let unsure: [(bytes: [UInt8], lines: [Int])] = [
    (Array("Name;Email\nMuller;m".utf8) + [0xFC] + Array("ller@contr.example\n".utf8), [2]),
    (Array("abe@x.example\nM".utf8) + [0xFC] + Array("ller <mueller@x.example>\n".utf8), [2]),
  ]

  @Test(arguments: unsure)
  func `letters that are not sure are refused where they matter`(bytes: [UInt8], lines: [Int]) {
    #expect(Reading(bytes) == .refusedLines(lines))
  }

  @Test func `a byte that may be half a character is refused before an at sign`() {
    let bytes = Array("Name,Email\n".utf8) + [0x83] + Array("@,abe.olsen@contr.example\n".utf8)
    #expect(Reading(bytes, words: "is not UTF-8") == .refused("is not UTF-8"))
  }
}
