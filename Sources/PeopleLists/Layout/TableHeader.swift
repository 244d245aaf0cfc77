import PlainText

/// The header of a table, and what stands above it.
struct TableHeader: Sendable {
  /// The headings, in order.
  let headings: [Heading]
  /// The line it stands on.
  let line: Int
  /// What divides its cells.
  let delimiter: UInt8
  /// Where the line after it begins.
  let end: Int
  /// How many empty lines stand above it; nothing bounds their number.
  let blankLinesAbove: Int
  /// The other lines above it.
  let above: [(line: ScannedLine, fate: LineAccount.Fate)]

  /// How many lines are looked at for a header; above it stand titles, and few of them.
  private static let mostLines = 20
  /// The most bytes that a header has; Excel's 16,384 columns do not name that many users.
  static let longestLine = 1 << 16
  private static let delimiters = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// Looks for a header of `text`: the first of its lines with a heading for an address, above the first `@`.
  ///
  /// - Parameter isWanted: Whether a heading is that of the column that is looked for.
  /// - Throws: ``ListRefusal`` for a header whose cells cannot be told apart.
  /// - Returns: `nil` where there is none.
  static func find(
    in text: ListText,
    file: String,
    where isWanted: (Heading) -> Bool
  ) throws(ListRefusal) -> TableHeader? {
    var lines = LineScanner(text.bytes)
    var above: [(line: ScannedLine, fate: LineAccount.Fate)] = []
    var blankLinesAbove = 0
    var separator: UInt8?
    var looked = 0
    while looked < mostLines, let line = lines.next() {
      let bytes = text.bytes[line.bytes]
      if bytes.contains(UInt8(ascii: "@")) { return nil }
      let fate = LineFate(bytes)
      if fate == .blank {
        blankLinesAbove += 1
        continue
      }
      looked += 1
      if case .separator(let delimiter) = fate, line.number == 1 {
        separator = delimiter
        above.append((line, .separator))
        continue
      }
      let headings = try headings(of: line, text, separator, file, isWanted)
      if let headings {
        return TableHeader(
          headings: headings.cells,
          line: line.number,
          delimiter: headings.delimiter,
          end: lines.position,
          blankLinesAbove: blankLinesAbove,
          above: above
        )
      }
      above.append((line, fate.counted ?? .title))
    }
    return nil
  }

  /// The cells of a line, where one is wanted; quoted cells do not go on to the next line there.
  private static func headings(
    of line: ScannedLine,
    _ text: ListText,
    _ separator: UInt8?,
    _ file: String,
    _ isWanted: (Heading) -> Bool
  ) throws(ListRefusal) -> (cells: [Heading], delimiter: UInt8)? {
    let bytes = Array(text.bytes[line.bytes])
    guard !bytes.isEmpty, bytes.count <= longestLine else { return nil }
    let present = separator.map { [$0] } ?? delimiters.filter { isOutsideOfQuotes($0, in: bytes) }
    for delimiter in present.isEmpty ? [delimiters[0]] : present {
      guard let cells = cells(of: bytes, delimiter), cells.contains(where: isWanted) else { continue }
      if cells[0].text.utf8.first == UInt8(ascii: "#"), cells[0].text.utf8.count > 1 { return nil }
      guard present.count < 2 else { throw ListRefusal(file: file, .twoDelimiters(line: line.number)) }
      return (cells, delimiter)
    }
    return nil
  }

  /// The cells of a line that may be a header, by the delimiter it has most of.
  static func likelyCells(of bytes: [UInt8]) -> [String] {
    let rows = delimiters.compactMap { cells(of: bytes, $0) }
    return rows.max { $0.count < $1.count }?.map(\.text) ?? []
  }

  private static func cells(of bytes: [UInt8], _ delimiter: UInt8) -> [Heading]? {
    var parser = CSVParser(bytes: bytes, delimiter: delimiter, line: 1)
    do throws(CSVError) {
      return try parser.nextRow()?.fields.map { Heading(parser.text(of: $0)) }
    } catch {
      // A title with an odd quote is no header.
      return nil
    }
  }

  private static func isOutsideOfQuotes(_ delimiter: UInt8, in bytes: [UInt8]) -> Bool {
    var isQuoted = false
    for byte in bytes {
      if byte == .quote { isQuoted.toggle() }
      if byte == delimiter, !isQuoted { return true }
    }
    return false
  }
}

/// What a line says by its first characters.
enum LineFate: Equatable {
  /// White space.
  case blank
  /// A remark.
  case comment
  /// The delimiter, for Excel.
  case separator(UInt8)
  /// Anything else.
  case content

  init(_ bytes: ArraySlice<UInt8>) {
    let text = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    if text.isEmpty {
      self = .blank
    } else if Self.isComment(text) {
      self = .comment
    } else if text.count == 5, let last = text.last, Self.isSeparator(text) {
      self = .separator(last)
    } else if let first = text.first, first >= 0x80, !text.contains(UInt8(ascii: "@")),
      String(decoding: text, as: UTF8.self).isUnseen
    {
      self = .blank
    } else {
      self = .content
    }
  }

  /// What such a line is counted as, where it may stand anywhere.
  var counted: LineAccount.Fate? {
    switch self {
    case .blank: .blank
    case .comment: .comment
    case .separator, .content: nil
    }
  }

  /// `# ` and a remark, `#` alone or in a row, or the line that PowerShell's `Export-Csv` begins with.
  private static func isComment(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "#") else { return false }
    let rest = text.dropFirst()
    return rest.allSatisfy { $0 == UInt8(ascii: " ") }
      || rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t") || rest.starts(with: "TYPE ".utf8)
  }

  private static func isSeparator(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep="
  }
}

extension String {
  fileprivate var isUnseen: Bool { Undecorated(self).text.isEmpty }
}
