public import PlainText

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
