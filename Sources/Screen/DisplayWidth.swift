import Algorithms
package import PlainText

/// How many columns text takes on a terminal.
///
/// Widths add up scalar by scalar, as libc's `wcwidth` and so ncurses count them; a family emoji joined from three
/// people is 6. What is outside the present ``Repertoire`` is as wide as its spelling. ``Glyph`` drops the invisible
/// joiners, so that a terminal that would join them cannot disagree.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    Repertoire.current.spelling(text).unicodeScalars.reduce(0) { $0 + of($1) }
  }

  package static func of(_ line: Line) -> Int {
    of(line.text)
  }

  package static func of(_ character: Character) -> Int {
    of(String(character))
  }

  /// The width of one scalar: 0, 1 or 2.
  ///
  /// It differs from `wcwidth` where that gives no width at all (-1), or none for NUL: what cannot be printed is drawn
  /// as one substitute, so it is 1 wide here.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    let category = scalar.properties.generalCategory
    if category.isUnprintable { return 1 }
    if isZeroWidth(scalar, category) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .nonspacingMark, .enclosingMark: true
    case .format: !visibleFormatCharacters.contains { $0.contains(scalar.value) }
    default: hangulVowelsAndFinals.contains { $0.contains(scalar.value) } || scalar == ahomMedialRa
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let place = wideRanges.partitioningIndex { $0.upperBound >= scalar.value }
    return place < wideRanges.endIndex && wideRanges[place].contains(scalar.value)
  }

  /// The Arabic, Syriac and Kaithi signs that enclose the digits after them: format characters, but drawn.
  private static let visibleFormatCharacters: [ClosedRange<UInt32>] = [
    0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x110BD...0x110BD, 0x110CD...0x110CD,
  ]

  /// The second and third parts of a Korean syllable, drawn into the first part's two columns.
  private static let hangulVowelsAndFinals: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FB]

  /// A spacing mark by its category, but libc gives it no column.
  private static let ahomMedialRa: Unicode.Scalar = "\u{1171E}"
}

extension Unicode.GeneralCategory {
  /// Whether a scalar of this kind must never reach a terminal, or has no picture there.
  var isUnprintable: Bool {
    switch self {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }
}
