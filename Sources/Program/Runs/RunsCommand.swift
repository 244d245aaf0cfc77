import ArgumentParser
import PlainText
import Runs

/// `appstream-console runs`: what earlier runs did, and how they go on.
struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List runs, show one, and resume, retry, undo or stop it.",
    discussion: """
      resume goes on with a run that was interrupted or stopped; retry makes a new run of the entries that failed; \
      undo makes a new run that puts back what was removed, and mails nobody.
      """,
    subcommands: [
      RunsListCommand.self, RunsShowCommand.self, RunsResumeCommand.self, RunsRetryCommand.self, RunsUndoCommand.self,
      RunsStopCommand.self, RunsExportCommand.self, RunsDeleteCommand.self, RunsPruneCommand.self,
    ],
    defaultSubcommand: RunsListCommand.self
  )
}

/// The run that a command is about.
struct RunArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The run's name, such as 20261122T140215Z-7f3a.", valueName: "id"))
  var id: String

  /// The name, if it is one.
  ///
  /// - Throws: ``CommandFailure`` with status 2 for a text that names no run.
  func runID() throws -> RunID {
    guard let id = RunID(id) else {
      throw CommandFailure(
        .usage,
        "\(id) is not the name of a run, which looks like 20261122T140215Z-7f3a. List runs with: appstream-console runs"
      )
    }
    return id
  }
}

/// The options of commands that may send something.
struct SendingOptions: ParsableArguments {
  @Flag(help: "Show what would be sent, and send nothing.")
  var dryRun = false

  @Flag(name: .customLong("yes"), help: "Send without asking.")
  var isConfirmed = false

  @Option(help: ArgumentHelp("The reason or ticket, kept with the run.", valueName: "text"))
  var reason: String?

  /// Who confirms.
  var consent: Agreement.Consent { isConfirmed ? .given(how: "--yes") : .asked }
}
