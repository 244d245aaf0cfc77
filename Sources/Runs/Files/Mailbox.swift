import AWSClientCore

/// Addresses as mail programs write them: `ada@x.example`, `Ada Byron <ada@x.example>`, or several of the latter.
enum Mailbox {
  /// The address in a table's cell: what is in angle brackets after a name, or else all of it.
  static func address(inCell cell: String) -> String {
    namedAddress(in: cell.trimmed) ?? cell.trimmed
  }

  /// The addresses on one line of a list without a header, or `nil` where there is more than one thing on it.
  ///
  /// Outlook and others paste several at once, `Byron, Ada <ada@x.example>; Diaz, Bo <bo@x.example>`; that is taken
  /// because the brackets leave no doubt. Bare addresses side by side are not: the second may be the column of
  /// somebody's manager.
  static func addresses(on line: Substring) -> [String]? {
    // Nearly every line is a bare address, and lists are long.
    if !line.utf8.contains(where: isSpecial) { return [unquoted(line.trimmed)] }
    let hasBrackets = line.utf8.contains(UInt8(ascii: "<"))
    let pieces = pieces(of: line, endAtBracket: hasBrackets).filter { !$0.trimmed.isEmpty }
    guard hasBrackets else { return pieces.count > 1 ? nil : pieces.map { unquoted($0.trimmed) } }
    let addresses = pieces.compactMap { namedAddress(in: $0.trimmed) }
    return addresses.count == pieces.count ? addresses : nil
  }

  /// Divides a line at delimiters that are not in quotes; with `endAtBracket`, only at those right after a `>`, since
  /// names have commas in them.
  private static func pieces(of line: Substring, endAtBracket: Bool) -> [Substring] {
    var pieces: [Substring] = []
    var (start, isQuoted, last): (Substring.Index, Bool, Unicode.Scalar?) = (line.startIndex, false, nil)
    for place in line.unicodeScalars.indices {
      let scalar = line.unicodeScalars[place]
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, delimiters.contains(scalar), !endAtBracket || last == ">" || last == nil {
        pieces.append(line[start..<place])
        start = line.unicodeScalars.index(after: place)
        last = nil
      } else if !scalar.properties.isWhitespace {
        last = scalar
      }
    }
    return pieces + [line[start...]]
  }

  /// The address in brackets at the end of `text`, where what precedes it is a name and no more.
  ///
  /// A name that holds another address is not taken for one: that may be a person, who would be left out unseen.
  private static func namedAddress(in text: String) -> String? {
    let scalars = text.unicodeScalars
    guard scalars.last == ">", let start = scalars.lastIndex(of: "<") else { return nil }
    let address = scalars[start...].dropFirst().dropLast().asText.trimmed
    let name = scalars[..<start].asText.trimmed
    let plainName = unquoted(name).unicodeScalars.filter { $0 != "'" }
    let isName =
      isQuoted(name) || String(plainName) == address || !name.unicodeScalars.contains(where: namesHaveNone.contains)
    return isName ? address : nil
  }

  /// The text as it was before a writer of tables quoted and marked it; a cell has been through that already.
  private static func unquoted(_ text: String) -> String {
    CSVFormula.withoutMark(isQuoted(text) ? text.unicodeScalars.dropFirst().dropLast().asText.trimmed : text)
  }

  /// Whether `text` is one quoted text, not two with something between.
  private static func isQuoted(_ text: String) -> Bool {
    let inside = text.utf8.dropFirst().dropLast()
    return text.utf8.count > 1 && text.utf8.first == quote && text.utf8.last == quote && !inside.contains(quote)
  }

  /// Whether it delimits, quotes or brackets.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "<"), quote: true
    default: false
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let delimiters: Set<Unicode.Scalar> = [",", ";", "\t"]
  private static let namesHaveNone: Set<Unicode.Scalar> = ["@", ";", "\t", "<", ">"]
}

extension Substring.UnicodeScalarView {
  fileprivate var asText: Substring { Substring(self) }
}
