/// Letters without their accents.
///
/// The tables of Unicode for this are in Foundation, which the program does not link; these are the letters of Latin-1
/// and Latin Extended-A that headings and look-alikes have.
package enum Folding {
  private static let letters: [(plain: String, accented: String)] = [
    ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("oe", "œ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"),
    ("y", "ýÿŷ"), ("z", "źżž"),
  ]
  private static let plainLetters: [Unicode.Scalar: String] = letters.reduce(into: [:]) { table, entry in
    for scalar in entry.accented.unicodeScalars { table[scalar] = entry.plain }
  }

  /// `scalar` in small letters without its accent; nothing for an accent of its own.
  package static func plain(_ scalar: Unicode.Scalar) -> String {
    if scalar.properties.generalCategory == .nonspacingMark { return "" }
    return scalar.properties.lowercaseMapping.unicodeScalars.map { plainLetters[$0] ?? String($0) }.joined()
  }

  /// `text` in small letters without accents.
  package static func plain(_ text: some StringProtocol) -> String {
    text.unicodeScalars.map(plain).joined()
  }
}
