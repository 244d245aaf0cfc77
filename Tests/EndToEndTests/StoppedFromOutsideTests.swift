import AppStream
import FoundationEssentials
import Glibc
import Runs
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// `runs stop ID`: a run that another shell of the same user performs.
  @Suite struct `A run that is stopped from another shell` {
    private static let slow = """
      {"faults":[{"fault":"delay","milliseconds":250,"operations":["BatchDisassociateUserStack"]}]}
      """

    @Test func `in the console stops, and its program leaves as after SIGTERM`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "4x100x400", faults: Self.slow)
      let holder = try ConsoleUnderTest(on: emulator, home: home)
      try holder.plan(400, on: 4)
      try holder.confirm("400 from 4 stacks")
      try holder.terminal.waitUntil("the first calls") { $0.contains("100 of 400 sent") }
      let run = try #require(try home.runs.first)
      let stopped = try await Self.stop(run, home)
      #expect(stopped.status == .exited(0), "\(stopped.standardError)")
      #expect(stopped.standardOutput == "")
      #expect(stopped.standardError.hasPrefix("Run \(run) is not running any more: it is stopped, "))
      #expect(stopped.standardError.contains("Go on with: appstream-console runs resume \(run)"))
      #expect(try holder.terminal.waitForExit() == .exited(0))
      var journal = JournalWatch(at: home.journal(of: run))
      try journal.look()
      #expect(journal.reasons == ["asked to end by a signal"])
      #expect(journal.types.last == "finished")
      #expect(journal.writeCalls < 16)

      // It is not running now, which is no different from one that ended by itself.
      let again = try await Self.stop(run, home)
      #expect(again.status == .exited(4))
      #expect(again.standardError.contains("Run \(run) is not running: it is stopped, "))
      let resumed = try await Self.command(["runs", "resume", run, "--yes"], emulator.environment, home)
      #expect(resumed.status == .exited(0))
    }

    @Test func `on the command line stops, and says what was not sent`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "4x100x400", faults: Self.slow)
      let stacks = (1...4).flatMap { ["--stack", "stack-000\($0)"] }
      let environment = emulator.environment.merging(home.environment) { $1 }
      let holder = try RunningProgram(
        "appstream-console",
        arguments: ["disassociate", "--yes"] + stacks,
        environment: environment
      )
      let run = try await onThreadOfItsOwn {
        while true {
          if let run = try home.runs.first, try home.recordTypes(of: run).contains("answered") { return run }
          poll(nil, 0, 10)
        }
      }
      let stopped = try await Self.stop(run, home)
      #expect(stopped.status == .exited(0), "\(stopped.standardError)")
      #expect(try await Self.ending(of: holder) == .exited(1))
    }

    @Test func `has to be there, and to be a run`() async throws {
      let home = try StateHome()
      let missing = try await Self.stop("20261122T140215Z-7f3a", home)
      #expect(missing.status == .exited(2))
      #expect(missing.standardError.contains("There is no run 20261122T140215Z-7f3a."))
      #expect(try await Self.stop("yesterday's", home).status == .exited(2))
    }

    // MARK: Who is not proved to work on a run

    @Test func `leaves a process alone that only the journal names`() async throws {
      let innocent = try RunningProgram(path: "/bin/sleep", arguments: ["300"])
      // The test holds the journal.
      let scene = try Scene(process: innocent.pid, openedAt: Date().addingTimeInterval(60))
      try await scene.expectLeftAlone("but /proc/locks does not show that this process has the journal locked")
      #expect(innocent.ending() == nil)
      scene.journal.close()
    }

    @Test func `leaves a later process alone that has got the number, though it holds the journal`() async throws {
      let scene = try Scene(openedAt: Date().addingTimeInterval(-3600))
      try await scene.expectLeftAlone("but that number is a later process's by now")
      #expect(scene.holder?.ending() == nil)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can start a process of another user"))
    func `leaves another user's process alone, though it holds the journal`() async throws {
      let scene = try Scene(openedAt: Date().addingTimeInterval(60), userID: 12_345)
      try await scene.expectLeftAlone("which is another user's")
      #expect(scene.holder?.ending() == nil)
    }

    @Test func `leaves a process of another machine alone, whatever holds the journal here`() async throws {
      let scene = try Scene(openedAt: Date().addingTimeInterval(60), host: "another-host")
      let stopped = try await stop(scene.run, scene.home)
      #expect(stopped.status == .exited(4))
      #expect(stopped.standardError.contains("on another-host"))
      #expect(scene.holder?.ending() == nil)
    }

    @Test func `and ends the one that is proved`() async throws {
      // The same scene, in which nothing is wrong: without it those above would show nothing.
      let scene = try Scene(openedAt: Date().addingTimeInterval(60))
      let stopped = try await stop(scene.run, scene.home)
      #expect(stopped.status == .exited(0), "\(stopped.standardError)")
      #expect(scene.holder?.ending() == .signalled(SIGTERM))
    }

    private static func stop(_ run: String, _ home: StateHome) async throws -> ProgramUnderTest.Result {
      try await command(["runs", "stop", run], [:], home)
    }

    private func stop(_ run: String, _ home: StateHome) async throws -> ProgramUnderTest.Result {
      try await Self.stop(run, home)
    }

    fileprivate static func command(
      _ arguments: [String],
      _ environment: [String: String],
      _ home: StateHome
    ) async throws -> ProgramUnderTest.Result {
      let environment = environment.merging(home.environment) { $1 }
      return try await onThreadOfItsOwn { try EndToEndTests.console(arguments, environment: environment) }
    }

    private static func ending(of program: RunningProgram) async throws -> ProgramEnding? {
      let deadline = ContinuousClock.now + EmulatedTerminal.usualTimeout
      while program.ending() == nil, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(10)) }
      return program.ending()
    }
  }
}

