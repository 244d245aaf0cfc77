import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console disassociate`: plan, check, confirm, run.
struct DisassociateCommand: ProgramCommand {
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

  @Option(
    help: ArgumentHelp(
      "Send nothing if it would be more entries than that (default with --yes: \(Bound.unaskedLimit)).",
      valueName: "number"
    )
  )
  var atMost: Int?

  @Option(help: ArgumentHelp("The reason or ticket, kept with the run.", valueName: "text"))
  var reason: String?

  @Flag(help: "Ask the service to mail the people concerned.")
  var sendEmailNotification = false

  @Option(help: ArgumentHelp("Write the plan to this new file.", valueName: "file"))
  var planOut: String?

  @Option(
    help: ArgumentHelp(
      "Let the plan be sent for so long: 90m, 36h, 7d (default: \(PlanValidity.standard)).",
      valueName: "time"
    ),
    transform: { text in
      guard let validity = PlanValidity(text) else {
        throw ValidationError("Write minutes, hours or days, such as 90m, 36h or 7d, and 366 days at most.")
      }
      return validity
    }
  )
  var validFor: PlanValidity?

  @Option(
    name: .customLong("plan-sha256"),
    help: ArgumentHelp("Send only if the plan has this hash, as its file says.", valueName: "hash")
  )
  var planHash: String?

  func validate() throws {
    guard atMost.map({ $0 > 0 }) ?? true else { throw ValidationError("--at-most takes a number, 1 or more.") }
  }

  func run(in process: ProcessContext) async throws {
    let selectors = try selectors.validated(in: process)
    let settings = try ConsoleSettings.load(process)
    let rules = settings.rules(isReadOnly: global.readOnly)
    // A plan file may have its own reason.
    let obstacle = self.selectors.plans.isEmpty ? rules.obstacle(reason: reason) : rules.obstacle
    if !dryRun, let obstacle { throw CommandFailure(obstacle) }
    if let validFor, let limit = rules.planValidity, validFor > limit {
      throw CommandFailure.unsent(
        .refused,
        "--valid-for \(validFor) is longer than plan_valid = \(limit) in the settings allows."
      )
    }
    if !isConfirmed && !dryRun && !process.canAsk() { throw CommandFailure.noTerminal }
    let status = try await Session.with(global, in: process) { session in
      EarlierRuns.announce(session.journals, process)
      // Before anything with a time limit: whoever types a code takes longer than STS may.
      _ = try await session.usableCredentials()
      return try await run(selectors, settings, rules, session)
    }
    if status != .success { throw status.code }
  }

  private func run(
    _ selectors: Selectors,
    _ settings: ConsoleSettings,
    _ rules: Rules,
    _ session: Session
  ) async throws -> ExitStatus {
    let process = session.process
    let planned = try await Planning(session: session, wish: wish, rules: rules).plan(selectors)
    for line in planned.lines { process.say(line) }
    let plan = planned.plan
    if !dryRun, let obstacle = rules.obstacle(reason: plan.reason) { throw CommandFailure(obstacle) }
    let printer = RunPrinter(
      process,
      global.output,
      unmatched: planned.unmatched,
      selection: planned.selection
    )
    let selectionStatus = planned.status
    guard !plan.entries.isEmpty else {
      process.say(NothingSent.line(after: "Nothing to do: the selection is valid and holds no association."))
      printer.print(nil, RunMachine(plan))
      return selectionStatus
    }
    if let planOut { try PlanOutput.write(plan, to: planOut, process) }
    let consent = isConfirmed ? Agreement.Consent.given(how: "--yes") : .asked
    let confirmed = ConfirmedRun(session: session, rules: rules, consent: consent, bound: bound, caller: planned.caller)
    if dryRun {
      let machine = try await confirmed.look(
        at: plan,
        planned.source,
        isHere: planned.isHere,
        remarks: planned.remarks
      )
      printer.print(nil, machine)
      return selectionStatus
    }
    let outcome = try await confirmed.agree(
      on: plan,
      planned.source,
      note: planned.note,
      remarks: planned.remarks
    )
    switch outcome {
    case .nothingLeft(let machine):
      process.say(NothingSent.line(after: "Nothing is left to do: every entry is gone already."))
      printer.print(nil, machine)
      return selectionStatus
    case .declined(let failure):
      throw failure
    case .agreed(let start):
      let ended = try await CommandRun(session: session, settings: settings).run(start)
      printer.print(ended.id, ended.machine)
      return max(selectionStatus, CommandRun.status(of: ended.machine))
    }
  }

  private var wish: PlanWish {
    PlanWish(
      reason: reason,
      sendsEmail: sendEmailNotification,
      validFor: validFor,
      pinnedHash: planHash,
      isDryRun: dryRun,
      allowsPartial: selectors.allowPartial
    )
  }

  /// How many entries may be sent, beside what the settings say: whoever is asked sees the number, and whoever pins a
  /// plan file has seen it.
  private var bound: Bound? {
    if let atMost { return .option(atMost) }
    return isConfirmed && planHash == nil ? .unasked : nil
  }
}
