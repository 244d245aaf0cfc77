import AWSClientCore

/// Why a run asks nothing of the service for now; a journal has it as text.
public enum PauseCause: Sendable, Equatable {
  /// The operator asked for it, and says when it goes on.
  case operatorAsked
  /// It was to go on after a long pause, and what is left to send could not be checked; the operator says when it is
  /// tried again. Why, as a sentence.
  case checkFailed(String)
  /// The service does not accept the credentials; the run goes on by itself once it does. What the service said.
  case credentials(String)

  private static let asked = "paused by the operator"
  private static let failed = "the check after the pause failed: "

  /// Reads what ``text`` has written.
  public init(_ text: String) {
    if text == Self.asked {
      self = .operatorAsked
    } else if text.hasPrefix(Self.failed) {
      self = .checkFailed(String(text.dropFirst(Self.failed.count)))
    } else {
      self = .credentials(text)
    }
  }

  /// The reason of a ``RunRecord/paused(reason:)``.
  public var text: String {
    switch self {
    case .operatorAsked: Self.asked
    case .checkFailed(let reason): Self.failed + reason
    case .credentials(let reason): reason
    }
  }

  /// Whether the run waits for the operator, and not for the service.
  public var isUpToOperator: Bool {
    switch self {
    case .operatorAsked, .checkFailed: true
    case .credentials: false
    }
  }
}

extension ServiceError {
  /// What it says of credentials that are not accepted, its code first where the service gave one.
  var reasonOfPause: String {
    if case .refused(let refusal) = self { "\(refusal.code): \(refusal.message)" } else { description }
  }
}
