import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import Runs

/// What the commands share that may send something on the word of an earlier run.
struct SendingCommand {
  let global: GlobalOptions
  let sending: SendingOptions
  let process: ProcessContext
  let settings: ConsoleSettings
  let rules: Rules

  /// - Throws: ``CommandFailure`` with status 4 when nothing may be sent at all.
  init(_ global: GlobalOptions, _ sending: SendingOptions, _ process: ProcessContext) throws {
    self.global = global
    self.sending = sending
    self.process = process
    settings = try ConsoleSettings.load(process)
    rules = settings.rules(isReadOnly: global.readOnly)
    if !sending.dryRun, let obstacle = rules.obstacle { throw CommandFailure(obstacle) }
  }

  /// Does `work` in a session where `plan` was made and with credentials of its account, and ends with its status.
  ///
  /// - Parameter work: Is given who calls the service, where STS said so.
  func perform(_ plan: Plan, _ work: (Session, CallerIdentity?) async throws -> ExitStatus) async throws {
    let status = try await Session.with(global, in: process, for: plan) { session in
      // Before the time that STS has: whoever types a code takes longer.
      _ = try await session.usableCredentials()
      let caller = await session.identity()
      if let obstacle = session.destination.place(in: caller?.account).obstacle(toGoingOnWith: plan) {
        throw CommandFailure(obstacle)
      }
      if plan.caller == nil { sayUnknownPlace(caller) }
      return try await work(session, caller)
    }
    if status != .success { throw status.code }
  }

  /// An earlier run after what was unknown in it has been read.
  struct Settled {
    var machine: RunMachine
    /// Whether somebody stopped the reading, and so means what would follow, too.
    var wasStopped = false
  }

  /// The run of `contents` after what was unknown in it has been read; a read needs nobody's agreement.
  ///
  /// In a dry run nothing is written of it.
  ///
  /// - Throws: ``CommandFailure`` when its journal cannot be written.
  func settled(_ contents: JournalContents, _ session: Session) async throws -> Settled {
    guard contents.needsReading, let resumption = Resumption(contents, process.holder) else {
      return Settled(machine: contents.machine)
    }
    guard !sending.dryRun else {
      return Settled(machine: try await looked(at: resumption, session, isEnded: true))
    }
    let ended = try await CommandRun(session: session, settings: settings)
      .run(RunStart(resumption, nil, confirmed: nil)).machine
    return Settled(machine: ended, wasStopped: ended.stopReason != nil)
  }

  /// The run that would go on as it stands in the service now; nothing is sent, and nothing written.
  ///
  /// - Parameter isEnded: Whether what is open in it then is unknown or stopped.
  /// - Throws: ``CommandFailure`` when one of its stacks cannot be read, or not in the account of the run.
  func looked(at resumption: Resumption, _ session: Session, isEnded: Bool = false) async throws -> RunMachine {
    let open = resumption.openPlan
    guard !open.entries.isEmpty else { return resumption.machine(after: nil, isEnded: isEnded) }
    let check = await session.checker.check(open)
    let place = session.destination.place(in: resumption.plan.caller?.account)
    var agreement = Agreement(open, .resumption(resumption), rules: rules, in: place)
    _ = agreement.take(check, of: open)
    // What was read of another account than the run's, or not at all, says nothing of what became of it.
    if let obstacle = agreement.obstacles.first(where: \.isOfTheCheck) { throw CommandFailure(obstacle) }
    return resumption.machine(after: check, isEnded: isEnded)
  }

  /// Says that nobody can compare the run's account with that of `caller`, but whoever began it.
  private func sayUnknownPlace(_ caller: CallerIdentity?) {
    let present: Line =
      caller.map { "These credentials are of account \($0.account)" } ?? "Nor does it say whose these credentials are"
    process.say(
      "STS did not say in which account the run was. \(present): go on only if the run was made with them."
    )
  }

  /// Says which entries of a run nobody has sent or read, and how to go on.
  func sayWhatIsOpen(_ id: RunID, _ machine: RunMachine) {
    let open = machine.counts[.stopped] + machine.counts[.unknown]
    guard open > 0 else { return }
    let entries = open.of("entry was", plural: "entries were")
    process.say("\(entries) not sent or not read. \(id.resumeAdvice)")
  }

  /// Checks a plan that follows the run of another one, has it confirmed, runs it and prints what became of it.
  func run(_ plan: Plan, following earlier: Plan, _ session: Session, note: String) async throws -> ExitStatus {
    let printer = RunPrinter(process, global.output)
    if sending.dryRun {
      printer.print(nil, try await confirmed(session, plan.caller).look(at: plan, .run(earlier)))
      return .success
    }
    let note = note + ", plan \(plan.number)"
    switch try await confirmed(session, plan.caller).agree(on: plan, .run(earlier), note: note) {
    case .nothingLeft(let machine):
      process.say(NothingSent.line(after: "Nothing is left to do: every entry is where it was wanted."))
      printer.print(nil, machine)
      return .success
    case .declined(let failure):
      throw failure
    case .agreed(let start):
      let ended = try await CommandRun(session: session, settings: settings).run(start)
      printer.print(ended.id, ended.machine)
      return CommandRun.status(of: ended.machine)
    }
  }

  /// Has plans of `caller` checked and confirmed.
  func confirmed(_ session: Session, _ caller: CallerIdentity?) -> ConfirmedRun {
    ConfirmedRun(session: session, rules: rules, consent: sending.consent, caller: caller)
  }
}

extension JournalContents {
  /// Whether a read can tell more of the run than its journal does.
  var needsReading: Bool { machine.counts[.unknown] > 0 || !machine.isFinished }
}
