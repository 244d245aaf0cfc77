import PlainText

/// Why no user can have a name.
public enum UserNameError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is nothing in it.
  case empty
  /// It has more characters than the service takes.
  case tooLong(count: Int, name: String)
  /// It has a character that the service does not take.
  case stray(character: Unicode.Scalar, name: String)

  /// The sentences that a person reads; the name in them is cleaned.
  public var description: String {
    "\(subject) cannot be a user name: \(reason). Give the user's e-mail address alone."
  }

  private var subject: String {
    switch self {
    case .empty: "Empty text"
    case .tooLong(_, let name): "\"\(String(name.unicodeScalars.prefix(40)).visible)...\""
    case .stray(_, let name): "\"\(name.visible)\""
    }
  }

  /// Why, as a clause.
  public var reason: String {
    switch self {
    case .empty: "it has no character"
    case .tooLong(let count, _): "it has \(count) characters, and \(UserName.longest) are the most"
    case .stray(" ", _): "it has a space in it"
    case .stray(let character, _): "it has the character \(character.codePointMark) in it"
    }
  }
}
