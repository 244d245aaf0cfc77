/// How many entries of a run came to what.
public struct RunCounts: Sendable, Equatable {
  /// Entries by outcome.
  public private(set) var byOutcome: [Outcome: Int] = [:]
  /// Entries that wait to be sent.
  public private(set) var queued = 0
  /// Entries that were sent and are not settled.
  public private(set) var sent = 0

  /// Counts `entries`.
  public init(_ entries: some Sequence<RunEntry>) {
    for entry in entries { count(entry.state, 1) }
  }

  /// Takes counts that were written down; an outcome that nothing came to is left out.
  init(byOutcome: [Outcome: Int], queued: Int, sent: Int) {
    self.byOutcome = byOutcome.filter { $0.value != 0 }
    self.queued = queued
    self.sent = sent
  }

  /// Counts an entry elsewhere than before.
  mutating func move(from old: RunEntry.State, to new: RunEntry.State) {
    count(old, -1)
    count(new, 1)
  }

  /// How many entries came to `outcome`.
  public subscript(outcome: Outcome) -> Int { byOutcome[outcome] ?? 0 }

  /// Those that are not zero, in words: `57 removed, 3 failed`.
  public var text: String {
    Outcome.allCases.compactMap { self[$0] == 0 ? nil : "\(self[$0]) \($0.rawValue)" }.joined(separator: ", ")
  }

  private mutating func count(_ state: RunEntry.State, _ change: Int) {
    switch state {
    case .queued: queued += change
    case .sending, .answered: sent += change
    case .settled(let outcome):
      let entries = self[outcome] + change
      // An outcome that nothing came to is left out, so that equal counts are equal values.
      byOutcome[outcome] = entries == 0 ? nil : entries
    }
  }
}
