import PlainText

/// A run at its end, as whoever performed it knows it.
public struct FinishedRun: Sendable, Equatable {
  /// The run's name.
  public let id: RunID
  /// What became of it.
  public let machine: RunMachine
  /// The hash of its journal's last line: whoever keeps it can prove that the journal is still the same.
  public let lastHash: String
  /// Why the journal does not tell all of it; `nil` where it does.
  public let journalError: JournalError?
  /// What other runs had done with it by then.
  public let sequel: RunSequel

  /// Makes one.
  public init(
    id: RunID,
    machine: RunMachine,
    lastHash: String,
    journalError: JournalError? = nil,
    sequel: RunSequel = RunSequel()
  ) {
    self.id = id
    self.machine = machine
    self.lastHash = lastHash
    self.journalError = journalError
    self.sequel = sequel
  }

  /// What is to be said where its end alone is missing in the journal: whatever failed before has stopped the run.
  public var unwrittenEnd: String? {
    guard let journalError, machine.stopReason == nil else { return nil }
    return "The end of run \(id) is not in its journal, so runs list calls it interrupted: \(journalError)"
  }

  /// The run in one sentence, and what to do next.
  public var summary: String {
    let calls = machine.writeCalls.of("write call")
    let result = "run \(id): \(machine.counts.text) (\(calls), \(JournalContents.text(ofHash: lastHash)))."
    return [result, machine.stopSentence, machine.advice(on: id, after: sequel)].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension JournalContents {
  /// As much of the hash of a journal's last line as tells journals apart: `journal 9ef18fac9c48`.
  public static func text(ofHash lastHash: String) -> String { "journal \(lastHash.prefix(12))" }
}
