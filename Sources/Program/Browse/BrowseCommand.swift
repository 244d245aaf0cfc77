import AWSClientCore
import ArgumentParser
import Console
import Glibc
import NcursesTerminal
import PlainText

/// `appstream-console browse`, which is also what the program does without a subcommand: the console.
struct BrowseCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open the console (default)."
  )

  /// For how many milliseconds the last words may wait for a terminal that takes nothing.
  private static let farewellWait = 500

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The reason or ticket that goes with every plan.", valueName: "text"))
  var reason: String?

  @MainActor
  func run(in process: ProcessContext) async throws {
    let settings = try ConsoleSettings.load(process)
    let inbox = LoopInbox(isUrgent: \.isUrgent)
    let opener = SessionOpener(
      process: process,
      settings: settings,
      reason: reason,
      logger: try FileLog.logger(global),
      inbox: inbox
    )
    let asking = Asking()
    let first = try opener.open(global, SessionNumber(0), asking)
    let codes = CodeRequests(inbox)
    let performer = EffectPerformer(first, opener, codes, logsToSyslog: settings.logsToSyslog)
    do {
      // No screen is opened on an account that nothing can be asked about.
      _ = try await first.session.usableCredentials()
      // From here on the terminal shows a screen, which nothing else may write on.
      asking.use(codes.method(first.number))
      let program = ConsoleProgram(
        performer: performer,
        inbox: inbox,
        wishes: TerminalWishes(
          theme: global.theme(setting: settings.theme, environment: process.environment.variables),
          takesMouse: settings.takesMouse,
          setsTitle: settings.setsTitle,
          ringsBell: settings.ringsBell
        ),
        process: process
      )
      let farewell = try await program.run(process.environment.variables)
      await performer.close()
      ProgressLines().finish(farewell, within: Self.farewellWait)
    } catch let error as TerminalError {
      await performer.close()
      throw CommandFailure(.usage, "\(error)")
    } catch let error as SignalsError {
      await performer.close()
      throw CommandFailure(.usage, "\(error)")
    } catch {
      await performer.close()
      throw error
    }
  }
}
