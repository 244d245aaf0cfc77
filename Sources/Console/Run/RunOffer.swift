import Runs

/// What can follow a run, in numbers of entries.
struct RunOffer: Sendable, Equatable {
  /// Entries that were not sent, or of which it is not known what became of them.
  private(set) var open = 0
  /// Entries that failed and can be tried again.
  private(set) var failed = 0
  /// Entries that the run changed and that can be changed back.
  private(set) var undoable = 0

  /// Nothing can follow.
  init() {}

  /// What can follow `machine`, apart from what has followed it already.
  init(_ machine: RunMachine, after sequel: RunSequel) {
    open = machine.counts.openCount
    let retry = FollowUp.retry(of: machine)
    failed = (retry.entries.isEmpty ? retry.leftOut : retry.entries).count { sequel.isUntried($0) }
    undoable = FollowUp.undo(of: machine, where: sequel.isInEffect).entries.count
  }
}

extension RunCounts {
  /// How many entries are not settled for good: not sent, not read back, or not known.
  var openCount: Int { queued + sent + self[.stopped] + self[.unknown] }

  /// How many entries somebody has to look at: they failed, were stopped, or are not known.
  var problemCount: Int { byOutcome.reduce(0) { $0 + ($1.key.isDone ? 0 : $1.value) } }

  /// The settled entries by outcome, and how many others there are.
  var wholeText: String {
    let underWay = queued + sent
    return [text, underWay == 0 ? "" : "\(underWay) open"].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
