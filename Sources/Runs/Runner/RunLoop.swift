import AppStream
import PlainText

/// A run in progress: one input at a time goes in, is put on record, and the steps that follow are taken.
struct RunLoop {
  private(set) var machine: RunMachine
  private(set) var readCalls: [String: Int]
  var pause = RunPause()
  /// Whether credentials are to be asked for as soon as the operator's pause is over.
  var isRenewalDue = false
  var operatorPause = OperatorPause()
  private(set) var isStopping = false
  private var limiter = WriteLimiter()
  /// How many writes the service has answered since the run was begun or taken up again.
  private var writesTaken = 0
  /// Whether a wake-up is on its way for writes that the limiter holds.
  private var areWritesHeld = false
  /// Why the journal can no longer be written.
  private var journalError: JournalError?

  let runner: Runner
  let elapsed: @Sendable () -> Duration
  private let journal: @Sendable (RunRecord) throws(JournalError) -> Void
  private let report: @Sendable (RunRecord) async -> Void
  let inbox: AsyncStream<RunInput>.Continuation

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
  mutating func take(_ input: RunInput, _ control: RunControl, in group: inout DiscardingTaskGroup) async {
    switch input {
    case .record(let record):
      await note(record)
      switch record {
      case .throttled: limiter.throttled(at: elapsed(), after: writesTaken)
      case .answered:
        writesTaken += 1
        limiter.succeeded(at: elapsed())
      case .refused(_, _, let refusal) where refusal.kind == .credentials:
        return await holdUp("\(refusal.code): \(refusal.message)", in: &group)
      case .opened, .confirmed, .sending, .refused, .lost, .observed, .paused, .stopping, .finished: break
      }
      pause.succeeded()
    case .read(let order, .credentialsRefused(let error)) where !isStopping:
      machine.readAbandoned(order)
      await holdUp(error.reasonOfPause, in: &group)
    case .readPutOff(let order), .read(let order, .putOff):
      machine.readAbandoned(order)
    case .read(let order, let answer):
      if case .stack(_, let calls) = answer { readCalls[order.stack] = calls }
      let record = answer.record(of: order, machine.plan.entries)
      if case .observed(_, _, _, unreadable: [], _) = record { pause.succeeded() }
      await note(record)
    case .renewal(let renewal):
      await take(renewal, in: &group)
    case .callerOfCheck(let check, let renewal):
      await take(renewal, ofCheck: check, control, in: &group)
    case .readOfCheck(let check, let order, let answer):
      await take(answer, to: order, ofCheck: check, control)
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
      await heedPause(control, in: &group)
      guard !operatorPause.isHolding, !pause.isHolding, let step = machine.nextStep(isHolding: areWritesHeld) else {
        return
      }
      switch step {
      case .send(let order): await send(order, in: &group)
      case .read(let order): read(order, control, in: &group)
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

  private mutating func read(_ order: ReadOrder, _ control: RunControl, in group: inout DiscardingTaskGroup) {
    machine.readStarted(order)
    let (runner, inbox, entries, calls) = (runner, inbox, machine.plan.entries, readCalls[order.stack])
    // One that stops is held by no pause any more, or what it sent would never be read.
    let readBack = StackReadBack(runner, isStopping ? nil : control)
    group.addTask {
      guard await runner.slept(for: order.delay) else { return }
      inbox.yield(.read(order, await readBack.read(order, entries, stackCalls: calls)))
    }
  }

  mutating func stop(_ reason: String, in group: inout DiscardingTaskGroup) async {
    guard !isStopping else { return }
    isStopping = true
    pause.end()
    operatorPause.release()
    await note(.stopping(reason: reason))
    wake(after: RunControl.stopLimit, with: .deadline, in: &group)
  }

  private func wake(after wait: Duration, with input: RunInput, in group: inout DiscardingTaskGroup) {
    let (runner, inbox) = (runner, inbox)
    group.addTask { if await runner.slept(for: wait) { inbox.yield(input) } }
  }

  /// Puts what happened on record, and takes it in.
  mutating func note(_ record: RunRecord) async {
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

/// What a run's loop wakes up for.
enum RunInput: Sendable {
  /// A call was answered, or was not.
  case record(RunRecord)
  /// A stack was read, in so many calls where all of it was asked for.
  case read(ReadOrder, StackReadBack.Response)
  /// A read has not begun, because the run is paused.
  case readPutOff(ReadOrder)
  /// Credentials were asked for anew.
  case renewal(Renewal)
  /// Whose the credentials are was asked for the check of this number, which follows a long pause.
  case callerOfCheck(Int, Renewal)
  /// A stack was read for that check.
  case readOfCheck(Int, ReadOrder, StackReadBack.Response)
  /// Writes may have to wait no longer.
  case writesMayGoOn
  /// The time of a stopped run is over.
  case deadline
  /// Somebody asked it to stop, or it begins.
  case wakeUp
}
