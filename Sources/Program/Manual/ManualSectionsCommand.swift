import ArgumentParser
import Console

/// `appstream-console manual-sections`: what the manual page has besides the options, in the mdoc language.
///
/// ArgumentParser makes the rest of the page, in `.ci/manual`. What stands here comes from the tables that the program
/// itself works by.
struct ManualSectionsCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual-sections",
    abstract: "Print sections of the manual page.",
    shouldDisplay: false
  )

  func run(in process: ProcessContext) throws {
    try process.write(Self.lines.map { $0 + "\n" }.joined())
  }

  private static let lines = keys + settings + files + environment + exitStatuses + examples

  private static let keys = Roff.section(
    "KEYS",
    KeyReference.sections.flatMap { section in
      [Roff.subsection(section.title)]
        + Roff.list(section.lines.map { (name: $0.name, meaning: $0.meaning + ($0.setting.map { " (\($0))" } ?? "")) })
    }
  )

  private static let settings = Roff.section(
    "SETTINGS",
    [
      Roff.text(
        """
        Settings are written as in AWS's config file. Those that say what may be sent only make the program stricter, \
        so the second file can only add to the first, and of two bounds the smaller one holds; how the console looks \
        and is used is up to the second file. Those without a value here can be true or false. A section, key or \
        value that is not known is an error.
        """
      )
    ]
      + Roff.list(
        ConsoleSetting.allCases.map { (name: "[console] \($0.nameInManual)", meaning: $0.meaning) } + [
          (
            name: "[keys] remove = D",
            meaning:
              "other keys for an action of the console, with blanks between them; its name stands in parentheses "
              + "in KEYS. The user's keys go before the administrator's. No key can be given to two actions of a screen; "
              + "digits, and the keys of what has no name there, stay as they are"
          ),
          (name: "[account 111122223333] protected", meaning: "plans in this account are confirmed most deliberately"),
          (name: "[stack NAME] protected", meaning: "plans with this stack are confirmed by their whole phrase"),
        ]
      )
  )

  private static let files = Roff.section(
    "FILES",
    Roff.list([
      (name: ConsoleSettings.administratorsPath, meaning: "the administrator's settings, read first"),
      (name: "~/.config/\(ConsoleSettings.userPathSuffix)", meaning: "the user's settings"),
      (
        name: "~/.local/state/appstream-console/runs/",
        meaning: "a journal for each run, and a claim for each plan that was begun; nobody else can read them"
      ),
      (name: "~/.aws/config, ~/.aws/credentials", meaning: "profiles, as the AWS CLI has them"),
    ])
  )

  private static let environment = Roff.section("ENVIRONMENT", Roff.list(EnvironmentVariable.all))

  private static let exitStatuses = Roff.section(
    "EXIT STATUS",
    Roff.list(ExitStatus.allCases.map { (name: String($0.rawValue), meaning: $0.meaning) })
  )

  private static let examples = Roff.section(
    "EXAMPLES",
    Roff.literal([
      "appstream-console --demo",
      "appstream-console associations --stack physics-exam --output csv",
      "appstream-console disassociate --users-from leavers.csv --dry-run",
      "appstream-console runs undo 20261122T140215Z-7f3a",
    ])
  )
}

extension ConsoleSetting {
  /// Its name, with an example of its value where that is not true or false.
  fileprivate var nameInManual: String { example == "true" ? rawValue : "\(rawValue) = \(example)" }
}
