import AppStreamEmulator
import Glibc
import Screen
import TerminalTesting
import TestSupport
import Testing

extension EndToEnd {
  /// A command that asks for a code of an MFA device leaves the terminal as it was, however it ends.
  @Suite struct `Codes at the terminal` {
    private static let serial = "arn:aws:iam::123456789012:mfa/ana"

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGALRM, SIGXCPU, SIGABRT, 40])
    func `a signal that ends the command gives the modes back`(signal: CInt) throws {
      let (terminal, config) = try Self.asked()
      defer { config.remove() }
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signalled(signal))
      #expect(try terminal.modes == .cooked)
    }

    @Test func `a stopped command gives the modes back, and asks again when it goes on`() throws {
      let (terminal, config) = try Self.asked()
      defer { config.remove() }
      try terminal.signal(SIGTSTP)
      try terminal.waitForStop()
      #expect(try terminal.modes == .cooked)
      try terminal.continueInForeground()
      try terminal.waitUntil("the question again") { $0.lines.count { $0.contains("MFA code for") } == 2 }
      #expect(try !terminal.modes.echoes)
      try terminal.type("\u{3}")
      #expect(try terminal.waitForExit() == .signalled(SIGINT))
      #expect(try terminal.modes == .cooked)
    }

    @Test(arguments: ["\u{4}", "\r", "\u{1B}[A\u{1B}OB\u{1B}[99;5:3u\r"])
    func `an end of the input, or a line without a visible character, gives no code`(typed: String) throws {
      let (terminal, config) = try Self.asked()
      defer { config.remove() }
      try terminal.type(typed)
      #expect(try terminal.waitForExit() == .exited(5))
      #expect(try terminal.modes == .cooked)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a run that is stopped while a code is asked for gives the modes back`(signal: CInt) async throws {
      let (first, second) = (TemporaryKeys.key("FIRST"), TemporaryKeys.key("SECOND"))
      let faults = TemporaryKeys.faults(TemporaryKeys.ending(first, after: 1), keys: [first, second])
      let emulator = try LiveEmulator("--seed", "1x40x40", faults: faults)
      let home = try StateHome()
      let config = try TemporaryFile(Self.profile)
      defer { config.remove() }
      try await WatchedServices.run(keys: [first, second]) { _, port in
        let own = ["AWS_CONFIG_FILE": config.path, "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:\(port)/sts"]
        let terminal = try EmulatedTerminal(
          executable: ProgramUnderTest.path(of: "appstream-console"),
          arguments: ["disassociate", "--stack", "stack-0001", "--yes", "--profile", "ops"],
          environment: emulator.environment.merging(home.environment) { $1 }.merging(own) { $1 },
          size: Size(rows: 40, columns: 120)
        )
        let question = "MFA code for \(Self.serial):"
        try terminal.waitUntil("the question") { $0.contains(question) }
        try terminal.type("2718281828\r")
        try terminal.waitUntil("the question in mid-run") { $0.lines.count { $0.contains(question) } == 2 }
        #expect(try !terminal.modes.echoes)
        try terminal.signal(signal)
        let ending = try terminal.waitForExit()
        // What was sent cannot be read back without keys.
        #expect(ending == .exited(3), "\(terminal.screen.text)")
        #expect(try terminal.modes == .cooked)
        let run = try #require(try home.runs.first)
        #expect(try home.recordTypes(of: run).last == "finished")
      }
    }

    private static let profile = """
      [profile ops]
      role_arn = arn:aws:iam::123456789012:role/StackOps
      credential_source = Environment
      mfa_serial = \(serial)
      """

    /// A command that has just asked, and the file that has it ask.
    private static func asked() throws -> (EmulatedTerminal, TemporaryFile) {
      let config = try TemporaryFile(profile)
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["stacks", "--profile", "ops"],
        environment: [
          "AWS_CONFIG_FILE": config.path, "AWS_REGION": "eu-west-1",
          "AWS_ACCESS_KEY_ID": EmulatorKeys.user.accessKeyID,
          "AWS_SECRET_ACCESS_KEY": EmulatorKeys.user.secretAccessKey,
        ],
        size: Size(rows: 24, columns: 100)
      )
      try terminal.waitUntil("the question") { $0.contains("MFA code for \(serial):") }
      #expect(try !terminal.modes.echoes)
      return (terminal, config)
    }
  }
}
