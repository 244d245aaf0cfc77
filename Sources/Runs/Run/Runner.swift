import AWSClientCore
public import AppStream

/// Performs a run: takes the machine's steps, and gives it the records of what happened.
public struct Runner: Sendable {
  let client: AppStreamClient
  private let clock: any Clock<Duration>
  private let spread: @Sendable () -> Double

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - client: The service.
  ///   - clock: What waits are slept on.
  ///   - spread: Random numbers from 0 up to 1, for spreading the waits after throttling.
  public init(client: AppStreamClient, clock: any Clock<Duration>, spread: @escaping @Sendable () -> Double) {
    self.client = client
    self.clock = clock
    self.spread = spread
  }

  private enum Input: Sendable {
    case record(RunRecord)
    case stopAsked
    case mayGoOn
    case deadline
  }

  /// Runs `machine`, which has been confirmed, to its end.
  ///
  /// To cancel the task ends the run at once, as when the time of a stopped run is over: calls on their way are not
  /// awaited, and their entries are `unknown`.
  ///
  /// - Parameters:
  ///   - machine: The run so far.
  ///   - control: Stops it.
  ///   - report: Called with every record, in order, before anything that follows from it is done.
  /// - Returns: The run at its end.
  public func run(
    _ machine: RunMachine,
    control: RunControl,
    report: @escaping @Sendable (RunRecord) async -> Void
  ) async -> RunMachine {
    var machine = machine
    let (inputs, inbox) = AsyncStream.makeStream(of: Input.self)
    await withDiscardingTaskGroup { group in
      var pace = Pace()
      var isStopping = false
      group.addTask {
        for await _ in control.wakeUps { inbox.yield(.stopAsked) }
      }
      inbox.yield(.mayGoOn)
      for await input in inputs {
        switch input {
        case .record(let record):
          machine.apply(record)
          await report(record)
          if case .throttled = record {
            let wait = pace.throttled(spread: spread())
            group.addTask { if await slept(for: wait) { inbox.yield(.mayGoOn) } }
          } else if case .answered = record {
            pace.succeeded()
          }
        case .stopAsked:
          break
        case .mayGoOn:
          pace.goOn()
        case .deadline:
          await end(&machine, report)
        }
        while !Task.isCancelled, !machine.isFinished {
          // Asked before every step, not only when its wake-up comes round: whoever stops a run means the next call.
          if !isStopping, let reason = control.reason {
            isStopping = true
            machine.apply(.stopping(reason: reason))
            await report(.stopping(reason: reason))
            group.addTask { if await slept(for: RunControl.stopLimit) { inbox.yield(.deadline) } }
          }
          guard let step = machine.nextStep(isHolding: pace.isHolding) else { break }
          switch step {
          case .send(let order):
            let record = machine.record(of: order)
            await report(record)
            machine.apply(record)
            let plan = machine.plan
            group.addTask { inbox.yield(.record(await send(order, of: plan))) }
          case .read(let order):
            machine.readStarted(order)
            let entries = machine.plan.entries
            group.addTask {
              guard await slept(for: order.delay) else { return }
              let readBack = StackReadBack(client: client)
              let observed = await readBack.read(order, entries, spread: spread) { await slept(for: $0) }
              inbox.yield(.record(observed))
            }
          case .finish:
            await end(&machine, report)
          }
        }
        if machine.isFinished { break }
      }
      group.cancelAll()
      await end(&machine, report)
    }
    return machine
  }

  private func end(_ machine: inout RunMachine, _ report: (RunRecord) async -> Void) async {
    guard !machine.isFinished else { return }
    var ended = machine
    ended.finish()
    let record = RunRecord.finished(ended.counts)
    machine.apply(record)
    await report(record)
  }

  /// `false` when the run ended meanwhile.
  private func slept(for duration: Duration) async -> Bool {
    if duration <= .zero { return !Task.isCancelled }
    do {
      try await clock.sleep(for: duration)
      return true
    } catch {
      return false
    }
  }
}
