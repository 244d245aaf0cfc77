import ArgumentParser

/// `appstream-console runs`: what earlier runs did, and how they go on.
struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List runs, show one, and resume, retry, undo or stop it.",
    discussion: """
      resume goes on with a run that was cut off or stopped; retry makes a new run of the entries that failed; \
      undo makes a new run that puts back what was removed, and mails nobody.
      """,
    subcommands: [
      RunsListCommand.self, RunsShowCommand.self, RunsResumeCommand.self, RunsRetryCommand.self, RunsUndoCommand.self,
      RunsStopCommand.self, RunsExportCommand.self, RunsDeleteCommand.self, RunsPruneCommand.self,
    ],
    defaultSubcommand: RunsListCommand.self
  )
}
