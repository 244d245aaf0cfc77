import FoundationEssentials
import Glibc
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// What commands say of a run whose end nobody wrote down, and what they do about it.
  @Suite struct `Commands on a run that was cut off` {
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
      #expect(listed.standardError.contains("Run \(run) was interrupted before its plan was on disk"))
      #expect(try console(["runs", "delete", run], environment: home.environment).status == .exited(0))
      #expect(try home.runs == [])
    }
  }
}
