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

  func run() async throws {
    let selectors = try selectors.validated()
    let settings = try ConsoleSettings.load(ProcessEnvironment(variables: currentEnvironment()), LocalFiles())
    try refuse(settings)
    if !isConfirmed && !dryRun && !LinePrompt.isPossible {
      throw CommandFailure(
        .refused,
        "Nothing was sent: there is no terminal to confirm on. Look at the plan with --dry-run, then add --yes."
      )
    }
    let session = try Session.open(global)
    do {
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
    guard !dryRun else { return }
    if global.readOnly || settings.isReadOnly {
      let why = global.readOnly ? "--read-only is set" : "The settings file has read_only = true"
      throw CommandFailure(.refused, "\(why), so nothing was sent. Add --dry-run to see the plan.")
    }
    if settings.requiresReason && (reason ?? "").isEmpty {
      throw CommandFailure(.refused, "A reason is required here, so nothing was sent. Give one with --reason.")
    }
  }

  private func run(
    _ selectors: Selectors,
    _ settings: ConsoleSettings,
    _ session: Session
  ) async throws -> ExitStatus {
    let selected = try await SelectionReader(session).read(selectors)
    for line in selected.selection.report.lines { StandardError.line(line.visible) }
    let plan = Plan(
      operation: .disassociate,
      caller: await session.identity(),
      region: session.region,
      endpoint: session.endpoint.description,
      entries: selected.selection.associations,
      sendEmailNotification: sendEmailNotification ? true : nil,
      reason: reason,
      origin: .current(),
      created: Date(),
      stacksNotRead: selected.stacksNotRead
    )
    let printer = RunPrinter(format: global.output, unmatched: selected.selection.unmatched)
    let selectionStatus = selectors.status(of: selected.selection)
    guard !plan.entries.isEmpty else {
      StandardError.line("Nothing to do: the selection is valid and holds no association. Nothing was sent.")
      printer.print(nil, RunMachine(plan))
      return selectionStatus
    }
    let confirmed = ConfirmedRun(session: session, settings: settings, isConfirmed: isConfirmed)
    if dryRun {
      let checked = try await confirmed.checked(plan)
      PlanText.lines(plan).forEach(StandardError.line)
      printer.print(nil, checked.machine)
      return selectionStatus
    }
    let machine = try await confirmed.prepare(plan)
    let (id, ended) = await CommandRun(session: session).run(machine)
    printer.print(id, ended)
    return max(selectionStatus, CommandRun.status(of: ended))
  }
}
