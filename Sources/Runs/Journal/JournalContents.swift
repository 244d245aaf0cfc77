public import AWSClientCore
public import FoundationEssentials

/// What a run's journal holds, read and verified.
public struct JournalContents: Sendable, Equatable {
  /// A record, and when it was written.
  public struct Line: Sendable, Equatable {
    /// When it was written.
    public var time: Date
    /// What happened.
    public var record: RunRecord
    /// By how many seconds AWS's clock was found to be ahead of the one that ``time`` is from.
    public var clockSkew: Int?

    /// Makes one.
    public init(time: Date, record: RunRecord, clockSkew: Int? = nil) {
      self.time = time
      self.record = record
      self.clockSkew = clockSkew
    }
  }

  /// The run's name.
  public let id: RunID
  /// What was confirmed.
  public let plan: Plan
  /// When the journal was begun.
  public let started: Date
  /// Everything after the plan, in order.
  public let lines: [Line]
  /// The SHA-256 of the last whole line, in hexadecimal.
  public let lastHash: String
  /// The run after all of its records.
  public let machine: RunMachine

  /// Folds `lines` into a run.
  ///
  /// - Throws: ``RunRecordProblem`` when they cannot be the records of a run of `plan`.
  public init(
    id: RunID,
    plan: Plan,
    started: Date,
    lines: [Line],
    lastHash: String
  ) throws(RunRecordProblem) {
    var machine = RunMachine(plan)
    for line in lines { try machine.take(line.record) }
    self.id = id
    self.plan = plan
    self.started = started
    self.lines = lines
    self.lastHash = lastHash
    self.machine = machine
  }

  /// Takes lines that were folded into `machine` already.
  init(id: RunID, started: Date, lines: [Line], lastHash: String, machine: RunMachine) {
    self.id = id
    plan = machine.plan
    self.started = started
    self.lines = lines
    self.lastHash = lastHash
    self.machine = machine
  }

  /// By how much AWS's clock was last found to be ahead of the machine's that all times are from.
  public var clockSkew: ClockSkew? {
    lines.last { $0.clockSkew != nil }?.clockSkew.map { ClockSkew(seconds: Double($0)) }
  }

  /// The process that took the run up last.
  public var holder: (holder: RunHolder, since: Date)? { openings.last }

  /// The process that resumed the run last; `nil` where none has, but the one that began it.
  public var resumer: (holder: RunHolder, since: Date)? { openings.dropFirst().last }

  private var openings: [(holder: RunHolder, since: Date)] {
    lines.compactMap { line in if case .opened(let holder) = line.record { (holder, line.time) } else { nil } }
  }

  /// The run as far as anybody can know: where nobody works on it any more, what was sent and not read is unknown, and
  /// what was not sent is stopped.
  ///
  /// - Parameter isHeld: Whether a living process works on it.
  public func standing(isHeld: Bool) -> RunMachine {
    guard !isHeld, !machine.isFinished else { return machine }
    var ended = machine
    ended.finish()
    return ended
  }

  /// How the run stands.
  ///
  /// - Parameter isHeld: Whether a living process works on it.
  public func status(isHeld: Bool) -> RunStatus {
    if isHeld { return .running }
    let counts = machine.counts
    if !machine.isFinished || counts[.unknown] > 0 { return .interrupted }
    return counts[.stopped] > 0 ? .stopped : .finished
  }
}

/// How a run stands, in the word that lists use.
public enum RunStatus: String, Sendable, Hashable, CaseIterable {
  /// A living process works on it.
  case running
  /// It was cut off, or something in it is still unknown.
  case interrupted
  /// It has entries that were not sent.
  case stopped
  /// Everything in it is settled.
  case finished

  /// Whether something of it is left to do, so that it must not be thrown away.
  public var isUnsettled: Bool { self != .finished }
}