/// A run whose journal names a process, and is locked by one that is none of the program's.
private struct Scene {
  let home: StateHome
  let run: String
  let journal: any Journal
  /// What has it locked, where that is not the test.
  private(set) var holder: RunningProgram?
  /// Where it finds the journal.
  private var scratch: StateHome?

  /// One that the test holds, and that names `process`.
  init(process: Int, openedAt moment: Date) throws {
    (home, run, journal) = try Self.journal(of: process, on: ProcessInfo.processInfo.hostName, openedAt: moment)
  }

  /// One that names the very process that holds it.
  init(openedAt moment: Date, host: String = ProcessInfo.processInfo.hostName, userID: Int? = nil) throws {
    // perl(1) is a part of every Debian; the lock is made before the user is changed, who could not open the file.
    let wait = "select(undef, undef, undef, 0.01) until -e $ARGV[1];"
    let lock = "open(F, '<', $ARGV[0]) and flock(F, 2) or die;"
    let user = userID.map { "$( = $) = $< = $> = \($0);" } ?? ""
    let scratch = try StateHome()
    let (place, start) = ("\(scratch.path)/place", "\(scratch.path)/start")
    let holder = try RunningProgram(
      path: "/usr/bin/perl",
      arguments: ["-e", "$| = 1; \(wait) \(lock) \(user) print 'locked'; sleep 300", place, start]
    )
    (home, run, journal) = try Self.journal(of: holder.pid, on: host, openedAt: moment)
    journal.close()
    guard symlink(home.journal(of: run), place) == 0 else { throw TestingError("symlink: errno \(errno)") }
    try Data().write(to: URL(filePath: start))
    while try holder.output != "locked" {
      guard holder.ending() == nil else { throw TestingError("perl has ended.") }
      poll(nil, 0, 5)
    }
    self.holder = holder
    self.scratch = scratch
  }

  private static func journal(
    of process: Int,
    on host: String,
    openedAt moment: Date
  ) throws -> (StateHome, String, any Journal) {
    let home = try StateHome()
    let id = RunID(at: Date(), random: 0x7f3a)
    let plan = Plan(
      operation: .disassociate,
      entries: [Association(stackName: "stack", userName: "user@x.example")],
      target: Plan.Target(caller: nil, region: "eu-west-1", endpoint: "http://127.0.0.1:9"),
      authorship: Plan.Authorship(
        origin: Origin(
          loginName: nil,
          userID: 0,
          loginUserID: nil,
          sudoUser: nil,
          host: host,
          sshConnection: nil,
          version: "1.0.0"
        ),
        created: Date()
      )
    )
    let journal = try DirectoryJournals(directory: home.directory).create(id, plan, at: Date())
    try journal.append(.opened(RunHolder(processID: process, host: host, version: "1.0.0")), at: moment)
    return (home, id.text, journal)
  }

  /// Neither of the two ways to end a holder touches it, and both say why.
  func expectLeftAlone(_ why: String) async throws {
    let resume = ["runs", "resume", run, "--yes", "--end-holder"]
    for arguments in [["runs", "stop", run], resume] {
      let home = home
      let result = try await EndToEnd.`A run that is stopped from another shell`.command(arguments, [:], home)
      #expect(result.status == .exited(4), "\(arguments)")
      #expect(result.standardError.contains(why), "\(result.standardError)")
      #expect(result.standardError.contains("so it was left alone."), "\(result.standardError)")
    }
  }
}
