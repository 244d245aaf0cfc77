import AWSClientCore
import Algorithms
import PlainText

/// Goes through the rows below a header.
struct TableRows {
  /// A row, and what stands above it.
  struct Next {
    /// The lines above it that are empty.
    var blankLinesAbove = 0
    /// The comments above it.
    var commentsAbove = 0
    /// Its cells, or `nil` at the end.
    var cells: CSVParser.Row?
  }

  private var parser: CSVParser
  private var line: Int
  private let delimiter: UInt8
  /// The columns that hold no addresses by their headings.
  private let plainColumns: [Int]
  private var isAtEnd = false

  init(_ text: ListText, _ header: TableHeader) {
    delimiter = header.delimiter
    plainColumns = header.headings.indices.filter { !header.headings[$0].mayHoldAddresses }
    line = header.line
    parser = CSVParser(bytes: text.bytes, delimiter: delimiter, line: line + 1, position: header.end)
  }

  /// The next row, or `nil` after the last.
  mutating func next(_ file: String) throws(ListRefusal) -> Next? {
    if isAtEnd { return nil }
    var next = Next()
    do throws(CSVError) {
      next.commentsAbove = 0
      let first = parser.passBlankLines()
      next.blankLinesAbove = first - line - 1
      line = first - 1
      let line = parser.restOfLine
      if LineFate(line) == .comment, !mayBeRow(line) {
        parser.passLine()
        next.commentsAbove = 1
        self.line += 1
        return next
      }
      next.cells = try parser.nextRow()
    } catch {
      throw ListRefusal(file: file, .brokenTable(error))
    }
    if let row = next.cells {
      line = row.lastLine
    } else {
      isAtEnd = true
    }
    return next
  }

  /// The text of a cell.
  func text(of field: CSVParser.Field) -> String { parser.text(of: field) }

  /// What a row is that names nobody and is none of the people's: empty cells, dashes below the header, an example.
  func passed(_ row: CSVParser.Row, _ header: TableHeader) -> LineAccount.Fate? {
    if row.fields.allSatisfy(isBlank) { return .blank }
    if row.line == header.line + 1 {
      if row.fields.allSatisfy({ isBlank($0) || isRule($0) }) { return .rule }
    }
    // Microsoft's templates for bulk changes have such a row.
    let isTemplate = header.headings.contains { $0.text.hasSuffix("Required") || $0.text.hasSuffix("]") }
    if isTemplate, let first = row.fields.first, parser.bytes[first.bytes].starts(with: "Example:".utf8) {
      return .example
    }
    return nil
  }

  /// Whether a line that looks like a comment may be a row: where cells are divided by tabs, a tab before or after the
  /// `#` is a blank of a comment or the end of a cell.
  private func mayBeRow(_ line: ArraySlice<UInt8>) -> Bool {
    guard delimiter == UInt8(ascii: "\t"), line.contains(UInt8(ascii: "@")) else { return false }
    let text = line.drop { $0 == UInt8(ascii: " ") }
    return text.first == delimiter || text.dropFirst().first == delimiter
  }

  /// What is wrong with a row as one of the table's; `mayEndEarly` allows that empty cells at its end were taken away.
  func fault(of row: CSVParser.Row, _ header: TableHeader, mayEndEarly: Bool = false) -> LineFault? {
    let width = header.headings.count
    let bytes = parser.bytes[row.bytes]
    // Whoever puts a # before a row whose first cell is empty has made a cell of it.
    let isSigned = row.fields.first.map { field in
      parser.bytes[field.bytes].trimming { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.elementsEqual("#".utf8)
    }
    if isSigned == true || LineFate(bytes) == .comment, bytes.contains(UInt8(ascii: "@")) { return .unclearComment }
    for field in row.fields where field.lastLine > field.line {
      if holdsRows(field, width: width) { return .swallowedRows }
    }
    let cells = row.fields.count
    if cells == width || cells < width && mayEndEarly || row.fields.allSatisfy(isBlank) { return nil }
    // Spreadsheets write empty cells at the end of a row. Where two cells have an address, a delimiter too many may
    // have moved the one that is meant out of its column.
    let addresses = row.fields.count { parser.bytes[$0.bytes].contains(UInt8(ascii: "@")) }
    if cells > width, addresses < 2, row.fields[width...].allSatisfy(isBlank) { return nil }
    return .otherWidth(cells, header: width)
  }

  /// What is wrong with a row that names `person`: another's address stands where none belongs.
  func strayAddress(in row: CSVParser.Row, beside person: ArraySlice<UInt8>, _ header: TableHeader) -> LineFault? {
    for place in plainColumns where place < row.fields.count {
      let bytes = parser.bytes[row.fields[place].bytes]
      if bytes.contains(UInt8(ascii: "@")), !bytes.elementsEqual(person),
        AddressText.fault(in: text(of: row.fields[place]).trimmed) == nil
      {
        return .strayAddress(column: header.headings[place].text)
      }
    }
    return nil
  }

  /// Whether a row that cannot be taken is a header, of this table or of another one that was joined to it.
  func isSecondHeader(_ row: CSVParser.Row, _ header: TableHeader, _ fault: LineFault) -> Bool {
    if case .swallowedRows = fault { return false }
    guard !parser.bytes[row.bytes].contains(UInt8(ascii: "@")), row.bytes.count < 1 << 16 else { return false }
    let headings = row.fields.map { Heading(parser.text(of: $0)) }
    return headings.contains(where: \.namesUser) || headings.map(\.plain) == header.headings.map(\.plain)
  }

  /// Whether a cell over several lines holds an address, as many delimiters on a line as a row has, or a line that may
  /// be a comment: somebody may have struck the rest of its row out.
  private func holdsRows(_ field: CSVParser.Field, width: Int) -> Bool {
    let bytes = parser.bytes[field.bytes]
    if bytes.contains(UInt8(ascii: "@")) { return true }
    let lines = bytes.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    if lines.dropFirst().contains(where: { LineFate($0) == .comment }) { return true }
    return lines.contains { line in width > 1 && line.count { $0 == delimiter } >= width - 1 }
  }

  private func isBlank(_ field: CSVParser.Field) -> Bool {
    let bytes = parser.bytes[field.bytes]
    return bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      || (bytes.first.map { $0 >= 0x80 } == true && Undecorated(String(decoding: bytes, as: UTF8.self)).text.isEmpty)
  }

  private func isRule(_ field: CSVParser.Field) -> Bool {
    let text = String(decoding: parser.bytes[field.bytes], as: UTF8.self).trimmed
    let dashes = text.drop { $0 == ":" }.prefix { $0 == "-" || $0 == "=" }
    return dashes.count > 1 && text.drop { $0 == ":" }.dropFirst(dashes.count).allSatisfy { $0 == ":" }
  }
}
