/// Writes rows as comma-separated values, by RFC 4180: lines end with CRLF, also the last one.
///
/// A cell that a spreadsheet would take for a formula gets one leading `'`, which ``CSVFormula/withoutMark(_:)`` takes
/// away again. So does a cell that already has such a `'`, or else reading could not tell the two. No byte order mark
/// is written.
///
/// https://www.rfc-editor.org/rfc/rfc4180 and https://owasp.org/www-community/attacks/CSV_Injection
public enum CSVWriter {
  /// All of `rows`.
  public static func text(of rows: some Sequence<[String]>) -> String {
    rows.reduce(into: "") { text, cells in text += line(of: cells) }
  }

  /// One row with its line end, for writing a long table piece by piece.
  public static func line(of cells: [String]) -> String {
    // A single empty cell would be a blank line, which readers pass over.
    let row = cells == [""] ? "\"\"" : cells.map(written).joined(separator: ",")
    return row + "\r\n"
  }

  private static func written(_ cell: String) -> String {
    let text = CSVFormula.isFormula(cell.utf8) ? "'" + cell : cell
    guard text.utf8.contains(where: needsQuotes) else { return text }
    // By scalars: a quote with a combining mark after it is another character to Swift, and still a quote to readers.
    let inside = text.unicodeScalars.reduce(into: "") { inside, scalar in
      if scalar == "\"" { inside.unicodeScalars.append(scalar) }
      inside.unicodeScalars.append(scalar)
    }
    return "\"" + inside + "\""
  }

  /// Semicolon and tab are among them so that readers that guess the delimiter guess the comma.
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), .quote: true
    default: byte.isLineEnd
    }
  }
}

/// The convention by which a leading `'` keeps a cell from being a formula.
package enum CSVFormula {
  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet takes the cell for a formula, now or once its leading `'` are gone.
  static func isFormula(_ cell: some Sequence<UInt8>) -> Bool {
    switch cell.first(where: { $0 != apostrophe }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// The cell without the one `'` that ``CSVWriter`` put before it.
  package static func withoutMark(_ cell: String) -> String {
    cell.utf8.first == apostrophe && isFormula(cell.utf8) ? String(cell.unicodeScalars.dropFirst()) : cell
  }
}
