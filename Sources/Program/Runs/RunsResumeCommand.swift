import AWSClientCore
import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs resume ID`: settles what is unknown and sends what was not sent.
struct RunsResumeCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on with a run that was interrupted or stopped.",
    discussion: "What was sent is read back first, without asking; what is left to send is confirmed."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var argument: RunArgument
  @OptionGroup var sending: SendingOptions

  @Flag(help: "End the process that works on the run, on this machine, and go on in its place.")
  var endHolder = false

  func run(in process: ProcessContext) async throws {
    let id = try argument.runID()
    let command = try SendingCommand(global, sending, process)
    let runs = try EarlierRuns(global, process)
    if sending.dryRun {
      try runs.requireFree(id)
    } else {
      try await RunHolderEnd(store: runs.store, isAgreed: endHolder, process: process).makeFree(id)
    }
    let contents = try runs.contents(of: id)
    guard let resumption = Resumption(contents, process.holder) else {
      let advice = contents.machine.advice(on: id, after: runs.store.sequel(of: id, contents.machine))
      let next = advice.map { " \($0)" } ?? ""
      process.say("Nothing of run \(id) is left to resume; \(NothingSent.clause).\(next)")
      RunPrinter(process, global.output).print(sending.dryRun ? nil : id, contents.machine)
      let status = CommandRun.status(of: contents.machine)
      if status != .success { throw status.code }
      return
    }
    try await command.perform(contents.plan) { session, caller in
      if sending.dryRun { return try await Self.look(at: resumption, session, caller, command) }
      let ended = try await Self.go(on: resumption, session, caller, command)
      RunPrinter(process, global.output).print(ended.id, ended.machine)
      return CommandRun.status(of: ended.machine)
    }
  }

  /// Shows what would be sent, and what would only be read.
  private static func look(
    at resumption: Resumption,
    _ session: Session,
    _ caller: CallerIdentity?,
    _ command: SendingCommand
  ) async throws -> ExitStatus {
    let process = command.process
    let machine = try await command.looked(at: resumption, session)
    if resumption.plan.entries.isEmpty {
      process.say("Nothing of run \(resumption.id) would be sent: what was sent would only be read.")
    } else {
      _ = try await command.confirmed(session, caller).look(at: resumption.plan, .resumption(resumption))
    }
    RunPrinter(process, command.global.output).print(nil, machine)
    return .success
  }

  private static func go(
    on resumption: Resumption,
    _ session: Session,
    _ caller: CallerIdentity?,
    _ command: SendingCommand
  ) async throws -> FinishedRun {
    let run = CommandRun(session: session, settings: command.settings)
    let confirmed = command.confirmed(session, caller)
    let (plan, note) = (resumption.plan, ", to resume plan \(resumption.plan.number)")
    switch try await confirmed.agree(on: plan, .resumption(resumption), note: note) {
    case .agreed(let start):
      return try await run.run(start)
    case .nothingLeft:
      return try await run.run(RunStart(resumption, nil, confirmed: nil))
    case .declined(let failure):
      guard resumption.hasUnreadAnswers else { throw failure }
      // What a read settles needs nobody's agreement.
      let settled = try await run.run(RunStart(resumption, nil, confirmed: nil))
      let counts = settled.machine.counts.text
      throw CommandFailure(failure.status, "\(failure.description) What had been sent was read back: \(counts).")
    }
  }
}
