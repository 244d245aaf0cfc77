/// The rules for the codes of Regions.
enum Region {
  /// Whether `text` can be a Region's code, which becomes a part of a host name (botocore's
  /// `utils.py:validate_region_name`).
  static func isCode(_ text: String) -> Bool {
    (1...63).contains(text.utf8.count)
      && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHostLabelCharacter }
      && !text.hasPrefix("-") && !text.hasSuffix("-") && !text.allSatisfy(\.isNumber)
  }
}

extension Character {
  fileprivate var isHostLabelCharacter: Bool { isASCII && (isLetter || isNumber || self == "-") }
}
