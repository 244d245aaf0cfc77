import AppStreamEmulator
import FoundationEssentials
import PlainText
import Screen
import TerminalTesting
import TestSupport
import Testing

extension EndToEnd {
  /// Where the program's keys come from, and what becomes of it when they end.
  @Suite struct `Keys and codes` {
    private static let guarded = """
      [profile ops]
      role_arn = arn:aws:iam::123456789012:role/StackOps
      credential_source = Environment
      mfa_serial = arn:aws:iam::123456789012:mfa/ana
      """
    private static let refusedLater = """
      {"faults":[{"fault":"expiredKey","accessKeyId":"\(EmulatorKeys.user.accessKeyID)","after":1,
      "operations":["BatchDisassociateUserStack","GetCallerIdentity"]}]}
      """

    @Test func `a code of an MFA device is asked for at the terminal, and not shown`() async throws {
      let emulator = try LiveEmulator("--seed", "2x1x1")
      let config = try TemporaryFile(Self.guarded)
      let log = try TemporaryFile("")
      defer {
        config.remove()
        log.remove()
      }
      let services = CredentialServices { Date() }
      services.change { $0.keys = [EmulatorKeys.role.credentials] }
      try await ServicesServer.run(services) { (port) async throws in
        let own = [
          "AWS_CONFIG_FILE": config.path, "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:\(port)/sts",
        ]
        let terminal = try EmulatedTerminal(
          executable: ProgramUnderTest.path(of: "appstream-console"),
          arguments: ["stacks", "--profile", "ops", "--log-file", log.path, "--log-level", "trace"],
          environment: emulator.environment.merging(own) { $1 },
          size: Size(rows: 24, columns: 100)
        )
        try terminal.waitUntil("the question") { $0.contains("MFA code for arn:aws:iam::123456789012:mfa/ana:") }
        try terminal.type("1x\u{7F}23456-s3cret\r")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.contains("stack-0002"))
        let told = String(decoding: terminal.output, as: UTF8.self)
        let logged = String(decoding: try Data(contentsOf: URL(filePath: log.path)), as: UTF8.self)
        for text in [told, logged] { #expect(!text.contains(CredentialServices.secretMark)) }
        #expect(services.log.count == 1)
      }
    }

    @Test func `Ctrl-C at the question ends the program and leaves the terminal as it was`() throws {
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let config = try TemporaryFile(Self.guarded)
      defer { config.remove() }
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["stacks", "--profile", "ops"],
        environment: emulator.environment.merging(["AWS_CONFIG_FILE": config.path]) { $1 },
        size: Size(rows: 24, columns: 100)
      )
      try terminal.waitUntil("the question") { $0.contains("MFA code for") }
      #expect(try !terminal.modes.echoes)
      try terminal.type("12\u{3}")
      #expect(try terminal.waitForExit() == .signalled(2))
      #expect(try terminal.modes == .cooked)
    }

