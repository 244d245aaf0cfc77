import AWSClientCore

/// An address for which no user was taken.
public struct Unmatched: Sendable, Equatable, Codable, CustomStringConvertible {
  /// Why no user was taken; the words are those of the program's JSON.
  public enum Reason: String, Sendable, Codable {
    /// No user has this name, also not in another case.
    case notFound = "NotFound"
    /// Users have this name in another case, and that is not for a program to decide.
    case caseDiffers = "CaseDiffers"
  }

  /// The address as it was asked for.
  public var userName: String
  /// Why no user was taken.
  public var reason: Reason
  /// The users who may be meant: those who differ only in case; or, where the reason is ``Reason/notFound``, those
  /// whose name looks the same and is another in Unicode's normal forms.
  public var candidates: [String]

  /// Makes an account of an address that was not matched.
  public init(userName: String, reason: Reason, candidates: [String] = []) {
    self.userName = userName
    self.reason = reason
    self.candidates = candidates
  }

  private enum CodingKeys: String, CodingKey {
    case userName = "UserName"
    case reason = "Reason"
    case candidates = "Candidates"
  }

  /// The sentences that a person reads; names are cleaned.
  public var description: String {
    let names = candidates.map(\.visible).joined(separator: " and ")
    return switch reason {
    case .notFound where candidates.isEmpty:
      "\(userName.visible) is not found. Check the address and the Region."
    case .notFound:
      "\(userName.visible) is not found. \(names) looks like it and is made of other Unicode characters: "
        + "copy the name from the service."
    case .caseDiffers where candidates.count == 1:
      "\(userName.visible) differs only in case from \(names). Write it so, or take it with --ignore-case."
    case .caseDiffers:
      "\(userName.visible) differs only in case from \(names). Write the one that is meant."
    }
  }
}
