/// The rules for the codes of Regions.
///
/// Zones: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html; `us-east-1a` and
/// the Local Zone `us-west-2-lax-1a` are zones, `use1-az1` is the id of one.
enum Region {
  /// Whether `text` can be a Region's code, which becomes a part of a host name (botocore's
  /// `utils.py:validate_region_name`).
  static func isCode(_ text: String) -> Bool {
    (1...63).contains(text.utf8.count)
      && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHostLabelCharacter }
      && !text.hasPrefix("-") && !text.hasSuffix("-") && !text.allSatisfy(\.isNumber)
  }

  /// The code of a Region that somebody has set.
  ///
  /// - Throws: ``ConfigurationError`` when it cannot be one, or is an Availability Zone.
  static func checked(_ text: String) throws(ConfigurationError) -> String {
    guard isCode(text) else { throw .malformedRegion(text) }
    if let zone = text.wholeMatch(of: #/([a-z]+(?:-[a-z]+)+-[0-9]+)(?:-[a-z]+-[0-9]+)?[a-z]/#) {
      throw .availabilityZone(text, region: String(zone.output.1))
    }
    if text.wholeMatch(of: #/[a-z]+[0-9]+(?:-[a-z]+[0-9]+)?-az[0-9]+/#) != nil {
      throw .availabilityZone(text, region: nil)
    }
    return text
  }
}

extension Character {
  fileprivate var isHostLabelCharacter: Bool { isASCII && (isLetter || isNumber || self == "-") }
}
