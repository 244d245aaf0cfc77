import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import Screen
import TerminalTesting
import TestSupport
import Testing

extension EndToEnd {
  /// A role that needs a code of an MFA device, in the console.
  @Suite struct `Codes on the screen` {
    /// What ``WatchedServices`` accept.
    private static let code = "2718281828"
    private static let serial = "arn:aws:iam::123456789012:mfa/ana"

    /// Runs `body` with the console open as profile `arguments` say; `ops` is the role, `plain` needs no code.
    private static func console(
      _ keys: [Credentials],
      faults: String = "",
      _ arguments: [String],
      _ body: (EmulatedTerminal, CredentialServices) async throws -> Void
    ) async throws {
      let emulator = try LiveEmulator("--seed", "1x40x40", faults: TemporaryKeys.faults(faults, keys: keys))
      let config = try TemporaryFile(
        """
        [profile ops]
        role_arn = arn:aws:iam::123456789012:role/StackOps
        source_profile = plain
        mfa_serial = \(serial)
        [profile plain]
        aws_access_key_id = \(EmulatorKeys.user.accessKeyID)
        aws_secret_access_key = \(EmulatorKeys.user.secretAccessKey)
        """
      )
      let log = try TemporaryFile("")
      defer {
        config.remove()
        log.remove()
      }
      try await WatchedServices.run(keys: keys) { services, port in
        let terminal = try EmulatedTerminal(
          executable: ProgramUnderTest.path(of: "appstream-console"),
          arguments: arguments + ["--log-file", log.path, "--log-level", "trace"],
          environment: [
            "AWS_ENDPOINT_URL": emulator.endpoint.description, "AWS_REGION": "eu-west-1",
            "AWS_CONFIG_FILE": config.path, "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:\(port)/sts",
          ]
        )
        try await body(terminal, services)
        try terminal.type("\u{1B}qqqq")
        #expect(try terminal.waitForExit() == .exited(0))
      }
    }

    private static func giveCode(_ terminal: EmulatedTerminal) throws {
      try terminal.waitUntil("the question") { $0.contains("The credentials need a code of MFA device \(serial).") }
      // What was typed before the question could be seen is thrown away.
      try terminal.waitUntilQuiet()
      try terminal.type(code)
      try terminal.waitUntil("the asterisks") { $0.contains("Code: **********") }
      try terminal.type("\r")
    }

    @Test func `are asked for when another profile needs one, and Esc stays in the old one`() async throws {
      try await Self.console([TemporaryKeys.key("FIRST")], ["--profile", "plain"]) { terminal, services in
        try terminal.waitUntil("the account") { $0.contains("40 of 40 shown") }
        try terminal.type(":profile ops\r")
        try terminal.waitUntil("the question") { $0.contains("The credentials need a code of") }
        try terminal.waitUntilQuiet()
        try terminal.type("\u{1B}")
        try terminal.waitUntil("the refusal") { $0.contains("and none was given") }
        #expect(terminal.screen.lines[0].contains("plain 123456789012"))
        #expect(terminal.screen.contains("40 of 40 shown"))
        try terminal.type(":profile ops\r")
        try Self.giveCode(terminal)
        try terminal.waitUntil("the role") {
          $0.lines[0].contains("ops 123456789012") && $0.lines[0].contains("credentials till")
            && $0.contains("40 of 40 shown")
        }
        #expect(services.log.count { $0.contains("AssumeRole StackOps") } == 1)
      }
    }

    @Test func `are asked for in mid-run when the keys end, and the run goes on`() async throws {
      let (first, second) = (TemporaryKeys.key("FIRST"), TemporaryKeys.key("SECOND"))
      try await Self.console([first, second], faults: TemporaryKeys.ending(first, after: 1), ["--profile", "ops"]) {
        terminal,
        services in
        try terminal.waitUntil("the question at the terminal") { $0.contains("MFA code for \(Self.serial):") }
        try terminal.type("\(Self.code)\r")
        try terminal.waitUntil("the account") { $0.contains("40 of 40 shown") }
        try terminal.type("ad")
        try terminal.waitUntil("the plan") { $0.contains("nothing has been sent") && $0.contains("40 from 1 stack") }
        try terminal.confirm("40 from 1 stack")
        try Self.giveCode(terminal)
        try terminal.waitUntil("the end", timeout: .seconds(60)) { $0.contains("40 removed   finished") }
        #expect(services.log.count { $0.contains("AssumeRole StackOps") } == 2)
      }
    }
  }
}
