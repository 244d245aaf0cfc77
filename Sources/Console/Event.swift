package import AWSClientCore
package import FoundationEssentials
package import Runs
package import Screen

/// Something that happened, in the order in which it did.
package enum Event: Sendable, Equatable {
  /// The program has its terminal and its client, and nothing has been asked for yet.
  case started
  /// A key arrived at a moment of the wall clock, which is what freshness and the dates of a plan are measured with.
  case key(KeyPress, at: Date)
  /// The terminal has another size.
  case resized(Size)
  /// A part of the account was read, or could not be.
  case estate(EstateEvent)
  /// STS said who is calling (`nil`: it did not answer in time), and until when the keys are good, where that is known.
  case identified(CallerIdentity?, keysExpire: Date?)
  /// A plan's stacks were read again.
  case checked(Check, of: Plan)
  /// The run that was asked for has an id and a journal.
  case runStarted(RunID)
  /// A step of the run is on record.
  case runRecorded(RunRecord, at: Date)
  /// The program is to leave: SIGTERM, SIGHUP or a lost terminal.
  case stopRequested(reason: String)
}
