import AppStream

/// A run that is taken up again: what has to be read, and what may have to be sent.
public struct Resumption: Sendable, Equatable {
  /// The run's name.
  public let id: RunID
  /// What the journal said when it was read; another hash later means that somebody else went on meanwhile.
  public let lastHash: String
  /// The run, open again.
  public let machine: RunMachine
  /// The entries that may have to be sent, as a plan of their own: shown, checked and confirmed like any other.
  ///
  /// Entries that were answered are not among them; they are only read.
  public let plan: Plan

  /// Everything in the run that is not settled, as a plan of its own: what a read can tell more of.
  public var openPlan: Plan {
    machine.plan.narrowed(to: machine.entries.filter { $0.outcome == nil }.map(\.association))
  }

  /// The run with what `check`, made of ``openPlan``, tells of it.
  ///
  /// - Parameter isEnded: Whether it ends there: what is not known then is unknown, and what was not sent is stopped.
  public func machine(after check: Check?, isEnded: Bool = false) -> RunMachine {
    var machine = machine
    for record in check.map({ records(of: $0, madeOf: openPlan) }) ?? [] { machine.apply(record) }
    if isEnded { machine.finish() }
    return machine
  }

  /// Whether entries were sent of which a read can tell what became.
  public var hasUnreadAnswers: Bool {
    machine.entries.contains { if case .answered = $0.state { true } else { false } }
  }

  /// What is left to do in the run of `contents`; `nil` when everything in it is settled and its end is on record.
  ///
  /// One that was cut off after its last entry only gets its end.
  public init?(_ contents: JournalContents, _ holder: RunHolder) {
    var machine = contents.machine
    machine.apply(.opened(holder))
    let isOpen = machine.entries.contains { $0.outcome == nil }
    guard isOpen || !contents.machine.isFinished else { return nil }
    id = contents.id
    lastHash = contents.lastHash
    plan = contents.plan.narrowed(to: machine.entries.filter(\.mayBeSent).map(\.association))
    self.machine = machine
  }

  /// What `check`, made of ``plan``, means for the run: the same, by the run's own indices.
  public func records(of check: Check) -> [RunRecord] { records(of: check, madeOf: plan) }

  private func records(of check: Check, madeOf plan: Plan) -> [RunRecord] {
    let indices = Dictionary(uniqueKeysWithValues: machine.plan.entries.enumerated().map { ($1, $0) })
    let own = { (positions: [Int]) in positions.compactMap { indices[plan.entries[$0]] } }
    return check.stacks.compactMap { stack in
      guard stack.failure == nil else { return nil }
      return .observed(stack: stack.name, present: own(stack.present), gone: own(stack.gone), unreadable: [])
    }
  }
}

extension RunEntry {
  /// Whether a read that finds it untouched leads to its being sent.
  var mayBeSent: Bool {
    switch state {
    case .queued, .sending, .answered(.lost), .answered(.refused): true
    case .answered(.clean), .answered(.failed), .settled: false
    }
  }
}
