import FoundationEssentials
import PlainText

/// How much of their life the credentials have left, as far as the header tells it.
enum CredentialStage: Sendable, Equatable, CaseIterable {
  /// At least 15 minutes, or no end that is known.
  case long
  /// Less than 15 minutes.
  case short
  /// Less than 5 minutes.
  case ending
  /// Nothing.
  case ended

  /// The stage of credentials that have so many seconds left.
  init(secondsLeft: TimeInterval) {
    self = Self.allCases.last { secondsLeft < $0.limit } ?? .long
  }

  /// The seconds below which it begins.
  var limit: TimeInterval {
    switch self {
    case .long: .infinity
    case .short: 15 * 60
    case .ending: 5 * 60
    case .ended: 0
    }
  }

  /// The one after it.
  var next: CredentialStage? {
    switch self {
    case .long: .short
    case .short: .ending
    case .ending: .ended
    case .ended: nil
    }
  }

  /// What the header says of credentials that end then; the word itself is left out where there is no room for it.
  func text(_ end: Date, isShort: Bool = false) -> Line {
    switch self {
    case .long: "\(isShort ? "" : "credentials ")till \(end.minuteText)"
    case .short: "\(isShort ? "" : "credentials ")till \(end.minuteText), < 15 min"
    case .ending: "\(isShort ? "" : "CREDENTIALS ")TILL \(end.minuteText), < 5 MIN"
    case .ended: "\(isShort ? "" : "CREDENTIALS ")ENDED \(end.minuteText)"
    }
  }
}
