import AWSClientCore

/// A table one column of which holds addresses.
enum AddressTable {
  /// Whether `line` names columns, one of them that of addresses; a line with an address in it never does.
  static func isHeader(_ line: Substring) -> Bool {
    if line.utf8.contains(UInt8(ascii: "@")) { return false }
    let delimiters = Set(",;\t\"".unicodeScalars)
    let names = line.unicodeScalars.split { delimiters.contains($0) }.map { Substring($0).trimmed.lowercased() }
    return InputFileError.addressHeaders.contains { names.contains($0.lowercased()) }
  }

  /// The addresses of the table that `text` is, header and all.
  static func entries(
    of text: Substring,
    firstLine: Int,
    file: String
  ) throws(InputFileError) -> [AddressEntry] {
    let table = try Table(of: text, firstLine: firstLine, file: file)
    guard let column = InputFileError.addressHeaders.lazy.compactMap(table.column(named:)).first else {
      // Two kinds of delimiter in the header: it cannot be told where its columns end.
      throw .severalColumns(file: file, line: firstLine)
    }
    var entries: [AddressEntry] = []
    for row in table.rows {
      let address = Mailbox.address(inCell: row.cell(column))
      if address.isEmpty { throw .noAddress(file: file, line: row.line) }
      entries.append(AddressEntry(line: row.line, address: address))
    }
    return entries
  }
}
