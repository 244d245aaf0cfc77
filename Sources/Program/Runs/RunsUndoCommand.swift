import AWSClientCore
import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs undo ID`: a new run that puts back what was removed.
struct RunsUndoCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Make a new run that puts back what a run removed; nobody is mailed."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var argument: RunArgument
  @OptionGroup var sending: SendingOptions

  @Option(name: .customLong("stack"), help: ArgumentHelp("Only on this stack; repeatable.", valueName: "name"))
  var stacks: [String] = []

  @Option(name: .customLong("user"), help: ArgumentHelp("Only of this user; repeatable.", valueName: "email"))
  var users: [String] = []

  func run(in process: ProcessContext) async throws {
    let id = try argument.runID()
    try StackNames.validate(stacks)
    try users.forEach(UserNames.validate)
    let command = try SendingCommand(global, sending, process)
    let runs = try EarlierRuns(global, process)
    try runs.requireFree(id)
    let contents = try runs.contents(of: id)
    try refuseStrangers(contents)
    // Where the journal tells everything, nobody has to be asked to learn that there is nothing to do.
    guard contents.needsReading || !followUp(of: contents.machine).entries.isEmpty else {
      sayNothingToDo(contents, contents.machine, process)
      return
    }
    try await command.perform(contents.plan) { session, caller in
      let settled = try await command.settled(contents, session)
      guard !settled.wasStopped else {
        RunPrinter(process, global.output).print(id, settled.machine)
        return CommandRun.status(of: settled.machine)
      }
      // What is not known to be removed is not undone, and that is no success.
      let open = settled.machine.counts[.unknown] > 0 ? ExitStatus.unknownOutcome : .success
      if open != .success { command.sayWhatIsOpen(id, settled.machine) }
      guard !followUp(of: settled.machine).entries.isEmpty else {
        sayNothingToDo(contents, settled.machine, process)
        return open
      }
      runs.saySequel(of: contents)
      let plan = plan(of: contents, settled.machine, caller, process)
      return max(open, try await command.run(plan, following: contents.plan, session, note: ", to undo run \(id)"))
    }
  }

  private func followUp(of machine: RunMachine) -> FollowUp {
    let names = Set(users.map(ExactText.init))
    return FollowUp.undo(of: machine) { entry in
      (stacks.isEmpty || stacks.contains(entry.stackName))
        && (names.isEmpty || names.contains(ExactText(entry.userName)))
    }
  }

  private func plan(
    of contents: JournalContents,
    _ machine: RunMachine,
    _ caller: CallerIdentity?,
    _ process: ProcessContext
  ) -> Plan {
    let followUp = followUp(of: machine)
    for entry in followUp.leftOut {
      let type = entry.authenticationType.rawValue
      process.say("Cannot come back, being of type \(type): \(entry.stackName) \(entry.userName)")
    }
    return followUp.plan(
      following: contents,
      caller: caller,
      authorship: Plan.Authorship(origin: process.origin(), reason: sending.reason, created: process.now())
    )
  }

  private func sayNothingToDo(_ contents: JournalContents, _ machine: RunMachine, _ process: ProcessContext) {
    let plan = plan(of: contents, machine, contents.plan.caller, process)
    process.say("Nothing of run \(contents.id) is there to undo; \(NothingSent.clause).")
    RunPrinter(process, global.output).print(nil, RunMachine(plan))
  }

  /// A name that the run does not have is a typing error, and must not quietly narrow the undo to nothing.
  private func refuseStrangers(_ contents: JournalContents) throws {
    let known = Set(contents.plan.entries.map { ExactText($0.userName) })
    if let stranger = users.first(where: { !known.contains(ExactText($0)) }) {
      throw CommandFailure.unsent(.usage, "Run \(contents.id) has no entry of \(stranger).")
    }
    if let stranger = stacks.first(where: { !contents.plan.stackNames.contains($0) }) {
      throw CommandFailure.unsent(.usage, "Run \(contents.id) has no entry on stack \(stranger).")
    }
  }
}
