import PlainText
import SeededNumbers
import TestSupport
import Testing

struct CSVWriterTests {
  @Test func `rows end with CRLF and cells are divided by commas`() {
    let rows = [["StackName", "UserName"], ["biology-2026a", "abe.olsen@contr.example"]]
    #expect(CSVWriter.text(of: rows) == "StackName,UserName\r\nbiology-2026a,abe.olsen@contr.example\r\n")
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("a,b", "\"a,b\""),
    ("a;b", "\"a;b\""),
    ("a\tb", "\"a\tb\""),
    ("say \"no\"", "\"say \"\"no\"\"\""),
    ("\"\u{301}", "\"\"\"\u{301}\""),
    ("two\nlines", "\"two\nlines\""),
    ("two\r\nlines", "\"two\r\nlines\""),
    (" padded ", " padded "),
    ("", "\"\""),
  ])
  func `a cell is quoted where it would be read wrongly`(cell: String, written: String) {
    #expect(CSVWriter.line(of: [cell]).unicodeScalars.elementsEqual((written + "\r\n").unicodeScalars))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"),
    ("+46 70", "'+46 70"),
    ("-2", "'-2"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "\"'\tx\""),
    ("\rx", "\"'\rx\""),
    ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
    ("=\u{338}", "'=\u{338}"),
    ("'=1", "''=1"),
    ("a=1", "a=1"),
    ("'tis", "'tis"),
    (" =1", " =1"),
  ])
  func `a cell that a spreadsheet takes for a formula gets one apostrophe`(cell: String, written: String) {
    #expect(CSVWriter.line(of: [cell]).unicodeScalars.elementsEqual((written + "\r\n").unicodeScalars))
  }

  @Test func `no rows are no text`() {
    #expect(CSVWriter.text(of: []) == "")
  }

  @Test func `what is written is read back, whatever the cells hold`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for _ in 0..<500 {
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          String.randomScalars(count: .random(in: 0...6, using: &random), using: &random)
        }
      }
      let text = CSVWriter.text(of: rows)
      let back = try CSVParser.cells(of: text)
      #expect(bytes(of: back) == bytes(of: rows), "seed \(seed), text \(text.debugDescription)")
    }
  }

  /// Strings compare by canonical equivalence; a table must come back byte for byte.
  private func bytes(of rows: [[String]]) -> [[[UInt8]]] {
    rows.map { $0.map { Array($0.utf8) } }
  }
}
