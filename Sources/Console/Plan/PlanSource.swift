import AppStream
import PlainText
import Runs

/// What the entries of a plan on the screen were taken from.
enum PlanSource: Sendable, Equatable {
  /// Marked rows, and what belongs to them.
  case marks(MarkedRows)
  /// What is left to do of an earlier run, which goes on.
  case resumption(Resumption)
  /// What failed in an earlier run.
  case retry(Retry)
  /// What an earlier run did.
  case undo(of: JournalContents, FollowUp)

  /// The marked rows; `nil` where an earlier run says what is planned.
  var marked: MarkedRows? {
    if case .marks(let rows) = self { rows } else { nil }
  }

  /// Whether it has rows that were still there after a clean answer, and may be left out.
  var hasStillPresent: Bool {
    if case .retry(let retry) = self { retry.stillPresentCount > 0 } else { false }
  }

  /// Whether a run goes on, whose plan nothing can be added to.
  var isResumption: Bool {
    if case .resumption = self { true } else { false }
  }

  /// The same for whoever decides about sending.
  var agreementSource: Agreement.Source {
    switch self {
    case .marks: .selection
    case .resumption(let resumption): .resumption(resumption)
    case .retry(let retry): .run(retry.contents.plan)
    case .undo(let contents, _): .run(contents.plan)
    }
  }

  /// What the plan is in relation to an earlier run: `UNDO of run 20261122T140215Z-7f3a`.
  var relation: Line? {
    switch self {
    case .marks: nil
    case .resumption(let resumption): "RESUME of run \(resumption.id)"
    case .retry(let retry): "RETRY of run \(retry.contents.id)"
    case .undo(let contents, _): "UNDO of run \(contents.id)"
    }
  }
}

/// What is to be tried again of an earlier run.
struct Retry: Sendable, Equatable {
  let contents: JournalContents
  /// The rows that were marked in the run; all of it where there are none.
  let marked: Set<Association>
  /// Whether rows that were still there after a clean answer are tried again too.
  let includesStillPresent: Bool

  /// The entries of the new run.
  var followUp: FollowUp {
    FollowUp.retry(of: contents.machine, includesStillPresent: includesStillPresent, where: isChosen)
  }

  /// How many rows were still there after a clean answer.
  var stillPresentCount: Int { FollowUp.retry(of: contents.machine, where: isChosen).leftOut.count }

  /// The same with those rows, or without.
  var toggled: Retry { Retry(contents: contents, marked: marked, includesStillPresent: !includesStillPresent) }

  private func isChosen(_ row: Association) -> Bool { marked.isEmpty || marked.contains(row) }
}
