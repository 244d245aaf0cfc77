/// The characters that a terminal or a reader of ours takes.
package enum Repertoire: Sendable {
  case unicode
  /// ASCII alone. In UTF-8 every other character has bytes from 0x80 on, which a terminal that expects another encoding
  /// may obey: 0x9B begins a control sequence there (ECMA-48, section 5.3, CSI).
  case ascii

  /// What all that is measured and drawn in the present task keeps to.
  ///
  /// It surrounds a whole drawing, so that there is no text which could be drawn without it.
  @TaskLocal package static var current = unicode

  /// `text` in these characters; each of the others is spelled, as `<U+00DB>`.
  package func spelling(_ text: String) -> String {
    guard self == .ascii, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.unicodeScalars.reduce(into: "") { spelled, scalar in
      if scalar.isASCII { spelled.unicodeScalars.append(scalar) } else { spelled += Self.mark(of: scalar) }
    }
  }

  /// With four to six digits, as Unicode writes it.
  private static func mark(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }
}
