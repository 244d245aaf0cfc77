import AWSClientCore
import PlainText

extension ListReader {
  /// Reads the rows below `header`.
  ///
  /// - Throws: ``ListRefusal`` where the column cannot be chosen or the quotes do not come out even.
  mutating func readTable(_ text: ListText, _ header: TableHeader, column: String?) throws(ListRefusal) {
    ledger.pass(.blank, lines: header.blankLinesAbove)
    for (line, fate) in header.above {
      let bytes = text.bytes[line.bytes]
      if fate == .title, SpreadsheetError.is(String(decoding: bytes, as: UTF8.self).trimmed) {
        ledger.refuse(String(decoding: bytes, as: UTF8.self), line: line.number, .spreadsheetError)
      } else if fate == .title, let word = NameWords.contraryWord(in: String(decoding: bytes, as: UTF8.self)) {
        ledger.refuse(String(decoding: bytes, as: UTF8.self), line: line.number, .contraryTitle(word))
      } else {
        ledger.pass(fate)
      }
    }
    ledger.pass(.header)
    let place = try place(text, header, column: column)
    var rows = TableRows(text, header)
    while let row = try rows.next(file) {
      ledger.pass(.blank, lines: row.blankLinesAbove)
      ledger.pass(.comment, lines: row.commentsAbove)
      if let cells = row.cells { read(cells, &rows, header, place, text) }
    }
  }

  private func place(_ text: ListText, _ header: TableHeader, column: String?) throws(ListRefusal) -> Int {
    if column == nil, let heading = header.headings.first(where: \.saysWhoStays) {
      throw ListRefusal(file: file, .contraryColumn(heading.text, line: header.line))
    }
    var choice = try ColumnChoice(header.headings, line: header.line, file: file, wanted: column)
    if choice.isOpen {
      var rows = TableRows(text, header)
      while let next = try rows.next(file) {
        guard let row = next.cells else { continue }
        let cells = choice.places.map { $0 < row.fields.count ? rows.text(of: row.fields[$0]).trimmed : "" }
        choice.compare(cells, line: row.line)
      }
    }
    return try choice.place()
  }

  private mutating func read(
    _ row: CSVParser.Row,
    _ rows: inout TableRows,
    _ header: TableHeader,
    _ place: Int,
    _ text: ListText
  ) {
    let extraLines = row.lastLine - row.line
    let whole = { String(decoding: text.bytes[row.bytes], as: UTF8.self) }
    let fault = rows.fault(of: row, header)
    if let passed = fault == nil ? rows.passed(row, header) : nil {
      ledger.pass(passed)
      return ledger.pass(.continuation, lines: extraLines)
    }
    do throws(LineFault) {
      if let fault { throw fault }
      let field = row.fields[place]
      let bytes = text.bytes[field.bytes]
      if let stray = rows.strayAddress(in: row, beside: bytes, header) { throw stray }
      if !field.hasDoubledQuotes, AddressText.isPlain(bytes) {
        take(String(decoding: bytes, as: UTF8.self), line: row.line)
      } else {
        take(try mailboxes(of: field, rows, place, text), line: row.line)
      }
      ledger.pass(.continuation, lines: extraLines)
    } catch {
      let fault = rows.isSecondHeader(row, header, error) ? .secondHeader : error
      ledger.refuse(whole(), line: row.line, fault, extraLines: extraLines)
    }
  }

  private func mailboxes(
    of field: CSVParser.Field,
    _ rows: TableRows,
    _ place: Int,
    _ text: ListText
  ) throws(LineFault) -> Mailboxes {
    let cell = rows.text(of: field)
    if text.isOnlyASCIISure, cell.utf8.contains(where: { $0 >= 0x80 }) { throw .notUTF8 }
    let unmarked = CSVFormula.withoutMark(cell)
    // A `#` in a later cell begins no comment, and what our own mark stands before is no mark of a list.
    let isMarked =
      unmarked.utf8.count < cell.utf8.count || field.isQuoted || (place > 0 && cell.utf8.first == UInt8(ascii: "#"))
    return try Mailboxes(cell: unmarked, isMarked: isMarked)
  }
}
