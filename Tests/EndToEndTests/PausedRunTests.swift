import FoundationEssentials
import Glibc
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// A run that its operator holds with `p`.
  @Suite struct `A run that is paused` {
    private static let slow = """
      {"faults":[{"fault":"delay","milliseconds":250,"operations":["BatchDisassociateUserStack"]}]}
      """

    @Test func `begins no call until p lets it go on, and then finishes`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "4x100x400", faults: Self.slow)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      var journal = try Self.pause(console, home)
      let calls = journal.writeCalls
      #expect(calls < 16)
      #expect(journal.reasons == ["paused by the operator"])

      // Long enough for the calls that a run that went on would have made.
      let (second, paused) = (Duration.seconds(1), journal.paused)
      try console.terminal.waitWithoutReading(for: "a second") { Self.hasPassed(second, since: paused) }
      try journal.look()
      #expect(journal.writeCalls == calls)

      try console.terminal.type("p")
      try console.terminal.waitUntil("the end of the run") { $0.contains("400 removed") && $0.contains("finished") }
      #expect(try console.leave() == .exited(0))
    }

    @Test func `is stopped with x, and resumed`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "4x100x400", faults: Self.slow)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let journal = try Self.pause(console, home)
      try console.terminal.type("x")
      try console.terminal.waitUntil("the end of the run") { $0.contains("R resume") }
      #expect(try console.leave() == .exited(0))
      try await Self.expectResumes(journal.run, on: emulator, home)
    }

    @Test func `and whose program is killed then is resumed all the same`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "4x100x400", faults: Self.slow)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let journal = try Self.pause(console, home)
      try console.terminal.signal(SIGKILL)
      #expect(try console.terminal.waitForExit() == .signalled(SIGKILL))
      try await Self.expectResumes(journal.run, on: emulator, home)
    }

    /// Begins to remove everybody, pauses, and waits until nothing is on its way.
    private static func pause(_ console: ConsoleUnderTest, _ home: StateHome) throws -> JournalWatch {
      let terminal = console.terminal
      try console.plan(400, on: 4)
      try console.confirm("400 from 4 stacks")
      try terminal.waitUntil("the first calls") { $0.contains("100 of 400 sent") }
      try terminal.type("p")
      try terminal.waitUntil("the pause") { $0.contains("paused: nothing is sent or read") && $0.contains("p go on") }
      var journal = JournalWatch(at: home.journal(of: try #require(try home.runs.first)))
      try terminal.waitWithoutReading(for: "the calls on their way to be answered") {
        do { try journal.look() } catch { return false }
        return journal.paused != nil && journal.types.count { $0 == "answered" } == journal.writeCalls
      }
      return journal
    }

    private static func hasPassed(_ duration: Duration, since moment: ContinuousClock.Instant?) -> Bool {
      moment.map { ContinuousClock.now - $0 > duration } ?? false
    }

    private static func expectResumes(_ run: String, on emulator: LiveEmulator, _ home: StateHome) async throws {
      let environment = emulator.environment.merging(home.environment) { $1 }
      let resumed = try await onThreadOfItsOwn {
        try EndToEndTests.console(["runs", "resume", run, "--yes", "--output", "json"], environment: environment)
      }
      #expect(resumed.status == .exited(0))
      #expect(try resumed.json["Counts"]?["removed"] == .integer(400))
    }
  }
}
