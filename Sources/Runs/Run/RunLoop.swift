import AWSClientCore
import AppStream

/// What a run's loop wakes up for.
enum RunInput: Sendable {
  /// A call was answered, or was not.
  case record(RunRecord)
  /// A stack was read, in so many calls where all of it was asked for.
  case read(ReadOrder, StackReadBack.Answer)
  /// Credentials were asked for anew.
  case renewal(Renewal)
  /// Writes may have to wait no longer.
  case writesMayGoOn
  /// The time of a stopped run is over.
  case deadline
  /// Somebody asked it to stop, or it begins.
  case wakeUp
}

/// A run in progress: one input at a time goes in, is put on record, and the steps that follow are taken.
struct RunLoop {
  private(set) var machine: RunMachine
  private var readCalls: [String: Int]
  private var limiter = WriteLimiter()
  /// Whether a wake-up is on its way for writes that the limiter holds.
  private var areWritesHeld = false
  private var pause = RunPause()
  private var isStopping = false
  /// Why the journal can no longer be written.
  private var journalError: JournalError?

  private let runner: Runner
  private let elapsed: @Sendable () -> Duration
  private let journal: @Sendable (RunRecord) throws(JournalError) -> Void
  private let report: @Sendable (RunRecord) async -> Void
  private let inbox: AsyncStream<RunInput>.Continuation

  init(
    machine: RunMachine,
    readCalls: [String: Int],
    runner: Runner,
    elapsed: @escaping @Sendable () -> Duration,
    journal: @escaping @Sendable (RunRecord) throws(JournalError) -> Void,
    report: @escaping @Sendable (RunRecord) async -> Void,
    inbox: AsyncStream<RunInput>.Continuation
  ) {
    self.machine = machine
    self.readCalls = readCalls
    self.runner = runner
    self.elapsed = elapsed
    self.journal = journal
    self.report = report
    self.inbox = inbox
  }

  /// Takes in what happened.
  mutating func take(_ input: RunInput, in group: inout DiscardingTaskGroup) async {
    switch input {
    case .record(let record):
      await note(record)
      switch record {
      case .throttled: limiter.throttled(at: elapsed())
      case .answered: limiter.succeeded(at: elapsed())
      case .refused(_, _, let refusal) where refusal.kind == .credentials:
        return await holdUp("\(refusal.code): \(refusal.message)", in: &group)
      default: break
      }
      pause.succeeded()
    case .read(let order, .credentialsRefused(let reason)) where !isStopping:
      machine.readAbandoned(order)
      await holdUp(reason, in: &group)
    case .read(let order, let answer):
      if case .stack(_, let calls) = answer { readCalls[order.stack] = calls }
      let record = answer.record(of: order, machine.plan.entries)
      if case .observed(_, _, _, unreadable: []) = record { pause.succeeded() }
      await note(record)
    case .renewal(let renewal):
      await take(renewal, in: &group)
    case .writesMayGoOn:
      areWritesHeld = false
    case .deadline:
      await end()
    case .wakeUp:
      break
    }
  }

  /// Takes every step that can be taken now.
  mutating func goOn(_ control: RunControl, in group: inout DiscardingTaskGroup) async {
    while !Task.isCancelled, !machine.isFinished {
      // Asked before every step, not only when its wake-up comes round: whoever stops a run means the next call.
      if !isStopping, let reason = control.reason ?? journalError?.description { await stop(reason, in: &group) }
      guard !pause.isHolding, let step = machine.nextStep(isHolding: areWritesHeld) else { return }
      switch step {
      case .send(let order): await send(order, in: &group)
      case .read(let order): read(order, in: &group)
      case .finish: await end()
      }
    }
  }

  /// Ends the run with what is known by now.
  mutating func end() async {
    guard !machine.isFinished else { return }
    var ended = machine
    ended.finish()
    await note(.finished(ended.counts))
  }

  private mutating func send(_ order: SendOrder, in group: inout DiscardingTaskGroup) async {
    let wait = limiter.take(at: elapsed())
    guard wait <= .zero else {
      areWritesHeld = true
      return wake(after: wait, with: .writesMayGoOn, in: &group)
    }
    let record = machine.record(of: order)
    // What is not on record is not sent.
    guard isWritten(record) else { return }
    await report(record)
    machine.apply(record)
    let (runner, inbox, plan) = (runner, inbox, machine.plan)
    group.addTask { inbox.yield(.record(await runner.send(order, of: plan))) }
  }

  private mutating func read(_ order: ReadOrder, in group: inout DiscardingTaskGroup) {
    machine.readStarted(order)
    let (runner, inbox, entries, calls) = (runner, inbox, machine.plan.entries, readCalls[order.stack])
    group.addTask {
      guard await runner.slept(for: order.delay) else { return }
      let readBack = StackReadBack(client: runner.client, spread: runner.spread, pause: runner.slept)
      inbox.yield(.read(order, await readBack.read(order, entries, stackCalls: calls)))
    }
  }

  private mutating func take(_ renewal: Renewal, in group: inout DiscardingTaskGroup) async {
    guard pause.isHolding else { return }
    switch renewal {
    case .renewed: pause.end()
    case .refused: await waitForRenewal(in: &group)
    case .otherAccount(let number):
      await stop("the credentials are now of account \(number), and the run is about another", in: &group)
    }
  }

  /// Asks nothing more of the service until the credentials are accepted again.
  private mutating func holdUp(_ reason: String, in group: inout DiscardingTaskGroup) async {
    guard !isStopping, !pause.isHolding else { return }
    pause.begin(at: elapsed())
    await note(.paused(reason: reason))
    await waitForRenewal(in: &group)
  }

  private mutating func waitForRenewal(in group: inout DiscardingTaskGroup) async {
    let rule = runner.renewal
    guard !pause.isOver(rule.limit, at: elapsed()) else {
      let seconds = rule.limit.map { " for \($0.components.seconds) s" } ?? ""
      return await stop(
        "the credentials were refused\(seconds): \(machine.pauseReason ?? "no reason given")",
        in: &group
      )
    }
    let wait = pause.nextWait()
    let (runner, inbox) = (runner, inbox)
    group.addTask {
      if await runner.slept(for: wait) { inbox.yield(.renewal(await rule.ask())) }
    }
  }

  private mutating func stop(_ reason: String, in group: inout DiscardingTaskGroup) async {
    guard !isStopping else { return }
    isStopping = true
    pause.end()
    await note(.stopping(reason: reason))
    wake(after: RunControl.stopLimit, with: .deadline, in: &group)
  }

  private func wake(after wait: Duration, with input: RunInput, in group: inout DiscardingTaskGroup) {
    let (runner, inbox) = (runner, inbox)
    group.addTask { if await runner.slept(for: wait) { inbox.yield(input) } }
  }

  /// Puts what happened on record, and takes it in.
  private mutating func note(_ record: RunRecord) async {
    _ = isWritten(record)
    machine.apply(record)
    await report(record)
  }

  /// Whether `record` is in the journal; after a failure nothing more can be.
  private mutating func isWritten(_ record: RunRecord) -> Bool {
    guard journalError == nil else { return false }
    do throws(JournalError) {
      try journal(record)
      return true
    } catch {
      journalError = error
      return false
    }
  }
}
