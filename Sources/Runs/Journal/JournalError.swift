public import PlainText

/// Why a journal cannot be written or used.
public enum JournalError: Error, Sendable, Equatable, SentenceConvertible {
  /// There is no run of that name.
  case noSuchRun(RunID)
  /// A run of that name is there already.
  case exists(RunID)
  /// Another process works on it, and `nil` stands for one that has not said who it is.
  case held(RunID, by: RunHolder?, since: String?)
  /// It was cut off before its plan was on disk, and so before anything was sent.
  case unbegun(RunID)
  /// Somebody else went on with it after it had been read.
  case changedMeanwhile(RunID)
  /// The plan was begun before.
  case usedUp(PlanClaim)
  /// The plan was begun before, and what keeps it from being begun again does not say as which run.
  case usedUpUnknown(PlanNumber, path: String)
  /// The directory or file is not safe to use; `reason` is a clause that also says what to do.
  case unsafe(path: String, reason: String)
  /// It cannot be written; `reason` is a clause.
  case unwritable(path: String, reason: String)
  /// It cannot be read; `reason` is a clause.
  case unreadable(path: String, reason: String)
  /// A line is not as it was written; `reason` is a clause.
  case broken(path: String, line: Int, reason: String)
  /// It was written by a later version of the program.
  case newer(path: String, version: Int)
  /// No directory to keep it in: no `XDG_STATE_HOME`, no `HOME` and no entry in the password database.
  case noDirectory

  /// Whether it answers for it that nothing was sent, which its sentence then says.
  public var isUnsent: Bool {
    switch self {
    case .unbegun, .changedMeanwhile, .usedUp, .usedUpUnknown: true
    default: false
    }
  }

  /// What happened, to what, and what to do next.
  public var sentence: Line {
    switch self {
    case .noSuchRun(let id):
      return "There is no run \(id). List them with: appstream-console runs"
    case .exists(let id):
      return "A run \(id) exists already. Try again."
    case .held(let id, let holder, let since):
      let by: Line = holder.map { " by process \($0.processID) on \($0.host)" } ?? " by another process"
      let start: Line = since.map { ", since \($0)" } ?? ""
      return "Run \(id) is held\(by)\(start). Wait until that has ended, or end it there."
    case .unbegun(let id):
      return
        "Run \(id) was interrupted before its plan was on disk, so \(NothingSent.clause): throw its journal away, with "
        + "\(RunCommand.delete.line(id))."
    case .changedMeanwhile(let id):
      return NothingSent.line(
        because: "Run \(id) went on elsewhere meanwhile",
        next: "Look at it again: \(RunCommand.show.line(id))"
      )
    case .usedUp(let claim):
      return claim.sentence
    case .usedUpUnknown(let plan, let path):
      return NothingSent.line(
        because: "Plan \(plan) was used up by a run that \(path) does not name",
        next: "List the runs with: appstream-console runs"
      )
    case .unsafe(let path, let reason):
      return "\(path) is not safe to keep a journal in: \(reason)."
    case .unwritable(let path, let reason):
      return "The journal \(path) cannot be written: \(reason). Nothing is sent without a journal."
    case .unreadable(let path, let reason):
      return "The journal \(path) cannot be read: \(reason)."
    case .broken(let path, let line, let reason):
      return "Line \(line) of the journal \(path) is not as it was written: \(reason). Nothing is sent on its word; "
        + "list the stacks to see what is there."
    case .newer(let path, let version):
      return "The journal \(path) has format \(version), which a later version of this program wrote. Use that version."
    case .noDirectory:
      return
        "There is no directory to keep journals in, and nothing is sent without a journal. Set XDG_STATE_HOME or HOME."
    }
  }
}
