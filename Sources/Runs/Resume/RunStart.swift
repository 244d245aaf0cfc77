import AWSClientCore

/// A run that may be performed: what it is made of, and what happened before its first call.
public struct RunStart: Sendable, Equatable {
  /// The run that goes on, or `nil` for a new one.
  public let resumed: Resumption?
  /// The check and the confirmation.
  private let records: [RunRecord]
  /// The run after them.
  public let machine: RunMachine
  /// How many calls a reading of each stack took at the check.
  public let readCalls: [String: Int]
  /// The id of the access key that signed the check; `nil` where there was no check, or more than one key signed it.
  public let accessKeyID: String?
  /// The account in which it may send and read; `nil` where STS has named none, neither at the plan nor at the check.
  public let account: String?

  /// A new run of `plan`, which was checked and confirmed.
  ///
  /// - Parameter how: How it was confirmed, such as `typed "60 from 3 stacks"` or `--yes`.
  public init(_ plan: Plan, _ check: Check, confirmed how: String) {
    self.init(RunMachine(plan), nil, check.records + [.confirmed(how: how)], check)
  }

  /// An earlier run that goes on.
  ///
  /// - Parameters:
  ///   - check: The check of ``Resumption/plan``, where that has entries.
  ///   - how: How sending was confirmed; `nil` reads what was sent, and sends nothing.
  public init(_ resumption: Resumption, _ check: Check?, confirmed how: String?) {
    let observed = check.map { resumption.records(of: $0) } ?? []
    self.init(resumption.machine, resumption, observed + (how.map { [.confirmed(how: $0)] } ?? []), check)
  }

  /// What is to be in the journal before anything is sent: who takes the run up, the check and the confirmation.
  ///
  /// ``machine`` is the fold of them over what the journal held before.
  public func records(openedBy holder: RunHolder) -> [RunRecord] { [.opened(holder)] + records }

  private init(_ machine: RunMachine, _ resumed: Resumption?, _ records: [RunRecord], _ check: Check?) {
    var machine = machine
    for record in records { machine.apply(record) }
    self.machine = machine
    accessKeyID = check?.accessKeyID
    account = machine.plan.caller?.account ?? check?.caller?.account
    let read = check?.stacks.filter { $0.failure == nil } ?? []
    readCalls = Dictionary(uniqueKeysWithValues: read.map { ($0.name, $0.calls) })
    self.resumed = resumed
    self.records = records
  }
}