    @Test func `a run that waits for credentials goes on with those that another shell has written`() async throws {
      let emulator = try LiveEmulator("--seed", "1x40x40", faults: Self.refusedLater)
      let keys = try TemporaryFile(Self.file(EmulatorKeys.user))
      defer { keys.remove() }
      var environment = emulator.environment
      environment["AWS_ACCESS_KEY_ID"] = nil
      environment["AWS_SECRET_ACCESS_KEY"] = nil
      environment["AWS_SHARED_CREDENTIALS_FILE"] = keys.path
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["disassociate", "--stack", "stack-0001", "--yes"],
        environment: environment,
        size: Size(rows: 60, columns: 160)
      )
      try terminal.waitUntil("the pause") { $0.contains("paused:") }
      #expect(try await emulator.users(on: "stack-0001").count == 40)
      try Data(Self.file(EmulatorKeys.role).utf8).write(to: URL(filePath: keys.path))
      #expect(try terminal.waitForExit(timeout: .seconds(60)) == .exited(0))
      #expect(terminal.screen.contains("40 removed"))
      #expect(try await emulator.users(on: "stack-0001").isEmpty)
    }

    @Test func `a run sends nothing with keys of another account that take the place of its own`() async throws {
      let ended = """
        {"faults":[{"fault":"expiredKey","accessKeyId":"\(EmulatorKeys.user.accessKeyID)","after":1,
        "operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "1x40x40", faults: ended)
      let keys = try TemporaryFile(Self.file(EmulatorKeys.user))
      defer { keys.remove() }
      var environment = emulator.environment
      environment["AWS_ACCESS_KEY_ID"] = nil
      environment["AWS_SECRET_ACCESS_KEY"] = nil
      environment["AWS_SHARED_CREDENTIALS_FILE"] = keys.path
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["disassociate", "--stack", "stack-0001"],
        environment: environment,
        size: Size(rows: 60, columns: 160)
      )
      try terminal.waitUntil("the prompt") { $0.contains("40 from 1 stack") }
      // The program has its own by now; the next search finds these.
      let other = Self.file(EmulatorKeys.otherAccount).replacing("\naws_session_token = ", with: "")
      try Data(other.utf8).write(to: URL(filePath: keys.path))
      try terminal.confirm("40 from 1 stack")
      #expect(try terminal.waitForExit(timeout: .seconds(60)) != .exited(0))
      // The rows after it say for each entry why it is not known, so it may have left the screen.
      #expect(told(terminal).contains("the credentials are now of account 210987654321"))
      let writers = try await emulator.rawLog().filter { $0["operation"]?.text == "BatchDisassociateUserStack" }
      #expect(Set(writers.map { $0["accessKeyId"]?.text }) == [EmulatorKeys.user.accessKeyID])
    }

    @Test(arguments: [EmulatorKeys.otherAccount, EmulatorKeys.role])
    func `where STS says nothing a run ends with the keys it was confirmed with`(key: EmulatorKeys.Key) async throws {
      let ended = """
        {"faults":[{"fault":"expiredKey","accessKeyId":"\(EmulatorKeys.user.accessKeyID)","after":1,
        "operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "1x40x40", faults: ended)
      let keys = try TemporaryFile(Self.file(EmulatorKeys.user))
      defer { keys.remove() }
      var environment = emulator.environment
      environment["AWS_ACCESS_KEY_ID"] = nil
      environment["AWS_SECRET_ACCESS_KEY"] = nil
      environment["AWS_SHARED_CREDENTIALS_FILE"] = keys.path
      // Nobody listens there (tcpmux, https://www.iana.org/assignments/service-names-port-numbers).
      environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1"
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["disassociate", "--stack", "stack-0001"],
        environment: environment,
        size: Size(rows: 60, columns: 200)
      )
      try terminal.waitUntil("the prompt") { $0.contains("40 from 1 stack") }
      // The program has its own by now; the next search finds these.
      let other = Self.file(key).replacing("\naws_session_token = \n", with: "\n")
      try Data(other.utf8).write(to: URL(filePath: keys.path))
      try terminal.confirm("40 from 1 stack")
      // Nothing is read with the new keys either, so what had been sent is not known.
      #expect(try terminal.waitForExit(timeout: .seconds(60)) == .exited(3))
      #expect(["15 stopped, 25 unknown", "25 stopped, 15 unknown"].contains(where: told(terminal).contains))
      #expect(told(terminal).contains("the credentials are others than those it was confirmed with"))
      let writers = try await emulator.rawLog().filter { $0["operation"]?.text == "BatchDisassociateUserStack" }
      #expect(Set(writers.map { $0["accessKeyId"]?.text }) == [EmulatorKeys.user.accessKeyID])
    }

    private func told(_ terminal: EmulatedTerminal) -> String { String(decoding: terminal.output, as: UTF8.self) }

    private static func file(_ key: EmulatorKeys.Key) -> String {
      """
      [default]
      aws_access_key_id = \(key.accessKeyID)
      aws_secret_access_key = \(key.secretAccessKey)
      aws_session_token = \(key.sessionToken ?? "")
      """
    }
  }
}
