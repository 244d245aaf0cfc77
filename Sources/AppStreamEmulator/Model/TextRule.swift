/// What the service's model demands of a text.
struct TextRule: Sendable {
  /// A pattern: as the model writes it, and as we check it.
  struct Pattern: Sendable {
    let text: String
    let matches: @Sendable (String) -> Bool
  }

  var minimum = 0
  var maximum = Int.max
  var pattern: Pattern?
  var allowed: [String]?
  /// Whether messages leave the value out.
  var isSensitive = false

  /// What `value` breaks, in the service's words after "failed to satisfy constraint: ".
  func violations(of value: String) -> [String] {
    // The service counts as Java does, in UTF-16 units.
    let length = value.utf16.count
    var broken: [String] = []
    if let allowed, !allowed.contains(value) {
      broken.append("Member must satisfy enum value set: [\(allowed.joined(separator: ", "))]")
    }
    if length < minimum { broken.append("Member must have length greater than or equal to \(minimum)") }
    if length > maximum { broken.append("Member must have length less than or equal to \(maximum)") }
    if let pattern, !pattern.matches(value) {
      broken.append("Member must satisfy regular expression pattern: \(pattern.text)")
    }
    return broken
  }
}

extension TextRule {
  /// The model's `String`.
  static let string = TextRule(minimum: 1)
  /// The model's `AuthenticationType`.
  static let authenticationType = TextRule(allowed: ["API", "SAML", "USERPOOL", "AWS_AD"])
  /// The model's `StackAttribute`.
  static let stackAttribute = TextRule(allowed: [
    "STORAGE_CONNECTORS", "STORAGE_CONNECTOR_HOMEFOLDERS", "STORAGE_CONNECTOR_GOOGLE_DRIVE",
    "STORAGE_CONNECTOR_ONE_DRIVE", "REDIRECT_URL", "FEEDBACK_URL", "THEME_NAME", "USER_SETTINGS", "EMBED_HOST_DOMAINS",
    "IAM_ROLE_ARN", "ACCESS_ENDPOINTS", "STREAMING_EXPERIENCE_SETTINGS", "CONTENT_REDIRECTION", "AGENT_ACCESS_CONFIG",
  ])

  /// The model's `Name`, which new stacks must have.
  static let name = TextRule(
    pattern: Pattern(text: "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}$") { value in
      let bytes = Array(value.utf8)
      guard let first = bytes.first, isASCIILetterOrDigit(first) else { return false }
      return bytes.count <= 101 && bytes.allSatisfy { isASCIILetterOrDigit($0) || "_.-".utf8.contains($0) }
    }
  )

  /// The model's `Username`.
  ///
  /// The pattern is not anchored there; the whole name is taken to be meant.
  static let userName = TextRule(
    minimum: 1,
    maximum: 128,
    pattern: Pattern(text: #"[\p{L}\p{M}\p{S}\p{N}\p{P}]+"#) { value in
      value.unicodeScalars.allSatisfy { isGraphic($0.properties.generalCategory) }
    },
    isSensitive: true
  )

  /// The model's `UserAttributeValue`: first and last names.
  static let userAttribute = TextRule(
    maximum: 2048,
    pattern: Pattern(text: #"^[A-Za-z0-9_\-\s]+$"#) { value in
      !value.isEmpty
        && value.utf8.allSatisfy { isASCIILetterOrDigit($0) || "_- \t\n\r\u{b}\u{c}".utf8.contains($0) }
    },
    isSensitive: true
  )

  private static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber)
  }

  /// The letters, marks, symbols, numbers and punctuation of Unicode.
  private static func isGraphic(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      false
    default:
      true
    }
  }
}
