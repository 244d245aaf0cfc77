import FoundationEssentials

/// How much of their life the keys have left, as far as the header tells it.
enum CredentialStage: Sendable, Equatable, CaseIterable {
  /// At least 15 minutes, or no end that is known.
  case long
  /// Less than 15 minutes.
  case short
  /// Less than 5 minutes.
  case ending
  /// Nothing.
  case ended

  /// The stage of keys that have so many seconds left.
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

  /// What the header says of keys that end then.
  func text(_ end: Date) -> String {
    switch self {
    case .long: "keys till \(end.minuteText)"
    case .short: "keys till \(end.minuteText), < 15 min"
    case .ending: "KEYS TILL \(end.minuteText), < 5 MIN"
    case .ended: "KEYS ENDED \(end.minuteText)"
    }
  }
}
