import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// A run on the screen: the console's own copy of the machine, kept up by the same records as the runner's.
struct RunState: Sendable, Equatable {
  var machine: RunMachine
  /// The run's name, once it has one.
  var id: RunID?
  /// How many entries were there at the check, and so are to be sent.
  let toSend: Int
  /// How many reads the check took, which say nothing about the pace of the run.
  let readsBefore: Int
  var cursor = ListCursor()
  var counts: RunCounts
  /// How many entries were sent.
  var sent = 0
  /// How many of its entries are marked; marks elsewhere are hidden.
  var markCount: Int
  var started: Date?
  var latest: Date?
  /// When entries were last seen in the service, there or gone.
  var lastReadBack: Date?
  /// Whether it was asked to stop.
  var isStopping = false
  /// Whether the program is to leave when it has finished.
  var leavesWhenFinished = false

  init(_ machine: RunMachine, markCount: Int) {
    self.machine = machine
    self.markCount = markCount
    counts = machine.counts
    readsBefore = machine.reads
    toSend = machine.entries.count { $0.outcome == nil }
  }

  /// Takes in a record, as the runner did.
  mutating func apply(_ record: RunRecord, at moment: Date) {
    machine.apply(record)
    counts = machine.counts
    sent = machine.entries.count { $0.sends > 0 }
    started = started ?? moment
    latest = moment
    switch record {
    case .stopping: isStopping = true
    case .observed(_, let present, let gone, _) where !(present.isEmpty && gone.isEmpty): lastReadBack = moment
    default: break
    }
  }

  /// What the counts do not tell: why it was stopped, and errors in answers that fit no entry.
  var remarks: [String] {
    let stopped = machine.stopReason.map { "Stopped: \($0)." }
    return ([stopped].compactMap(\.self) + machine.strayErrorSentences).map(\.visible)
  }

  /// What is to be said on the normal screen when the program is left.
  var farewell: [String] {
    let name = id.map { "Run \($0): " } ?? "The run: "
    guard machine.isFinished else { return ["\(name)not finished, \(counts.text)."] }
    return ["\(name)\(counts.text)."] + remarks
  }
}
