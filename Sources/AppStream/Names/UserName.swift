public import PlainText

/// The rule for a user's name, which in the user pool is an e-mail address.
///
/// 1 to 128 characters that match `[\p{L}\p{M}\p{S}\p{N}\p{P}]+`: letters, marks, symbols, numbers and punctuation,
/// hence no space, no control and no format character. Case matters.
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UserStackAssociation.html
public enum UserName {
  /// The most characters, counted as Unicode scalars.
  public static let longest = 128

  /// Checks `name` against the service's rule.
  ///
  /// - Throws: ``UserNameError`` for a name that no user can have.
  public static func validate(_ name: String) throws(UserNameError) {
    let scalars = name.unicodeScalars
    if scalars.isEmpty { throw .empty }
    if let stray = scalars.first(where: { !$0.isAllowedInUserName }) {
      throw .stray(character: stray, name: name)
    }
    if scalars.count > longest { throw .tooLong(count: scalars.count, name: name) }
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowedInUserName: Bool {
    if isASCII { return (0x21...0x7E).contains(value) }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      false
    default:
      true
    }
  }
}

/// Why no user can have a name.
public enum UserNameError: Error, Sendable, Equatable, SentenceConvertible {
  /// There is nothing in it.
  case empty
  /// It has more characters than the service takes.
  case tooLong(count: Int, name: String)
  /// It has a character that the service does not take.
  case stray(character: Unicode.Scalar, name: String)

  /// The sentences that a person reads.
  public var sentence: Line {
    "\(subject) cannot be a user name: \(reason). Give the user's e-mail address alone."
  }

  private var subject: Line {
    switch self {
    case .empty: "Empty text"
    case .tooLong(_, let name): "\"\(String(name.unicodeScalars.prefix(40)))...\""
    case .stray(_, let name): "\"\(name)\""
    }
  }

  /// Why, as a clause.
  public var reason: Line {
    switch self {
    case .empty: "it has no character"
    case .tooLong(let count, _): "it has \(count) characters, and \(UserName.longest) are the most"
    case .stray(" ", _): "it has a space in it"
    case .stray(let character, _): "it has the character \(character.codePointMark) in it"
    }
  }
}
