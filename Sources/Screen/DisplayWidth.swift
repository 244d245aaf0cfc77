import Algorithms
package import PlainText

/// How many columns text takes on a terminal.
///
/// Widths add up scalar by scalar, as libc's `wcwidth` and so ncurses count them; a family emoji joined from three
/// people is 6. What is outside the present ``Repertoire`` is as wide as its spelling. ``Glyph`` drops the invisible
/// joiners, so that a terminal that would join them cannot disagree.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    // ASCII is in every repertoire, and each of its characters is one column wide.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return Repertoire.current.spelling(text).unicodeScalars.reduce(0) { $0 + of($1) }
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

extension DisplayWidth {
  /// The scalars that take two columns, in order.
  ///
  /// Taken from Unicode's EastAsianWidth.txt (Wide and Fullwidth). A range runs on over unassigned scalars where the
  /// standard reserves the whole block as wide; those have no width of their own before a later version assigns them.
  static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
    0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
    0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
    0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E,
    0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FFF, 0x17000...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004,
    0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0,
    0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D,
    0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF,
    0x1F6EB...0x1F6EF, 0x1F6F4...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A,
    0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
