/// The addresses that one line or one cell names, and what was taken off around them.
struct Mailboxes {
  /// The addresses, in order.
  private(set) var addresses: [String] = []
  /// What was taken off.
  private(set) var removed = DecorationSet()

  init() {}

  /// Adds an address that stands alone.
  mutating func add(_ address: String) {
    addresses.append(address)
  }

  /// Reads a line of a list.
  ///
  /// Outlook and others paste several at once, `Byron, Ada <ada@x.example>; Diaz, Bo <bo@x.example>`; that is taken
  /// because the brackets leave no doubt. Bare addresses side by side are not: the second may be that of a manager.
  ///
  /// - Throws: ``LineFault`` for a line that can be misread.
  init(line: some StringProtocol) throws(LineFault) {
    let line = Substring(line)
    var whole = Undecorated(line)
    whole.takeOffDelimiters()
    if !whole.text.utf8.contains(where: Self.isBracket) {
      try take(whole, isQuoted: Self.isQuoted(line))
      return
    }
    let pieces = Self.pieces(of: line).filter { piece in piece.unicodeScalars.contains { !$0.isWhite } }
    for piece in pieces {
      try takeNamed(piece)
    }
    if pieces.count > 1, pieces.contains(where: { !$0.utf8.contains(UInt8(ascii: "<")) }) { throw .severalColumns }
  }

  /// Reads a cell of the column of addresses; `isMarked` as in ``AddressText``.
  ///
  /// - Throws: ``LineFault`` for a cell that can be misread.
  init(cell: some StringProtocol, isMarked: Bool) throws(LineFault) {
    let whole = Undecorated(cell)
    if whole.text.isEmpty { throw .emptyCell }
    if whole.text.utf8.contains(where: Self.isBracket) {
      try takeNamed(Substring(cell))
    } else {
      try take(whole, isQuoted: isMarked)
    }
  }

  private mutating func take(_ found: Undecorated, isQuoted: Bool) throws(LineFault) {
    if let fault = Self.fault(in: found.text, isMarked: isQuoted) { throw fault }
    addresses.append(String(found.text))
    removed.formUnion(found.removed)
  }

  /// Takes `Name <address>`, or a piece that is an address once it is undecorated.
  private mutating func takeNamed(_ piece: Substring) throws(LineFault) {
    var undecorated = Undecorated(piece)
    undecorated.takeOffDelimiters()
    let text = undecorated.text
    guard let start = text.lastIndex(of: "<"), text.hasSuffix(">") else {
      return try take(undecorated, isQuoted: false)
    }
    let address = Undecorated(text[start...])
    if let fault = Self.fault(in: address.text, isMarked: true) { throw fault }
    if let why = PersonName.fault(in: text[..<start], of: String(address.text)) { throw .notAName(why) }
    addresses.append(String(address.text))
    removed.formUnion(undecorated.removed)
    removed.formUnion(address.removed)
  }

  /// What is wrong with `text`, with the words for what people write instead of an address.
  private static func fault(in text: Substring, isMarked: Bool) -> LineFault? {
    guard let fault = AddressText.fault(in: text, isMarked: isMarked) else { return nil }
    let hasAddress = text.utf8.contains(UInt8(ascii: "@"))
    if SpreadsheetError.is(text), !hasAddress { return .spreadsheetError }
    if text.utf8.first == UInt8(ascii: "#"), !isMarked { return .numberSign }
    if hasAddress, text.utf8.contains(where: isDelimiter) {
      return text.utf8.count { $0 == UInt8(ascii: "@") } > 1 ? .severalAddresses : .severalColumns
    }
    return fault
  }

  /// Divides a line at the delimiters right after a `>`, since names have commas in them.
  private static func pieces(of line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var (start, isQuoted, last): (Substring.Index, Bool, Unicode.Scalar?) = (line.startIndex, false, nil)
    for place in line.unicodeScalars.indices {
      let scalar = line.unicodeScalars[place]
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, last == ">" || last == nil, scalar.isASCII, isDelimiter(UInt8(scalar.value)) {
        pieces.append(line[start..<place])
        start = line.unicodeScalars.index(after: place)
        last = nil
      } else if !scalar.isWhite {
        last = scalar
      }
    }
    return pieces + [line[start...]]
  }

  private static func isQuoted(_ line: Substring) -> Bool {
    line.unicodeScalars.first { !$0.isWhite } == "\""
  }

  private static func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t")
  }
}

/// What spreadsheets show instead of a value.
enum SpreadsheetError {
  /// Whether `text` is an error of Excel, LibreOffice or Google Sheets in any language: `#N/A`, `#WERT!`, `Err:502`.
  ///
  /// https://support.microsoft.com/en-us/office/error-type-function-10958677-7c8d-44f7-ae77-b9a9ee6eefaa
  static func `is`(_ text: some StringProtocol) -> Bool {
    let scalars = Substring(text).unicodeScalars
    if scalars.starts(with: "Err:".unicodeScalars) { return true }
    guard scalars.first == "#", let second = scalars.dropFirst().first else { return false }
    let isFilled = scalars.allSatisfy { $0 == "#" }
    let isWord = scalars.dropFirst().allSatisfy { scalar in
      "/_!?¡0. ".unicodeScalars.contains(scalar) || scalar.properties.isUppercase || scalar.properties.isAlphabetic
    }
    return isFilled || isWord && (second.properties.isUppercase || second == "¡" || !second.isASCII)
  }
}
