/// What became of an entry, in the word that screens, tables and files use.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  /// We sent its removal and then saw it gone.
  case removed
  /// It is gone, and not by a clean answer of ours.
  case absent
  /// We sent its return and then saw it there.
  case restored
  /// It is there, and not by a clean answer of ours.
  case present
  /// The service did not do it, and a read after that showed so.
  case failed
  /// It was never sent, or is known not to have been applied, because the run was stopped.
  case stopped
  /// Whether it was done could not be read.
  case unknown

  /// Whether the entry is where the operator wanted it.
  public var isDone: Bool {
    switch self {
    case .removed, .absent, .restored, .present: true
    case .failed, .stopped, .unknown: false
    }
  }
}

/// The service's code and words for one entry, or a code of ours.
public struct EntryError: Sendable, Hashable {
  /// The code, such as `USER_NAME_NOT_FOUND`.
  public var code: String
  /// The words.
  public var message: String

  /// Makes an entry's error.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  /// Both in one, under the code of this one, with `other` behind it in words.
  func and(_ other: EntryError) -> EntryError {
    let words = other.message.isEmpty ? other.code : "\(other.code): \(other.message)"
    guard other != self, !message.hasSuffix(words) else { return self }
    return EntryError(code: code, message: [message, words].filter { !$0.isEmpty }.joined(separator: "; and "))
  }

  /// Our own code for an entry of which the run ended before a read could tell what became of it.
  public static let notReadBack = EntryError(
    code: "NOT_READ_BACK",
    message: "the run ended before it was read back"
  )
  /// Our own code for an entry that every answer says is removed and every read says is there.
  public static let stillPresent = EntryError(
    code: "STILL_PRESENT",
    message: "still there: not removed, or put back by someone"
  )
  /// Our own code for an entry that every answer says is restored and every read says is not there.
  public static let stillAbsent = EntryError(
    code: "STILL_ABSENT",
    message: "still not there: not restored, or taken off by someone"
  )
}
