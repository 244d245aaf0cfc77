import ArgumentParser
import Glibc
import PlainText
import ProgramVersion

/// The program: reads the command line, runs a command, and ends with its status.
struct AppStreamConsole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appstream-console",
    abstract: "Take users off Amazon AppStream 2.0 stacks, and see what became of each.",
    discussion: """
      Without a subcommand it opens the console. Results go to standard output, everything else to standard error.

      Exit statuses: \(ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")).
      """,
    version: ProgramVersion.numberAndCommit,
    subcommands: [
      BrowseCommand.self, StacksCommand.self, AssociationsCommand.self, UsersCommand.self, DisassociateCommand.self,
      RunsCommand.self, ManualSectionsCommand.self, ExampleSettingsCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self
  )

  @OptionGroup var global: GlobalOptions

  /// The one place that ends the program.
  static func main() async {
    // A reader that goes away must not end a run: writes then fail, and are told apart where it matters.
    signal(SIGPIPE, SIG_IGN)
    OutputRepertoire.followLocale()
    OutputRepertoire.followSettings()
    var status = ExitStatus.success.rawValue
    do {
      try ProcessMemory.protect()
      let command = try parse()
      try ProcessLimits(processors: sysconf(Int32(_SC_NPROCESSORS_ONLN))).check()
      try await command.run(in: .live)
    } catch {
      status = finish(error)
    }
    TerminalPrompt.abandon()
    // Everything is written and given back by now. exit(3) would still run the destructors of libraries whose threads
    // go on meanwhile, and was seen not to return from that.
    _exit(status)
  }

  private static func parse() throws -> any ProgramCommand {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let repeated = RepeatedOption(in: arguments) { throw repeated.failure }
    let command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      guard exitCode(for: error) != .success, let slip = CommandLineWords(arguments, .program).slip
      else { throw error }
      throw CommandFailure(.usage, slip)
    }
    guard let command = command as? any ProgramCommand else {
      // ArgumentParser's own commands (help, completion scripts) are plain ones, and speak by throwing.
      var command = command
      try command.run()
      throw ExitStatus.success.code
    }
    return command
  }

  /// Says what went wrong, and gives the status to end with.
  private static func finish(_ error: any Error) -> Int32 {
    switch error {
    case let failure as CommandFailure:
      StandardError.line("appstream-console: \(failure)")
      for detail in failure.details { StandardError.line("  \(detail)") }
      return failure.status.rawValue
    case let code as ExitCode:
      return code.rawValue
    default:
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        do {
          try StandardOutput.write(text.hasSuffix("\n") ? text : text + "\n")
          return ExitStatus.success.rawValue
        } catch {
          return finish(error)
        }
      }
      // It repeats what was typed, or what a script was made to type.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      StandardError.line(lines.map { Line($0) }.joined(separator: "\n"))
      return ExitStatus.usage.rawValue
    }
  }
}

/// Where the process begins.
package enum EntryPoint {
  /// Does what the command line of this process says, and ends the process with the status of that.
  package static func main() async { await AppStreamConsole.main() }
}

/// A command of the program, which gets all that it needs of its process handed in.
protocol ProgramCommand: AsyncParsableCommand {
  /// Does what was asked for.
  func run(in process: ProcessContext) async throws
}
