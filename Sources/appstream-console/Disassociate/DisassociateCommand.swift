import AWSClientCore
import AppStream
import ArgumentParser
import FoundationEssentials
import Runs

/// `appstream-console disassociate`: plan, check, confirm, run.
struct DisassociateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disassociate",
    abstract: "Take users off stacks, and say what became of each.",
    discussion: """
      --user and --users-from unite, --stack narrows them, and --stack alone takes everyone on it. Prefer \
      `--users-from -` for people's addresses: arguments show in `ps`.
      """
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var selectors: SelectorOptions

  @Flag(help: "Show what would be sent, and send nothing.")
  var dryRun = false

  @Flag(name: .customLong("yes"), help: "Send without asking.")
  var isConfirmed = false

  @Option(help: ArgumentHelp("The reason or ticket, kept with the run.", valueName: "text"))
  var reason: String?

  @Flag(help: "Ask the service to mail the people concerned.")
  var sendEmailNotification = false

  @Option(help: ArgumentHelp("Write the plan to this new file.", valueName: "file"))
  var planOut: String?

  @Option(
    name: .customLong("plan-sha256"),
    help: ArgumentHelp("Send only if the plan has this hash, as its file says.", valueName: "hash")
  )
  var planHash: String?

  func run() async throws {
    let selectors = try selectors.validated()
    let settings = try ConsoleSettings.load(ProcessEnvironment(variables: currentEnvironment()), LocalFiles())
    if !dryRun { try refuse(settings) }
    if !isConfirmed && !dryRun && !LinePrompt.isPossible { throw CommandFailure.noTerminal }
    let session = try Session.open(global)
    do {
      EarlierRuns.announce(session.journals)
      // Before anything with a time limit: whoever types a code takes longer than STS may.
      _ = try await session.usableCredentials()
      let status = try await run(selectors, settings, session)
      await session.close()
      if status != .success { throw status.code }
    } catch {
      await session.close()
      throw error
    }
  }

  /// - Throws: ``CommandFailure`` with status 4 when options or settings forbid to send anything.
  private func refuse(_ settings: ConsoleSettings) throws {
    try settings.refuseSending(isReadOnly: global.readOnly)
    // A plan file may have its own.
    if selectors.plan == nil { try settings.requireReason(reason) }
  }

  private func run(
    _ selectors: Selectors,
    _ settings: ConsoleSettings,
    _ session: Session
  ) async throws -> ExitStatus {
    let planned = try await Planning(session: session, command: self).plan(selectors)
    for line in planned.lines { StandardError.line(line.visible) }
    let plan = planned.plan
    if !dryRun { try settings.requireReason(plan.reason) }
    let printer = RunPrinter(format: global.output, unmatched: planned.unmatched)
    let selectionStatus = planned.status
    guard !plan.entries.isEmpty else {
      StandardError.line("Nothing to do: the selection is valid and holds no association. Nothing was sent.")
      printer.print(nil, RunMachine(plan))
      return selectionStatus
    }
    if let planOut { try PlanOutput.write(plan, to: planOut) }
    let confirmed = ConfirmedRun(
      session: session,
      settings: settings,
      isConfirmed: isConfirmed,
      needsCaller: planned.needsCaller
    )
    if dryRun {
      let checked = try await confirmed.checked(plan)
      PlanText.lines(plan, remarks: planned.remarks).forEach(StandardError.line)
      printer.print(nil, checked.machine)
      return selectionStatus
    }
    let agreement = try await confirmed.agree(on: plan, note: planned.note, remarks: planned.remarks)
    guard let how = agreement.how else {
      var machine = RunMachine(agreement.plan)
      agreement.check.records.forEach { machine.apply($0) }
      StandardError.line("Nothing is left to do: every entry is gone already. Nothing was sent.")
      printer.print(nil, machine)
      return selectionStatus
    }
    let ended = try await CommandRun(session: session, settings: settings)
      .run(RunStart(agreement.plan, agreement.check, confirmed: how))
    printer.print(ended.id, ended.machine)
    return max(selectionStatus, CommandRun.status(of: ended.machine))
  }
}
