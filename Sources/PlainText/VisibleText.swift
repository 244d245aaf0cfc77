extension String {
  /// The text with every character that cannot be seen, or that acts on what shows it, replaced by a mark such as
  /// `<U+202E>`.
  ///
  /// Text from the service, from files and from the environment is cleaned with this where it enters; then it is safe
  /// on a screen, in a table, a CSV cell or a log, and after the program has left the screen. Replaced are control
  /// characters, also tab and newline; format characters, among them the bidirectional controls and the zero-width
  /// joiner; characters that are ignored by default, private or unassigned; line and paragraph separators; and
  /// combining marks with nothing to combine with. A variation selector stays only after an emoji, where it belongs:
  /// elsewhere it makes two names that look the same. Cleaning cleaned text changes nothing.
  public var visible: String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
    var text = ""
    text.reserveCapacity(utf8.count)
    var shown: Unicode.Scalar?
    for scalar in unicodeScalars {
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
