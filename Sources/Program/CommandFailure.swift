import PlainText
import Runs

/// Why a command ends before its work is done: a sentence and a status.
struct CommandFailure: Error, SentenceConvertible {
  let status: ExitStatus
  /// What happened, to what, and what to do next.
  let sentence: Line
  /// What is to be read after it, a line each.
  let details: [Line]
  /// Whether it answers for it that nothing was sent, which its sentence then says.
  let isUnsent: Bool

  init(_ status: ExitStatus, _ sentence: Line, details: [Line] = [], isUnsent: Bool = false) {
    self.status = status
    self.sentence = sentence
    self.details = details
    self.isUnsent = isUnsent
  }

  /// After what `happened`, in a sentence, nothing was sent.
  static func unsent(
    _ status: ExitStatus,
    _ happened: Line,
    next: Line? = nil,
    details: [Line] = []
  ) -> CommandFailure {
    CommandFailure(status, NothingSent.line(after: happened, next: next), details: details, isUnsent: true)
  }

  /// Nothing was sent because of `cause`, a clause.
  static func unsent(
    _ status: ExitStatus,
    because cause: Line,
    next: Line? = nil,
    details: [Line] = []
  ) -> CommandFailure {
    CommandFailure(status, NothingSent.line(because: cause, next: next), details: details, isUnsent: true)
  }
}
