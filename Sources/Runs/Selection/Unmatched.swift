public import AppStream
public import PlainText

/// An address for which no user was taken.
public struct Unmatched: Sendable, Equatable, SentenceConvertible {
  /// Where a list has the address.
  public struct Source: Sendable, Equatable {
    /// The list, as people know it.
    public var file: String
    /// The line, or of JSON the item, counted from 1.
    public var line: Int

    /// Makes a source.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// Why no user was taken; the words are those of the program's JSON.
  public enum Reason: String, Sendable {
    /// No user has this name, also not in another case.
    case notFound = "NotFound"
    /// Users have this name in another case, and that is not for a program to decide.
    case caseDiffers = "CaseDiffers"
  }

  /// The address as it was asked for.
  public var userName: String
  /// Why no user was taken.
  public var reason: Reason
  /// The users who may be meant: those who differ only in case; or, where the reason is ``Reason/notFound``, the
  /// nearest ones.
  public var candidates: [String]
  /// How the candidates are like the address, where the reason is ``Reason/notFound`` and there are any.
  public var likeness: Likeness?
  /// Where the address stands; `nil` for one of the command line.
  public var source: Source?

  /// Makes an account of an address that was not matched.
  public init(
    userName: String,
    reason: Reason,
    candidates: [String] = [],
    likeness: Likeness? = nil,
    source: Source? = nil
  ) {
    self.userName = userName
    self.reason = reason
    self.candidates = candidates
    self.likeness = likeness
    self.source = source
  }

  /// The sentences that a person reads.
  public var sentence: Line {
    let place: Line = source.map { "\($0.file), line \($0.line): " } ?? ""
    return place + sentences
  }

  private var sentences: Line {
    let names = candidates.map { Line($0) }.joined(separator: " and ")
    return switch reason {
    case .notFound where candidates.isEmpty:
      "\(userName) is not found. Check the address and the Region."
    case .notFound:
      "\(userName) is not found. \(names) \((likeness ?? .normalForm).clause)"
    case .caseDiffers where candidates.count == 1:
      "\(userName) differs only in case from \(names). Write it so, or take it with --ignore-case."
    case .caseDiffers:
      "\(userName) differs only in case from \(names). Write the one that is meant."
    }
  }
}
