import AppStream
import Runs

/// A runner on a service in memory, with everything that happens written down.
final class RunnerStage: Sendable {
  let service: MemoryService
  let clock: TestClock
  let control = RunControl()
  /// What was reported.
  let records = Log<RunRecord>()
  private let onReport: @Sendable (RunRecord) async -> Void

  init(
    _ service: MemoryService,
    clock: TestClock = TestClock(holding: [RunControl.stopLimit: Gate()]),
    onReport: @escaping @Sendable (RunRecord) async -> Void = { _ in }
  ) {
    self.service = service
    self.clock = clock
    self.onReport = onReport
  }

  /// Runs `plan`, confirmed, to its end.
  func run(_ plan: Plan) async -> RunMachine {
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    let runner = Runner(client: service.client, clock: clock, spread: { 0 })
    return await runner.run(machine, control: control) { [self] record in
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
