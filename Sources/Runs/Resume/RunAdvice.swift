/// What can be done with a run that is over, by the name of the command that does it.
public enum RunCommand: String, Sendable, Hashable, CaseIterable {
  /// Settles what is unknown in it, and sends what was not sent.
  case resume
  /// Tries again what failed in it.
  case retry
  /// Puts back what it took off, or takes off what it put back.
  case undo
  /// Shows what became of it.
  case show
  /// Throws its journal away.
  case delete

  /// The command for the run `id`, ready to be typed.
  public func line(_ id: RunID) -> String { "appstream-console runs \(rawValue) \(id)" }
}

extension RunID {
  /// How to go on with the run, as a sentence.
  public var resumeAdvice: String { "Go on with: \(RunCommand.resume.line(self))" }
}

extension RunMachine {
  /// What is left to do about the run `id`, in words; `nil` where that is nothing, or was done since.
  public func advice(on id: RunID, after sequel: RunSequel) -> String? {
    if needsResuming { return id.resumeAdvice }
    let failed = entries.filter { $0.outcome == .failed }
    guard !failed.isEmpty else { return nil }
    if let last = sequel.lastRetry, !failed.contains(where: { sequel.isUntried($0.association) }) {
      return "What failed in it was tried again by run \(last)."
    }
    return "Try the failed ones again with: \(RunCommand.retry.line(id))"
  }

  /// Whether a resumption can settle something of it.
  public var needsResuming: Bool { !isFinished || counts[.unknown] > 0 || counts[.stopped] > 0 }
}
