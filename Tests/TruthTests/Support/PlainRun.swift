import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Runs
import Synchronization

/// A run in real time over a socket, from its check to its end.
struct PlainRun {
  let machine: RunMachine
  /// The service's request log.
  let log: [RequestLogEntry]
  /// When the last write call was answered, counted from the first.
  let lastAnswer: Duration

  /// Removes `count` entries spread over so many stacks.
  static func of(_ count: Int, onStacks stacks: Int, faults: [Fault]) async throws -> PlainRun {
    let entries = (0..<count).map {
      Association(stackName: "stack-\($0 % stacks)", userName: RunFacts.user($0 / stacks))
    }
    let service = EmulatedService(
      seed: Seed(directory: try .holding(entries)),
      faults: faults,
      context: EmulatorContext(now: { Date() }, clock: ContinuousClock())
    )
    return try await Loopback.serving {
      service.reply(to: $0)
    } to: { loopback in
      let client = RunFacts.client(loopback, CallContext())
      let plan = RunFacts.plan(of: entries, at: loopback.endpoint, created: Date())
      let check = await Checker(client: client, identity: { nil }, now: { Moment(Date(), .now) }).check(plan)
      let clock = ContinuousClock()
      let runner = Runner(
        client: client,
        clock: clock,
        spread: { Double.random(in: 0..<1) },
        renewal: RenewalRule(limit: .zero) { .refused }
      )
      let times = Mutex((first: clock.now, last: clock.now))
      let machine = await runner.run(
        RunStart(plan, check, confirmed: "--yes").machine,
        readCalls: RunStart(plan, check, confirmed: "--yes").readCalls,
        control: RunControl(),
        report: { record in
          switch record {
          case .sending(batch: 1, attempt: 1, _): times.withLock { $0.first = clock.now }
          case .answered: times.withLock { $0.last = clock.now }
          default: break
          }
        }
      )
      let lastAnswer = times.withLock { $0.first.duration(to: $0.last) }
      return PlainRun(machine: machine, log: service.log, lastAnswer: lastAnswer)
    }
  }
}
