public import AppStream

/// Performs a run: takes the machine's steps, and gives it the records of what happened.
public struct Runner: Sendable {
  let client: AppStreamClient
  let spread: @Sendable () -> Double
  let renewal: RenewalRule
  private let sleep: @Sendable (Duration) async throws -> Void
  private let makeStopwatch: @Sendable () -> @Sendable () -> Duration

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - client: The service.
  ///   - clock: What waits are slept on.
  ///   - spread: Random numbers from 0 up to 1, for spreading the waits after throttled reads.
  ///   - renewal: What to do while the credentials are refused.
  public init<C: Clock>(
    client: AppStreamClient,
    clock: C,
    spread: @escaping @Sendable () -> Double,
    renewal: RenewalRule
  ) where C.Duration == Duration {
    self.client = client
    self.spread = spread
    self.renewal = renewal
    sleep = { try await clock.sleep(for: $0) }
    makeStopwatch = {
      let start = clock.now
      return { start.duration(to: clock.now) }
    }
  }

  /// Runs `machine` to its end.
  ///
  /// To cancel the task ends the run at once, as when the time of a stopped run is over: calls on their way are not
  /// awaited, and their entries are `unknown`.
  ///
  /// - Parameters:
  ///   - machine: The run so far; it sends only if it was confirmed.
  ///   - readCalls: How many calls a reading of each stack takes, as far as that is known.
  ///   - control: Stops it.
  ///   - journal: Has a record on disk before it returns. When it throws, nothing more is sent.
  ///   - report: Called with every record, in order, before anything that follows from it is done.
  /// - Returns: The run at its end.
  public func run(
    _ machine: RunMachine,
    readCalls: [String: Int] = [:],
    control: RunControl,
    journal: @escaping @Sendable (RunRecord) throws(JournalError) -> Void = { _ in },
    report: @escaping @Sendable (RunRecord) async -> Void
  ) async -> RunMachine {
    let (inputs, inbox) = AsyncStream.makeStream(of: RunInput.self)
    var loop = RunLoop(
      machine: machine,
      readCalls: readCalls,
      runner: self,
      elapsed: makeStopwatch(),
      journal: journal,
      report: report,
      inbox: inbox
    )
    await withDiscardingTaskGroup { group in
      group.addTask {
        for await _ in control.wakeUps { inbox.yield(.wakeUp) }
      }
      inbox.yield(.wakeUp)
      for await input in inputs {
        await loop.take(input, control, in: &group)
        await loop.goOn(control, in: &group)
        if loop.machine.isFinished { break }
      }
      group.cancelAll()
      // Reached with an open run only when the task was cancelled.
      await loop.end()
    }
    return loop.machine
  }

  /// `false` when the run ended meanwhile.
  func slept(for duration: Duration) async -> Bool {
    if duration <= .zero { return !Task.isCancelled }
    do {
      try await sleep(duration)
      return true
    } catch {
      return false
    }
  }
}
