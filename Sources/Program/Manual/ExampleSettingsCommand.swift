import ArgumentParser

/// `appstream-console example-settings`: a settings file in which every setting stands, switched off.
struct ExampleSettingsCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "example-settings",
    abstract: "Print an example of a settings file.",
    shouldDisplay: false
  )

  func run(in process: ProcessContext) throws {
    try process.write(Self.text)
  }

  /// It can be used as it is, and sets nothing then.
  static let text = """
    # Settings of appstream-console: copy this to \(ConsoleSettings.administratorsPath), for everybody,
    # or to ~/.config/\(ConsoleSettings.userPathSuffix), and take the # off what is to hold.

    [console]
    \(ConsoleSetting.allCases.map { "# \($0.meaning)\n# \($0.rawValue) = \($0.example)" }.joined(separator: "\n"))

    # Other keys for actions of the console, whose names are in its manual:
    # [keys]
    # remove = D
    # page-down = PgDn Ctrl-F

    # Plans in this account are confirmed most deliberately:
    # [account 111122223333]
    # protected = true

    # Plans with this stack are confirmed by their whole phrase:
    # [stack physics-exam]
    # protected = true

    """
}
