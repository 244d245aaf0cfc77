extension String {
  /// The text with every character that cannot be seen, or that acts on what shows it, replaced by a mark such as
  /// `<U+202E>`.
  ///
  /// ``Line`` makes it of all text from outside, which then is safe on a screen, in a table, a CSV cell or a log, and
  /// after the program has left the screen; nothing else has to ask for it. Replaced are control characters, also tab
  /// and newline; format characters, among them the bidirectional controls and the zero-width joiner; characters that
  /// are ignored by default, private or unassigned; line and paragraph separators; and combining marks with nothing to
  /// combine with. A variation selector stays only after an emoji, where it belongs: elsewhere it makes two names that
  /// look the same. Cleaning cleaned text changes nothing.
  var visible: String {
    if isPrintableASCII { return self }
    var shown: Unicode.Scalar?
    var place = unicodeScalars.startIndex
    while place < unicodeScalars.endIndex, unicodeScalars[place].canBeShown(after: shown) {
      shown = unicodeScalars[place]
      unicodeScalars.formIndex(after: &place)
    }
    if place == unicodeScalars.endIndex { return self }
    var text = String(unicodeScalars[..<place])
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars[place...] {
      if scalar.canBeShown(after: shown) {
        text.unicodeScalars.append(scalar)
        shown = scalar
      } else {
        text += scalar.codePointMark
        shown = nil
      }
    }
    return text
  }

  /// Whether it is of ASCII alone and has no control character, as most names are; found out of its bytes.
  private var isPrintableASCII: Bool {
    utf8.withContiguousStorageIfAvailable { $0.isPrintableASCII } ?? utf8.isPrintableASCII
  }
}

extension Sequence<UInt8> {
  /// Whether all bytes are characters of ASCII that can be seen, or blanks: text that is shown as it is.
  package var isPrintableASCII: Bool { allSatisfy { $0 &- 0x20 <= 0x5E } }
}

extension Unicode.Scalar {
  /// What stands for a scalar that is not shown as itself: `<U+00AD>`, with four to six digits as Unicode writes it.
  package var codePointMark: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// Whether a person sees this scalar, after `previous` as the scalar before it that is shown as itself.
  fileprivate func canBeShown(after previous: Unicode.Scalar?) -> Bool {
    if isASCII { return (0x20...0x7E).contains(value) }
    // The letters of Western and Central Europe, which need no look into the tables of Unicode.
    if value < 0x300 { return value >= 0xA0 && value != 0xAD }
    if isPresentationSelector, let previous { return !previous.isASCII && previous.properties.isEmoji }
    if properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    case .nonspacingMark, .spacingMark, .enclosingMark:
      return previous.map { !$0.properties.isWhitespace } ?? false
    default:
      return true
    }
  }

  /// Whether it asks for the text (U+FE0E) or the picture (U+FE0F) form of an emoji.
  private var isPresentationSelector: Bool {
    value == 0xFE0E || value == 0xFE0F
  }
}
