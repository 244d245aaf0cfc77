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
