public import PlainText

/// The rule for a stack's name.
///
/// A letter or digit, then up to 100 letters, digits, `_`, `.` and `-`, all of them ASCII.
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_CreateStack.html
public enum StackName {
  /// The most characters.
  public static let longest = 101

  /// Checks `name` against the service's rule.
  ///
  /// - Throws: ``StackNameError`` for a name that no stack can have.
  public static func validate(_ name: String) throws(StackNameError) {
    let bytes = name.utf8
    guard let first = bytes.first, first.isLetterOrDigit, bytes.count <= longest,
      bytes.allSatisfy({ $0.isLetterOrDigit || "_.-".utf8.contains($0) })
    else {
      throw StackNameError(name: name)
    }
  }
}

/// A name that no stack can have.
public struct StackNameError: Error, Sendable, Equatable, SentenceConvertible {
  /// The name as it was given.
  public var name: String

  /// Makes an error.
  public init(name: String) {
    self.name = name
  }

  /// The sentences that a person reads.
  public var sentence: Line {
    "\"\(name)\" cannot be a stack name: "
      + "it is a letter or digit and up to \(StackName.longest - 1) letters, digits, _, . and -. Check the name."
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      false
    }
  }
}
