/// Reads delimiter-separated values as programs and people write them: RFC 4180, with some leave.
///
/// The delimiter is the one of comma, semicolon and tab that the first row has most of. Lines end with CRLF, LF or CR.
/// Spaces around quotes are passed over, blank lines are left out, and the one `'` that ``CSVWriter`` puts before a
/// formula is taken away.
public enum CSVReader {
  /// The rows of `text`, whose first line is number `firstLine` of what the person sees.
  ///
  /// - Throws: ``CSVError`` where the quotes do not come out even; a guess would lose rows in silence.
  public static func rows(of text: String, firstLine: Int = 1) throws(CSVError) -> [CSVRow] {
    let bytes = Array(text.utf8)
    var parser = CSVParser(bytes: bytes, delimiter: delimiter(of: bytes), line: firstLine)
    var rows: [CSVRow] = []
    while let row = try parser.nextRow() {
      let cells = row.fields.map { CSVFormula.withoutMark(parser.text(of: $0)) }
      rows.append(CSVRow(line: row.line, cells: cells))
    }
    return rows
  }

  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes.drop(while: { $0.isLineEnd }) {
      if byte == .quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte.isLineEnd { break }
      if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let most = counts.max() ?? 0
    return zip(candidates, counts).first { $0.1 == most }?.0 ?? candidates[0]
  }
}

/// One row of a table.
public struct CSVRow: Sendable, Equatable {
  /// The number of the line on which it begins.
  public var line: Int
  /// Its cells, without quotes.
  public var cells: [String]

  /// Makes a row.
  public init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

/// Why text is not a table.
public enum CSVError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A quote that is opened on this line is never closed.
  case unclosedQuote(line: Int)
  /// Something other than a delimiter follows a closing quote.
  case textAfterQuote(line: Int)

  /// The line to look at, counted from 1.
  public var line: Int {
    switch self {
    case .unclosedQuote(let line), .textAfterQuote(let line): line
    }
  }

  /// What is wrong there, as a clause.
  public var reason: String {
    switch self {
    case .unclosedQuote: "a quote is opened and never closed"
    case .textAfterQuote: "there is text between a closing quote and the next cell"
    }
  }

  /// The sentences that a person reads.
  public var description: String {
    "Line \(line): \(reason). Write a quote inside quotes as two."
  }
}

extension UInt8 {
  package static let quote = UInt8(ascii: "\"")
  package static let space = UInt8(ascii: " ")

  package var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
