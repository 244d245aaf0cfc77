public import AppStream

/// One association in a run, and how far it has come.
public struct RunEntry: Sendable, Equatable {
  /// What is removed or restored.
  public let association: Association
  /// How far it has come.
  public internal(set) var state = State.queued
  /// How often it was sent, throttled attempts left out.
  public internal(set) var sends = 0
  /// The last error that the service, or we, had for it.
  public internal(set) var error: EntryError?
  /// Which read could not tell what became of it, and why; `nil` where a read could, or none was tried.
  public internal(set) var readFailure: EntryError?
  /// The request id of the last write call that carried it.
  public internal(set) var requestID: String?
  /// What the last write call said of it, whatever was read since; `nil` while none has been answered or lost.
  public internal(set) var lastAnswer: LastAnswer?
  /// How often its answer was lost.
  public internal(set) var losses = 0
  /// Whether a read has shown it not where its clean answer says it is, or the run was left and taken up again since:
  /// the answer then explains nothing that a later read does not show.
  var isAnswerDoubted = false
  /// How often it was read and found not yet where a clean answer says it is.
  var settlingReads = 0

  /// How far an entry has come.
  public enum State: Sendable, Equatable {
    /// It waits to be sent, for the first time or again.
    case queued
    /// It is in a call that has not been answered.
    case sending
    /// The last call that carried it was answered, or lost; it waits to be read back.
    case answered(LastAnswer)
    /// What became of it is known, or known to be unknowable for now.
    case settled(Outcome)
  }

  /// What the last write call said of an entry.
  public enum LastAnswer: Sendable, Equatable {
    /// Nothing against it.
    case clean
    /// An error of its own.
    case failed
    /// The answer did not arrive, so it may or may not have been done.
    case lost
    /// The whole call was refused, with this many entries on this many stacks.
    case refused(batch: Int, entries: Int, stacks: Int, isAccessDenied: Bool)
  }

  /// Makes an entry that waits to be sent.
  init(_ association: Association) {
    self.association = association
  }

  /// Whether any of its answers was lost, so that "gone" is our doing whatever a later answer said.
  var wasEverLost: Bool { losses > 0 }

  /// What is to be said of it beside its outcome: its error, and where that is not known what became of it, why not.
  public var finding: EntryError? {
    guard outcome == .unknown, let readFailure else { return error }
    return error?.and(readFailure) ?? readFailure
  }

  /// What became of it, once that is settled.
  public var outcome: Outcome? {
    if case .settled(let outcome) = state { outcome } else { nil }
  }

  /// The word of the RESULT column: the outcome, or `queued` or `sent` on the way there.
  public var word: String {
    switch state {
    case .queued: "queued"
    case .sending, .answered: "sent"
    case .settled(let outcome): outcome.rawValue
    }
  }
}
