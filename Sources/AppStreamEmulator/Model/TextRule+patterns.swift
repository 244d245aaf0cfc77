/// Texts whose patterns are more than a set of characters.
///
/// Patterns that the model does not anchor are taken for the whole text.
extension TextRule {
  /// The model's `TagKey`.
  static let tagKey = TextRule(
    minimum: 1,
    maximum: 128,
    pattern: Pattern(text: #"^(^(?!aws:).[\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#) { value in
      let scalars = value.unicodeScalars
      return !value.hasPrefix("aws:") && !scalars.isEmpty && scalars.first != "\n"
        && scalars.dropFirst().allSatisfy(isOfTags)
    }
  )

  /// The model's `TagValue`.
  static let tagValue = TextRule(
    maximum: 256,
    pattern: Pattern(text: #"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#) { $0.unicodeScalars.allSatisfy(isOfTags) }
  )

  /// The model's `Arn`.
  static let arn = TextRule(
    pattern: Pattern(
      text: #"^arn:aws(?:\-cn|\-iso\-b|\-iso|\-us\-gov)?:[A-Za-z0-9][A-Za-z0-9_/.-]{0,62}:[A-Za-z0-9_/.-]{0,63}:"#
        + #"[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_/+=,@.\\-]{0,1023}$"#
    ) { value in
      let service = #/arn:aws(?:-cn|-iso-b|-iso|-us-gov)?:[A-Za-z0-9][A-Za-z0-9_\/.\-]{0,62}:/#
      let place = #/[A-Za-z0-9_\/.\-]{0,63}:[A-Za-z0-9_\/.\-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_\/+=,@.\\\-]{0,1023}/#
      guard let start = value.prefixMatch(of: service) else { return false }
      return value[start.range.upperBound...].wholeMatch(of: place) != nil
    }
  )

  /// The model's `S3BucketArn`.
  static let bucketARN = TextRule(
    pattern: Pattern(text: #"^arn:aws(?:\-cn|\-iso\-b|\-iso|\-us\-gov)?:s3:::[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]$"#) {
      $0.wholeMatch(of: #/arn:aws(?:-cn|-iso-b|-iso|-us-gov)?:s3:::[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]/#) != nil
    }
  )

  /// The model's `EmbedHostDomain`.
  static let embedHostDomain = TextRule(
    maximum: 128,
    pattern: Pattern(text: #"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]"#) {
      $0.wholeMatch(of: #/(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9\-]{0,61}[a-z0-9]/#) != nil
    }
  )

  /// The model's `UrlPattern`.
  static let urlPattern = TextRule(
    minimum: 1,
    maximum: 2048,
    pattern: Pattern(text: #"^(\*|https?://[^\s,;]+)$"#) { $0.wholeMatch(of: #/\*|https?:\/\/[^\s,;]+/#) != nil }
  )

  /// Letters, numbers and separators of Unicode, and a few signs.
  private static func isOfTags(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      true
    default:
      "_.:/=+-@".unicodeScalars.contains(scalar)
    }
  }
}
