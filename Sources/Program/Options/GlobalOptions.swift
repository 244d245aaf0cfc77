import AppStream
import ArgumentParser
import NcursesTerminal

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments, Sendable {
  @Option(help: ArgumentHelp("Use this profile of the AWS config files.", valueName: "name"))
  var profile: String?

  @Option(help: ArgumentHelp("Use this Region.", valueName: "code"), completion: .list(AppStreamRegions.known))
  var region: String?

  @Option(help: ArgumentHelp("Call the service at this URL.", valueName: "url"))
  var endpointURL: String?

  @Option(name: .customLong("ca-bundle"), help: ArgumentHelp("Trust the CAs in this PEM file.", valueName: "file"))
  var certificateAuthorityBundle: String?

  @Option(help: ArgumentHelp("Give up connecting after so long (default: 5).", valueName: "seconds"))
  var connectTimeout: TimeLimit?

  @Option(help: ArgumentHelp("Give up waiting for an answer after so long (default: 20).", valueName: "seconds"))
  var readTimeout: TimeLimit?

  @Flag(help: "Send nothing that changes anything.")
  var readOnly = false

  @Flag(help: "Use invented data inside the program: no account, no network.")
  var demo = false

  @Option(help: "Print results in this form.")
  var output: OutputFormat = .table

  @Option(help: "Use colours.")
  var color: ColorChoice = .auto

  @Option(help: "Draw the console in this theme.")
  var theme: Theme?

  @Flag(name: .customLong("ascii"), help: "Draw with ASCII characters only.")
  var isASCII = false

  @Option(help: "Log messages of this level and above.")
  var logLevel: LogLevel = .notice

  @Option(help: ArgumentHelp("Log to this file instead of nowhere.", valueName: "file"))
  var logFile: String?

  /// Called as soon as they are parsed, so that what is said of the rest of the command line keeps to them.
  func validate() {
    if isASCII { OutputRepertoire.narrow() }
  }
}

extension GlobalOptions {
  /// The theme that the console is drawn in.
  ///
  /// What is asked for on the command line goes before `NO_COLOR` in `environment`, and that before the settings.
  func theme(setting: Theme?, environment: [String: String]) -> Theme {
    if color == .never { return .mono }
    if let theme { return theme }
    let wanted = setting ?? .dark
    return color == .always ? wanted : wanted.allowed(by: environment)
  }
}

extension Theme: ExpressibleByArgument {}

/// The forms in which results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// The levels of the log, least serious first.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
  case trace, debug, info, notice, warning, error, critical
}

/// A time limit as it is given on the command line: whole seconds, at least one.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    guard let seconds = Int(argument), (1...3_600).contains(seconds) else { return nil }
    duration = .seconds(seconds)
  }
}
