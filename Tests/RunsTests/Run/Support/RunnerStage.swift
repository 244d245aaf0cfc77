import AppStream
import Runs
import TestSupport

/// A runner on a service in memory, with everything that happens written down.
final class RunnerStage: Sendable {
  let service: MemoryService
  let clock: TestClock
  let control = RunControl()
  /// What was reported.
  let records = Log<RunRecord>()
  private let pauseLimit: Duration?
  private let renewal: @Sendable () async -> Renewal
  private let onReport: @Sendable (RunRecord) async -> Void

  init(
    _ service: MemoryService,
    clock: TestClock = TestClock(holding: [RunControl.stopLimit: Gate()]),
    pauseLimit: Duration? = .zero,
    renewal: @escaping @Sendable () async -> Renewal = { .refused },
    onReport: @escaping @Sendable (RunRecord) async -> Void = { _ in }
  ) {
    self.service = service
    self.clock = clock
    self.pauseLimit = pauseLimit
    self.renewal = renewal
    self.onReport = onReport
  }

  /// Runs `plan`, confirmed, to its end.
  func run(
    _ plan: Plan,
    journal: @escaping @Sendable (RunRecord) throws(JournalError) -> Void = { _ in }
  ) async -> RunMachine {
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    return await run(machine, journal: journal)
  }

  /// Runs `machine` to its end.
  func run(
    _ machine: RunMachine,
    readCalls: [String: Int] = [:],
    journal: @escaping @Sendable (RunRecord) throws(JournalError) -> Void = { _ in }
  ) async -> RunMachine {
    let runner = Runner(
      client: service.client,
      clock: clock,
      spread: { 0 },
      renewal: RenewalRule(limit: pauseLimit, ask: renewal)
    )
    return await runner.run(machine, readCalls: readCalls, control: control, journal: journal) { [self] record in
      records.append(record)
      await onReport(record)
    }
  }

  /// The run that the reported records make, on their own.
  func replay(of plan: Plan) -> RunMachine {
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    records.elements.forEach { machine.apply($0) }
    return machine
  }
}
