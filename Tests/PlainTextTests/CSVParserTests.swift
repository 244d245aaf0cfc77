import PlainText
import Testing

struct CSVParserTests {
  @Test(arguments: [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("\"a\"\"b\",\"c\nd\"\n", [["a\"b", "c\nd"]]),
    ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
    ("a, \"b, c\" ,d\n", [["a", "b, c", "d"]]),
    ("a\"b,c\n", [["a\"b", "c"]]),
    ("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
    ("a,", [["a", ""]]),
    ("\"\"\n", [[""]]),
    ("\n\r\n\na,b\n\n\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("", []),
    ("\n\n", []),
    ("single\n", [["single"]]),
  ])
  func `a table is read`(text: String, cells: [[String]]) throws {
    #expect(try CSVParser.cells(of: text) == cells)
  }

  @Test(arguments: [
    (";", "a;b\nc,d;e\n", [["a", "b"], ["c,d", "e"]]), ("\t", "a\tb\nc;d\te\n", [["a", "b"], ["c;d", "e"]]),
    (";", "\"a,b;c\";d\n", [["a,b;c", "d"]]),
  ])
  func `any delimiter will do`(delimiter: Character, text: String, cells: [[String]]) throws {
    #expect(try CSVParser.cells(of: text, delimiter: try #require(delimiter.asciiValue)) == cells)
  }

  @Test(arguments: [
    ("'=1,'x", ["=1", "'x"]),
    ("''=1,'", ["'=1", "'"]),
    ("\"'\tx\",'@a", ["\tx", "@a"]),
    ("'+1,'-1", ["+1", "-1"]),
    ("o'=x,\"'=y\"", ["o'=x", "=y"]),
  ])
  func `only the apostrophe that a writer adds is taken away`(text: String, cells: [String]) throws {
    #expect(try CSVParser.cells(of: text) == [cells])
  }

  @Test func `rows know their lines, also after line ends in quotes`() throws {
    let text = "a,b\r\n\r\n\"c\r\nd\",e\nf,g"
    var parser = CSVParser(bytes: Array(text.utf8), delimiter: UInt8(ascii: ","), line: 10)
    var lines: [[Int]] = []
    while let row = try parser.nextRow() { lines.append([row.line, row.lastLine]) }
    #expect(lines == [[10, 10], [12, 13], [14, 14]])
  }

  @Test(arguments: [
    ("a,b\n\"c,d\ne,f\n", CSVError.unclosedQuote(line: 2)),
    ("\"", .unclosedQuote(line: 1)),
    ("a\n\"b\" c\n", .textAfterQuote(line: 2)),
    ("a,\"b\nc\"d\n", .textAfterQuote(line: 2)),
  ])
  func `quotes that do not come out even are refused`(text: String, error: CSVError) {
    #expect(throws: error) { try CSVParser.cells(of: text) }
  }

  @Test func `an error says what is wrong and where`() {
    #expect(
      "\(CSVError.unclosedQuote(line: 7))" == "Line 7: a quote is opened and never closed. "
        + "Write a quote inside quotes as two."
    )
    #expect(
      "\(CSVError.textAfterQuote(line: 2))" == "Line 2: there is text between a closing quote and the next cell. "
        + "Write a quote inside quotes as two."
    )
  }

  @Test(.timeLimit(.minutes(5)))
  func `a long table is read whole`() throws {
    let line = "biology-2026a,\"Olsen, Abe\",abe.olsen@contr.example,USERPOOL\r\n"
    let rows = try CSVParser.cells(of: String(repeating: line, count: 100_000))
    #expect(rows.count == 100_000)
    #expect(rows.last == ["biology-2026a", "Olsen, Abe", "abe.olsen@contr.example", "USERPOOL"])
  }
}

extension CSVParser {
  /// The cells of all rows of `text`, as they were before a writer marked formulas.
  static func cells(of text: String, delimiter: UInt8 = UInt8(ascii: ",")) throws(CSVError) -> [[String]] {
    var parser = CSVParser(bytes: Array(text.utf8), delimiter: delimiter, line: 1)
    var rows: [[String]] = []
    while let row = try parser.nextRow() {
      rows.append(row.fields.map { CSVFormula.withoutMark(parser.text(of: $0)) })
    }
    return rows
  }
}
