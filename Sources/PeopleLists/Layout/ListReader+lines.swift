import PlainText

extension ListReader {
  /// Reads a table where there is a header, or else one address a line.
  mutating func readLines(_ text: ListText, column: String?) throws(ListRefusal) {
    if column == nil, readRowOfAddresses(text) { return }
    try text.refuseLongLines(file)
    let header = try TableHeader.find(in: text, file: file) { heading in
      column.map(heading.isCalled) ?? heading.namesUser
    }
    if let header { return try readTable(text, header, column: column) }
    try refuseUnknownColumns(text, column: column)
    var lines = LineScanner(text.bytes)
    while let line = lines.next() {
      let bytes = text.bytes[line.bytes]
      if AddressText.isPlain(bytes), !isNumbered(bytes) {
        take(String(decoding: bytes, as: UTF8.self), line: line.number)
      } else if let address = Self.addressAfterName(bytes, isOnlyASCIISure: text.isOnlyASCIISure) {
        take(address, line: line.number)
      } else {
        readLine(bytes, number: line.number, isFirst: line.number == 1, isOnlyASCIISure: text.isOnlyASCIISure)
      }
    }
  }

  /// The address of a line that is a plain name and an address in brackets, the usual thing after a bare address; as
  /// Outlook copies it, a semicolon follows.
  private static func addressAfterName(_ bytes: ArraySlice<UInt8>, isOnlyASCIISure: Bool) -> String? {
    let bytes = bytes.last == UInt8(ascii: ";") ? bytes.dropLast() : bytes
    guard bytes.last == UInt8(ascii: ">"), let open = bytes.firstIndex(of: UInt8(ascii: "<")) else { return nil }
    let (name, address) = (bytes[..<open], bytes[(open + 1)...].dropLast())
    guard AddressText.isPlain(address), PersonName.isPlain(name) else { return nil }
    if isOnlyASCIISure, name.contains(where: { $0 >= 0x80 }) { return nil }
    return String(decoding: address, as: UTF8.self)
  }

  private mutating func readLine(_ bytes: ArraySlice<UInt8>, number: Int, isFirst: Bool, isOnlyASCIISure: Bool) {
    let fate = LineFate(bytes)
    if let counted = fate.counted { return ledger.pass(counted) }
    if isFirst, case .separator = fate { return ledger.pass(.separator) }
    let text = String(decoding: bytes, as: UTF8.self)
    if isOnlyASCIISure, bytes.contains(where: { $0 >= 0x80 }) { return ledger.refuse(text, line: number, .notUTF8) }
    do throws(LineFault) {
      let found = try Mailboxes(line: CSVFormula.withoutMark(text.trimmed))
      if let only = found.addresses.first, found.addresses.count == 1, found.removed.isEmpty,
        isNumbered(Array(only.utf8)[...])
      {
        throw .unclearNumber
      }
      take(found, line: number)
    } catch {
      ledger.refuse(text, line: number, error)
    }
  }

  /// Whether an address begins with the number of its place in the list, as in `1.abe@x` on the first line.
  private func isNumbered(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard bytes.dropFirst(digits.count).first == UInt8(ascii: ".") else { return false }
    return Int(String(decoding: digits, as: UTF8.self)) == ledger.linesOfPeople + 1
  }

  /// Takes what `aws … --query 'Users[].UserName' --output text` prints: one line, divided by tabs.
  private mutating func readRowOfAddresses(_ text: ListText) -> Bool {
    var lines = LineScanner(text.bytes)
    guard let line = lines.next(), lines.next() == nil else { return false }
    let tab = UInt8(ascii: "\t")
    let bytes = text.bytes[line.bytes]
    // Millions of tabs would become as many empty cells.
    guard bytes.contains(tab), AddressText.isPlain(bytes.prefix { $0 != tab }) else { return false }
    let addresses = bytes.split(separator: tab, omittingEmptySubsequences: false)
    guard addresses.count > 1, addresses.allSatisfy(AddressText.isPlain) else { return false }
    var found = Mailboxes()
    for address in addresses { found.add(String(decoding: address, as: UTF8.self)) }
    take(found, line: line.number)
    return true
  }

  /// Refuses a table whose first line is a header without a heading that is known or asked for.
  private func refuseUnknownColumns(_ text: ListText, column: String?) throws(ListRefusal) {
    var seen: (headings: [String], line: Int)?
    // The first line of several cells; a title has one.
    var lines = LineScanner(text.bytes)
    var looked = 0
    while seen == nil, looked < 20, let line = lines.next() {
      let bytes = text.bytes[line.bytes]
      if bytes.contains(UInt8(ascii: "@")) { break }
      guard LineFate(bytes) == .content else { continue }
      looked += 1
      guard bytes.count <= TableHeader.longestLine else { continue }
      let cells = TableHeader.likelyCells(of: Array(bytes))
      if cells.count > 1, !cells.contains(where: SpreadsheetError.is) { seen = (cells, line.number) }
    }
    if let column { throw ListRefusal(file: file, .noColumn(column, seen: seen?.headings ?? [])) }
    if let seen { throw ListRefusal(file: file, .unknownColumns(seen.headings, line: seen.line)) }
  }
}

extension StringProtocol {
  /// The text without the white space at its ends.
  var trimmed: String {
    if unicodeScalars.first?.isWhite != true, unicodeScalars.last?.isWhite != true { return String(self) }
    var scalars = Substring(self).unicodeScalars
    while scalars.first?.isWhite == true { scalars.removeFirst() }
    while scalars.last?.isWhite == true { scalars.removeLast() }
    return String(scalars)
  }
}
