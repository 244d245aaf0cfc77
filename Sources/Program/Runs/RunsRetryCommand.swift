import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs retry ID`: a new run of the entries that failed.
struct RunsRetryCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Make a new run of the entries that failed.",
    discussion: """
      Entries that are still there after an answer without an error are left out: somebody may have put them back on \
      purpose. --include-still-present takes them too.
      """
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var argument: RunArgument
  @OptionGroup var sending: SendingOptions

  @Flag(help: "Take entries too that are still there (STILL_PRESENT, STILL_ABSENT).")
  var includeStillPresent = false

  func run(in process: ProcessContext) async throws {
    let id = try argument.runID()
    let command = try SendingCommand(global, sending, process)
    let runs = try EarlierRuns(global, process)
    if sending.dryRun { try runs.requireFree(id) }
    let contents = try runs.contents(of: id)
    try await command.perform(contents.plan) { session, caller in
      let settled = try await command.settled(contents, session)
      let machine = settled.machine
      guard !settled.wasStopped else {
        RunPrinter(process, global.output).print(id, machine)
        return CommandRun.status(of: machine)
      }
      runs.saySequel(of: contents)
      let followUp = FollowUp.retry(of: machine, includesStillPresent: includeStillPresent)
      Self.sayWhatIsLeft(id, machine, followUp, command)
      guard !followUp.entries.isEmpty else {
        RunPrinter(process, global.output).print(sending.dryRun ? nil : id, machine)
        return CommandRun.status(of: machine)
      }
      let plan = followUp.plan(
        following: contents,
        caller: caller,
        authorship: Plan.Authorship(origin: process.origin(), reason: sending.reason, created: process.now())
      )
      return try await command.run(plan, following: contents.plan, session, note: ", to retry run \(id)")
    }
  }

  private static func sayWhatIsLeft(_ id: RunID, _ machine: RunMachine, _ followUp: FollowUp, _ command: SendingCommand)
  {
    for entry in followUp.leftOut {
      command.process.say(
        "Left out, since it is still there after a clean answer: \(entry.stackName) \(entry.userName)"
      )
    }
    command.sayWhatIsOpen(id, machine)
    if followUp.entries.isEmpty {
      command.process.say("Nothing of run \(id) is there to retry; \(NothingSent.clause).")
    }
  }
}
