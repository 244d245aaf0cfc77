public import AWSClientCore

/// Why a plan cannot be sent, whatever anybody confirms.
public enum Obstacle: Sendable, Equatable {
  /// What belongs to another place than it should.
  public enum Subject: Sendable, Equatable {
    /// The plan.
    case plan
    /// The earlier run that the plan goes on with, tries again or undoes.
    case run
    /// What was read here, and the plan made of.
    case rows
  }

  /// Nothing may be sent from here.
  case readOnly(Rules.ReadOnly)
  /// The plan has no reason, and needs one.
  case noReason
  /// The subject belongs to another account, Region or endpoint than what would be sent to.
  case elsewhere(Subject, Place.Difference)
  /// The subject belongs to this account, and STS did not say whose the credentials are.
  case accountUnknown(Subject, String)
  /// A stack could not be read at the check.
  case unread(stack: String, ServiceError)
  /// The plan has no entry.
  case nothingPlanned
  /// Every entry is where it is wanted already: gone, or for an undo there.
  case nothingLeft(RunOperation)
}
