import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen

/// A run on the screen: the console's own copy of the machine, kept up by the same records as the runner's, or read
/// from the journal of an earlier run.
struct RunState: Sendable, Equatable {
  /// How far it has come.
  private(set) var progress: RunProgress
  /// The run's name, once it has one.
  var id: RunID?
  /// How the run stood when its journal was read; `nil` for one that this process performs.
  let status: RunStatus?
  /// Whether it has a journal and goes on; before that it may still be refused, and nothing was sent.
  var hasBegun = false
  /// How many of its entries came to what.
  var counts: RunCounts { machine.counts }
  var machine: RunMachine { progress.machine }
  /// What can follow; nothing while it is running.
  private(set) var offer = RunOffer()
  /// What other runs have done with it since.
  private(set) var sequel = RunSequel()
  /// Who resumed it last, in words; `nil` where nobody has.
  private var resumptionText: Line?
  /// How many entries were sent.
  var sent: Int { progress.sent }
  /// Its entries as rows, in the order of the plan at first; their marks are this run's alone.
  var rows = RowList(place: .run, sort: RowSort(column: .stack))
  /// The entries, numbered as they are in the plan, and what the account knows of their users.
  private(set) var estate: Estate
  /// How fast it goes.
  private(set) var meter = CallMeter()
  /// The hash of its journal's last line, once the journal is closed.
  var journalHash: String?
  /// Why the journal lacks the run's end, as a sentence.
  var journalProblem: Line?
  /// When entries were last seen in the service, there or gone.
  var lastReadBack: Date?
  /// When a read of a stack last left something unseen, by the stack's name.
  private(set) var failedReads: [String: Date] = [:]
  /// Whether it was asked to pause, and not to go on since.
  var isPauseAsked = false
  /// Whether it was asked to stop.
  var isStopping = false
  /// Whether the program is to leave when it has finished.
  var leavesWhenFinished = false

  /// A run that is about to begin or to go on.
  init(_ start: RunStart) {
    progress = RunProgress(start.machine)
    id = start.resumed?.id
    status = nil
    estate = Estate(of: start.machine.entries)
  }

  /// An earlier run, as its journal has it.
  init(_ contents: JournalContents, isHeld: Bool, after sequel: RunSequel) {
    progress = RunProgress(contents.machine)
    id = contents.id
    status = contents.status(isHeld: isHeld)
    estate = Estate(of: contents.machine.entries)
    self.sequel = sequel
    resumptionText = contents.resumptionText
    for line in contents.lines { noteReading(line.record, at: line.time) }
    offer = RunOffer(machine, after: sequel)
  }

  /// Its rows, and what became of them.
  var source: RowSource { RowSource(estate: estate, results: RowResults(of: machine)) }

  /// Takes its rows out, for somebody who puts them back: whoever changes them is then their only owner.
  mutating func takeRows() -> RowList {
    defer { rows = RowList() }
    return rows
  }

  /// Takes in what `account` knows of its users; `nil` where it belongs to another one.
  mutating func learn(from account: Estate?) {
    estate = Estate(of: machine.entries, knowing: account)
    rows.arranging.isOrderOutdated = true
  }

  /// Why nothing is asked of the service for now.
  ///
  /// A pause that the operator asks for begins and ends with the key; the records of it come later.
  var pauseCause: PauseCause? {
    let recorded = machine.pauseCause
    guard recorded?.isUpToOperator != false else { return isPauseAsked ? .operatorAsked : recorded }
    return isPauseAsked ? recorded ?? .operatorAsked : nil
  }

  /// Whether it goes on as soon as the service accepts its credentials.
  var isWaitingForCredentials: Bool { if case .credentials = pauseCause { true } else { false } }

  /// Whether this process performs it now.
  var isLive: Bool { status == nil && !machine.isFinished }

  /// Takes in a record, as the runner did.
  mutating func apply(_ record: RunRecord, at moment: Date) {
    progress.apply(record)
    measure(record, at: moment)
    widen(by: record)
    noteReading(record, at: moment)
    if case .stopping = record { isStopping = true }
    // The runner has paused it again, which nobody asked for.
    if case .paused = record, case .checkFailed = machine.pauseCause { isPauseAsked = true }
    if machine.isFinished { offer = RunOffer(machine, after: sequel) }
  }

  /// Takes in what other runs have done with it since.
  mutating func follow(_ sequel: RunSequel, resumed: Line?) {
    guard !isLive else { return }
    if let resumed { resumptionText = resumed }
    guard sequel != self.sequel else { return }
    self.sequel = sequel
    offer = RunOffer(machine, after: sequel)
  }

  /// Who went on with it since, in words; empty where nobody has.
  var sequelText: Line { sequel.text(resumed: resumptionText) }

  private mutating func measure(_ record: RunRecord, at moment: Date) {
    switch record {
    case .answered, .refused, .lost, .observed: meter.noteAnswer(at: moment)
    case .paused: meter.pause()
    case .opened, .confirmed, .sending, .throttled, .stopping, .finished: meter.begin(at: moment)
    }
  }

  /// Takes in how long the results are that a record brings, without a look at all rows for each.
  private mutating func widen(by record: RunRecord) {
    switch record {
    case .answered(_, _, _, let errors): for error in errors { widen(byCode: error.errorCode ?? "") }
    case .refused(_, _, let refusal): widen(byCode: refusal.code)
    case .observed(_, let present, let gone, let unreadable, _): widen(by: present + gone + unreadable)
    case .stopping, .finished: widen(by: Array(machine.entries.indices))
    case .opened, .confirmed, .sending, .throttled, .lost, .paused: break
    }
  }

  private mutating func widen(byCode code: String) {
    rows.widen(.result, DisplayWidth.of("\(Outcome.failed.rawValue) \(code)" as Line))
  }

  private mutating func widen(by entries: [Int]) {
    for index in entries {
      rows.widen(.result, DisplayWidth.of(Line(RowResult(machine.entries[index]).essentialText)))
    }
  }

  private mutating func noteReading(_ record: RunRecord, at moment: Date) {
    guard case .observed(let stack, let present, let gone, let unreadable, _) = record else { return }
    if !(present.isEmpty && gone.isEmpty) { lastReadBack = moment }
    if !unreadable.isEmpty { failedReads[stack] = moment }
  }
}
