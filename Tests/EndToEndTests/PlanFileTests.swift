import Crypto
import FoundationEssentials
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// What a plan file has to be, and whose word what stands in it is.
  @Suite struct `Plan files that are sent` {
    @Test(
      arguments: [
        ("\"operation\":\"disassociate\"", "\"operation\":\"associate\"", 2, "is a plan that puts users on stacks"),
        ("\"stacksNotRead\":0", "\"stacksNotRead\":2", 5, "was made while 2 stacks were not read"),
      ]
    )
    func `a plan file that is no whole removal is not sent`(
      old: String,
      new: String,
      status: CInt,
      words: String
    ) async throws {
      let (home, emulator, path) = try Self.planFile()
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      let start = try #require(text.firstRange(of: "\"plan\":")).upperBound
      let end = try #require(text.lastIndex(of: "}"))
      let plan = String(text[start..<end])
      let changed = plan.replacing(old, with: new)
      #expect(changed != plan)
      let hash = { (plan: String) in SHA256.hash(data: Data(plan.utf8)).map { Self.hexadecimal($0) }.joined() }
      let file = text.replacing(plan, with: changed).replacing(hash(plan), with: hash(changed))
      try file.write(toFile: path, atomically: false, encoding: .utf8)
      let sent = try console(["disassociate", "--plan", path, "--yes"], on: emulator, environment: home.environment)
      #expect(sent.status == .exited(status))
      #expect(sent.standardError.contains(words))
      let shown = try console(
        ["disassociate", "--plan", path, "--dry-run"],
        on: emulator,
        environment: home.environment
      )
      #expect(shown.status == .exited(0))
      #expect(shown.standardError.contains(words))
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `a plan file brings its reason, where one is required`() async throws {
      let (home, emulator, path) = try Self.planFile("--reason", "CHG-1")
      let settings = try SettingsHome("[console]\nrequire_reason = true\n")
      defer { settings.remove() }
      let environment = home.environment.merging(["XDG_CONFIG_HOME": settings.path]) { $1 }
      let plain = ["disassociate", "--stack", "stack-0001", "--yes"]
      #expect(try console(plain, on: emulator, environment: environment).status == .exited(4))
      let sent = try console(["disassociate", "--plan", path, "--yes"], on: emulator, environment: environment)
      #expect(sent.status == .exited(0))
    }

    @Test func `what a plan file says of the account is shown as its word, and kept nowhere else`() async throws {
      let (home, emulator, path) = try Self.planFile()
      var environment = emulator.environment.merging(home.environment) { $1 }
      environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1"
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["disassociate", "--plan", path],
        environment: environment,
        size: Size(rows: 40, columns: 160)
      )
      try terminal.waitUntil("the prompt") { $0.contains("2 from 1 stack") }
      #expect(terminal.screen.contains("the plan file says account 123456789012"))
      #expect(terminal.screen.contains("account unknown (STS did not answer)"))
      try terminal.confirm("2 from 1 stack")
      #expect(try terminal.waitForExit() == .exited(0))
      let run = try #require(try home.runs.first)
      #expect(!String(decoding: try home.bytes(of: run), as: UTF8.self).contains("123456789012"))
      let undo = try console(["runs", "undo", run, "--yes"], on: emulator, environment: environment)
      #expect(undo.status == .exited(0))
      #expect(try await emulator.users(on: "stack-0001").count == 2)
    }

    /// A plan of one stack in a file, and nothing sent.
    private static func planFile(_ options: String...) throws -> (StateHome, LiveEmulator, path: String) {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let path = "\(home.path)/plan.json"
      let made = try console(
        ["disassociate", "--stack", "stack-0001", "--dry-run", "--plan-out", path] + options,
        on: emulator,
        environment: home.environment
      )
      #expect(made.status == .exited(0))
      return (home, emulator, path)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }
  }
}
