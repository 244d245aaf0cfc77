import AWSClientCore
import AppStream
import Crypto
import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// What commands refuse, or settle first, because going on would harm somebody or tell what is not known.
  @Suite struct `Commands take care` {
    private static func user(_ number: Int) -> String { `Disassociating on the command line`.user(number) }

    /// A run of everybody on one stack, and its journal as a crash after the first call was recorded leaves it.
    private static func cutOffRun() throws -> (StateHome, LiveEmulator, run: String) {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1x3x3")
      let arguments = ["disassociate", "--stack", "stack-0001", "--yes"]
      #expect(try console(arguments, on: emulator, environment: home.environment).status == .exited(0))
      let run = try #require(try home.runs.first)
      let types = try home.recordTypes(of: run)
      let sending = try #require(types.firstIndex(of: "sending"))
      let lines = try home.bytes(of: run).split(separator: UInt8(ascii: "\n"))
      try home.write(lines[...sending].flatMap { $0 + [UInt8(ascii: "\n")] }, as: run)
      return (home, emulator, run)
    }

    @Test func `a run that was cut off is not shown as one in which everything went well`() throws {
      let (home, _, run) = try Self.cutOffRun()
      let shown = try console(["runs", "show", run, "--output", "json"], environment: home.environment)
      #expect(shown.status == .exited(3))
      #expect(try shown.json["Counts"]?["unknown"] == .integer(3))
      #expect(shown.standardError.contains("Go on with: appstream-console runs resume \(run)"))
      let listed = try console(["runs", "list", "--output", "json"], environment: home.environment)
      #expect(try listed.json["Runs"]?.elements.first?["Counts"]?["unknown"] == .integer(3))
    }

    @Test func `an undo of it reads first what was removed, and puts that back`() async throws {
      let (home, emulator, run) = try Self.cutOffRun()
      let undo = try console(
        ["runs", "undo", run, "--yes", "--output", "json"],
        on: emulator,
        environment: home.environment
      )
      #expect(undo.status == .exited(0))
      #expect(try undo.json["Counts"]?["restored"] == .integer(3))
      #expect(try await emulator.users(on: "stack-0001").count == 3)
      let earlier = try console(["runs", "show", run, "--output", "json"], environment: home.environment)
      #expect(try earlier.json["Counts"]?["removed"] == .integer(3))
    }

    @Test func `an undo leaves a run alone that a process works on`() async throws {
      let (home, emulator, run) = try Self.cutOffRun()
      let journal = open(home.journal(of: run), O_RDWR | O_CLOEXEC)
      defer { close(journal) }
      #expect(flock(journal, LOCK_EX | LOCK_NB) == 0)
      let undo = try console(["runs", "undo", run, "--yes"], on: emulator, environment: home.environment)
      #expect(undo.status == .exited(4))
      #expect(undo.standardError.contains("Run \(run) is held by process"))
      #expect(try await emulator.batches("BatchAssociateUserStack").isEmpty)
    }

    @Test func `an undo of nothing is reported as one`() throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1x1x1", faults: #"{"faults":[{"fault":"item","code":"NEW"}]}"#)
      let removal = ["disassociate", "--stack", "stack-0001", "--yes"]
      #expect(try console(removal, on: emulator, environment: home.environment).status == .exited(1))
      let run = try #require(try home.runs.first)
      let undo = try console(["runs", "undo", run, "--yes", "--output", "json"], environment: home.environment)
      #expect(undo.status == .exited(0))
      #expect(try undo.json["Operation"]?.text == "associate")
      #expect(try undo.json["Counts"]?["restored"] == .integer(0))
    }

    @Test func `a signal while a retry reads means the retry as well`() async throws {
      let home = try StateHome()
      // The fifth read is the first read-back, and every one from the seventh hangs.
      let faults = """
        {"faults":[
          {"fault":"item","userName":"\(Self.user(1))","code":"USER_NAME_NOT_FOUND","operations":["BatchDisassociateUserStack"]},
          {"fault":"refuse","code":"InternalFailure","status":400,"after":4,"times":1,"operations":["DescribeUserStackAssociations"]},
          {"fault":"hang","after":6,"operations":["DescribeUserStackAssociations"]}
        ]}
        """
      let emulator = try LiveEmulator("--seed", "2x2x4", faults: faults)
      let removal = ["disassociate", "--stack", "stack-0001", "--stack", "stack-0002", "--yes"]
      #expect(try console(removal, on: emulator, environment: home.environment).status == .exited(3))
      let run = try #require(try home.runs.first)
      let environment = emulator.environment.merging(home.environment) { $1 }
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["runs", "retry", run, "--yes"],
        environment: environment,
        size: Size(rows: 24, columns: 200)
      )
      try terminal.waitUntil("the read") { $0.contains("run \(run)") }
      try terminal.signal(SIGTERM)
      let ending = try terminal.waitForExit()
      #expect(ending == .exited(3))
      #expect(terminal.screen.contains("runs resume \(run)"))
      #expect(try await emulator.batches().count == 1)
      #expect(try home.runs == [run])
    }

    @Test(arguments: [("", "standard input is empty"), ("UserName\n", "names nobody to keep")])
    func `a keep list without anybody removes nobody`(list: String, words: String) async throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--keep-from", "-", "--yes"],
        on: emulator,
        standardInput: list
      )
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains(words))
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `a journal without a plan keeps nobody from the list, and can be thrown away`() throws {
      let home = try StateHome()
      let run = "20261122T140215Z-7f3a"
      try FileManager.default.createDirectory(
        atPath: home.directory,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      let journal = open(home.journal(of: run), O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
      write(journal, "{\"v\":1", 6)
      close(journal)
      let listed = try console(["runs"], environment: home.environment)
      #expect(listed.status == .exited(0))
      #expect(listed.standardError.contains("Run \(run) was cut off before its plan was on disk"))
      #expect(try console(["runs", "delete", run], environment: home.environment).status == .exited(0))
      #expect(try home.runs == [])
    }

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

    @Test func `what was known of an account is not done in one that nobody knows`() async throws {
      let faults = #"{"faults":[{"fault":"hang","after":2,"operations":["GetCallerIdentity"]}]}"#
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "2x1x2", faults: faults)
      let path = "\(home.path)/plan.json"
      let plan = ["disassociate", "--stack", "stack-0002", "--dry-run", "--plan-out", path]
      #expect(try console(plan, on: emulator, environment: home.environment).status == .exited(0))
      let removal = ["disassociate", "--stack", "stack-0001", "--yes"]
      let removed = try console(removal, on: emulator, environment: home.environment)
      #expect(removed.status == .exited(0))
      let run = try #require(try home.runs.first)
      let undo = try console(["runs", "undo", run, "--yes"], on: emulator, environment: home.environment)
      // The run was made while STS was silent, so nothing is known that could be wrong.
      #expect(undo.status == .exited(0))
      #expect(undo.standardError.contains("STS did not say in which account the run was."))
      let sent = try console(["disassociate", "--plan", path, "--yes"], on: emulator, environment: home.environment)
      #expect(sent.status == .exited(4))
      #expect(sent.standardError.contains("STS did not say whose the credentials are"))
      #expect(try await emulator.batches().count == 1)
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

    @Test func `a run of a known account is not read back in one that nobody knows`() async throws {
      let faults = #"{"faults":[{"fault":"hang","after":3,"operations":["GetCallerIdentity"]}]}"#
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1x2x2", faults: faults)
      let removal = ["disassociate", "--stack", "stack-0001", "--yes"]
      #expect(try console(removal, on: emulator, environment: home.environment).status == .exited(0))
      let run = try #require(try home.runs.first)
      for command in ["undo", "retry"] {
        let result = try console(["runs", command, run, "--yes"], on: emulator, environment: home.environment)
        #expect(result.status == .exited(5))
        #expect(result.standardError.contains("STS did not say whose the credentials are"))
      }
      #expect(try await emulator.batches("BatchAssociateUserStack").isEmpty)
    }

    @Test func `a run does not wait for whoever does not read its progress`() async throws {
      let home = try StateHome()
      let slow = #"{"faults":[{"fault":"delay","milliseconds":500,"operations":["BatchDisassociateUserStack"]}]}"#
      let emulator = try LiveEmulator("--seed", "1x200x200", faults: slow)
      let pipe = "\(home.path)/progress"
      #expect(mkfifo(pipe, 0o600) == 0)
      let reader = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
      defer { close(reader) }
      let terminal = try EmulatedTerminal(
        executable: "/bin/sh",
        arguments: [
          "-c", "exec \"$0\" disassociate --stack stack-0001 --yes 2>\"$1\"",
          try ProgramUnderTest.path(of: "appstream-console"), pipe,
        ],
        environment: emulator.environment.merging(home.environment) { $1 }
      )
      func types() -> [String] { (try? home.runs.first.map { try home.recordTypes(of: $0) }) ?? [] }
      try terminal.waitWithoutReading(for: "the first call") { types().contains("sending") }
      let bytes = [UInt8](repeating: UInt8(ascii: "."), count: 4096)
      while write(reader, bytes, bytes.count) > 0 {}
      while write(reader, bytes, 1) > 0 {}
      try terminal.waitWithoutReading(for: "the end of the run") { types().last == "finished" }
      var text: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65536)
      try terminal.waitWithoutReading(for: "the summary, once somebody reads") {
        let count = read(reader, &buffer, buffer.count)
        if count > 0 { text += buffer[..<count] }
        return String(decoding: text, as: UTF8.self).contains("200 removed (8 write calls")
      }
      #expect(try terminal.waitForExit() == .exited(0))
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
