public import AWSClientCore
public import FoundationEssentials

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
  /// A run of the plan was begun before.
  case usedUp(PlanClaim)
  /// The plan was to be sent by then.
  case tooOld(since: Date)
  /// The plan seems to be made later than now, so that its age is not known.
  case fromTheFuture(made: Date, now: Date)
  /// So many entries would be sent, on these stacks, and that is more than the bound.
  case tooMany(Int, Bound, [StackShare])
  /// Of these stacks, more of the people would be concerned than so many percent.
  case tooMuch(of: [StackShare], percent: Int)
  /// The plan has no entry.
  case nothingPlanned
  /// Every entry is where it is wanted already: gone, or for an undo there.
  case nothingLeft(RunOperation)
}
