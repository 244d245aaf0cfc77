import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// What the commands share that may send something on the word of an earlier run.
struct SendingCommand {
  let global: GlobalOptions
  let sending: SendingOptions
  let settings: ConsoleSettings

  /// - Throws: ``CommandFailure`` with status 4 when nothing may be sent at all.
  init(_ global: GlobalOptions, _ sending: SendingOptions) throws {
    self.global = global
    self.sending = sending
    settings = try ConsoleSettings.load(ProcessEnvironment(variables: currentEnvironment()), LocalFiles())
    try settings.refuseSending(isReadOnly: global.readOnly)
  }

  /// Does `work` in a session where `plan` was made and with credentials of its account, and ends with its status.
  ///
  /// - Parameter work: Is given who calls the service, where STS said so.
  func perform(_ plan: Plan, _ work: (Session, CallerIdentity?) async throws -> ExitStatus) async throws {
    let session = try await RunSession.open(global, for: plan)
    do {
      // Before the time that STS has: whoever types a code takes longer.
      _ = try await session.usableCredentials()
      let caller = await session.identity()
      try RunSession.requireSameAccount(plan, caller)
      let status = try await work(session, caller)
      await session.close()
      if status != .success { throw status.code }
    } catch {
      await session.close()
      throw error
    }
  }

  /// An earlier run after what was unknown in it has been read.
  struct Settled {
    var machine: RunMachine
    /// Whether somebody stopped the reading, and so means what would follow, too.
    var wasStopped = false
  }

  /// The run of `contents` after what was unknown in it has been read; a read needs nobody's agreement.
  ///
  /// - Throws: ``CommandFailure`` when its journal cannot be written.
  func settled(_ contents: JournalContents, _ session: Session) async throws -> Settled {
    guard contents.needsReading, let resumption = Resumption(contents, .current()) else {
      return Settled(machine: contents.machine)
    }
    let ended = try await CommandRun(session: session, settings: settings)
      .run(RunStart(resumption, nil, confirmed: nil)).machine
    return Settled(machine: ended, wasStopped: ended.stopReason != nil)
  }

  /// Says which entries of a run nobody has sent or read, and how to go on.
  static func sayWhatIsOpen(_ id: RunID, _ machine: RunMachine) {
    let open = machine.counts[.stopped] + machine.counts[.unknown]
    guard open > 0 else { return }
    let entries = open.of("entry was", plural: "entries were")
    StandardError.line("\(entries) not sent or not read. Go on with: appstream-console runs resume \(id)")
  }

  /// Checks a plan that follows an earlier run, has it confirmed, runs it and prints what became of it.
  func run(_ plan: Plan, _ session: Session, note: String) async throws -> ExitStatus {
    try settings.requireReason(plan.reason)
    let printer = RunPrinter(format: global.output, unmatched: [])
    let agreement = try await agree(on: plan, session, note: note)
    guard let how = agreement.how else {
      var machine = RunMachine(agreement.plan)
      agreement.check.records.forEach { machine.apply($0) }
      StandardError.line("Nothing is left to do: every entry is where it was wanted. Nothing was sent.")
      printer.print(nil, machine)
      return .success
    }
    let ended = try await CommandRun(session: session, settings: settings)
      .run(RunStart(agreement.plan, agreement.check, confirmed: how))
    printer.print(ended.id, ended.machine)
    return CommandRun.status(of: ended.machine)
  }

  /// Checks `plan` and has what is left of it confirmed.
  func agree(on plan: Plan, _ session: Session, note: String) async throws -> ConfirmedRun.Agreement {
    try await ConfirmedRun(session: session, settings: settings, isConfirmed: sending.isConfirmed)
      .agree(on: plan, note: note)
  }
}

extension JournalContents {
  /// Whether a read can tell more of the run than its journal does.
  var needsReading: Bool { machine.counts[.unknown] > 0 || !machine.isFinished }
}

extension CommandFailure {
  /// Somebody has to agree, and there is nobody to ask.
  static let noTerminal = CommandFailure(
    .refused,
    "Nothing was sent: there is no terminal to confirm on. Look at what would be sent, then add --yes."
  )
}

extension ConsoleSettings {
  /// - Throws: ``CommandFailure`` with status 4 where the settings or an option forbid to send anything.
  func refuseSending(isReadOnly isReadOnlyAsked: Bool) throws {
    guard isReadOnlyAsked || isReadOnly else { return }
    let why = isReadOnlyAsked ? "--read-only is set" : "The settings file has read_only = true"
    throw CommandFailure(.refused, "\(why), so nothing was sent.")
  }

  /// - Throws: ``CommandFailure`` with status 4 where a reason is required and `reason` is none.
  func requireReason(_ reason: String?) throws {
    guard requiresReason, (reason ?? "").isEmpty else { return }
    throw CommandFailure(.refused, "A reason is required here, so nothing was sent. Give one with --reason.")
  }
}
