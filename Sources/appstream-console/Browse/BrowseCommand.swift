import AWSClientCore
import ArgumentParser
import Console
import Glibc
import NcursesTerminal
import Runs

/// `appstream-console browse`, which is also what the program does without a subcommand: the console.
struct BrowseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open the console (default)."
  )

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The reason or ticket that goes with every plan.", valueName: "text"))
  var reason: String?

  @MainActor
  func run() async throws {
    let environment = ProcessEnvironment(variables: currentEnvironment())
    let settings = try ConsoleSettings.load(environment, LocalFiles())
    let session = try Session.open(global)
    do {
      // No screen is opened on an account that nothing can be asked about.
      let expiration = try await session.keysExpire()
      let program = ConsoleProgram(session: session, keysExpire: expiration, theme: theme)
      let farewell = try await program.run(context(session, settings), terminalEnvironment(environment))
      await session.close()
      farewell.forEach(StandardError.line)
    } catch let error as TerminalError {
      await session.close()
      throw CommandFailure(.usage, error.description)
    } catch let error as SignalsError {
      await session.close()
      throw CommandFailure(.usage, error.description)
    } catch {
      await session.close()
      throw error
    }
  }

  private var theme: Theme { global.color == .never ? .mono : .dark }

  /// What is asked for on the command line goes before `NO_COLOR`.
  private func terminalEnvironment(_ environment: ProcessEnvironment) -> [String: String] {
    var variables = environment.variables
    if global.color == .always { variables["NO_COLOR"] = nil }
    return variables
  }

  private func context(
    _ session: Session,
    _ settings: ConsoleSettings
  ) -> ConsoleContext {
    ConsoleContext(
      profileName: session.profileName,
      region: session.region,
      endpoint: session.endpoint.description,
      isEndpointCustom: session.isEndpointCustom,
      isDemo: session.isDemo,
      isReadOnly: global.readOnly || settings.isReadOnly,
      isASCII: global.isASCII || settings.isASCII,
      origin: .current(),
      reason: reason,
      protectedAccounts: settings.protectedAccounts,
      protectedStacks: settings.protectedStacks,
      requiresReason: settings.requiresReason
    )
  }
}
