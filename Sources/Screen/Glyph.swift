/// What one cell can show: a scalar that takes columns, with the marks that are drawn over it.
///
/// A terminal without grapheme clusters, as all are until asked otherwise, moves its cursor for every such scalar.
/// Frames are therefore built from these and not from Swift's characters, which may hold several.
struct Glyph: Equatable {
  let character: Character
  let width: Int

  /// Stands for a scalar that cannot be shown; a plain sign that every terminal has.
  static let substitute = Glyph(character: "?", width: 1)

  /// The glyphs of `text`, left to right.
  ///
  /// Controls and unassigned scalars become the substitute. Joiners, variation selectors and other invisible format
  /// characters are dropped, because terminals disagree about what they do to a width; so is a mark with nothing before
  /// it to stand on. What is outside the present ``Repertoire`` is spelled.
  static func glyphs(of text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in Repertoire.current.spelling(text).unicodeScalars {
      if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F {
        glyphs.append(Glyph(character: Character(scalar), width: 1))
        continue
      }
      if scalar.properties.generalCategory.isUnprintable {
        glyphs.append(.substitute)
        continue
      }
      let width = DisplayWidth.of(scalar)
      if width > 0 {
        glyphs.append(Glyph(character: Character(scalar), width: width))
      } else if let base = glyphs.last, scalar.isDrawnMark, let marked = base.marked(with: scalar) {
        glyphs[glyphs.count - 1] = marked
      }
    }
    return glyphs
  }

  /// `nil` if the two do not make one character, as for a Korean vowel after a Latin letter.
  private func marked(with scalar: Unicode.Scalar) -> Glyph? {
    var joined = String(character)
    joined.unicodeScalars.append(scalar)
    guard joined.count == 1, let character = joined.first else { return nil }
    return Glyph(character: character, width: width)
  }
}

extension Unicode.Scalar {
  fileprivate var isDrawnMark: Bool {
    properties.generalCategory != .format && !properties.isVariationSelector
  }
}
