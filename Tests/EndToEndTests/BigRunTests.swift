import FoundationEssentials
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// A run of thousands of entries on as many stacks as a large account has.
  @Suite struct `A big run` {
    private static let slow = """
      {"faults":[
        {"fault":"delay","milliseconds":60,"operations":["BatchDisassociateUserStack"]},
        {"fault":"delay","milliseconds":15,"operations":["DescribeUserStackAssociations"]}]}
      """

    /// Measured in real time, so it runs where `REAL_TIME_TESTS` says that nothing else does.
    @Test(
      .enabled(if: ProcessInfo.processInfo.environment["REAL_TIME_TESTS"] != nil, "needs REAL_TIME_TESTS=1"),
      .timeLimit(.minutes(10))
    )
    func `of 15,000 on 1,500 stacks is shown as it goes, and stops when x is pressed`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1500x3000x15000", faults: Self.slow)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(15_000, on: 1_500)
      try console.confirm("15000 from 1500 stacks")
      try terminal.waitUntil("the run") { Self.sent($0) > 0 }

      var journal = JournalWatch(at: home.journal(of: try #require(try home.runs.first)))
      let stop = ContinuousClock.now + .seconds(8)
      while ContinuousClock.now < stop {
        try journal.look()
        let onRecord = journal.entriesSent
        // What was on record half a second ago is on the screen.
        try terminal.waitUntil("\(onRecord) sent", timeout: .milliseconds(500)) { Self.sent($0) >= onRecord }
        try terminal.waitUntilQuiet(for: .milliseconds(20))
      }

      try journal.look()
      let calls = journal.writeCalls
      try terminal.type("x")
      try terminal.waitUntil("the end of the run", timeout: .seconds(11)) { $0.contains("R resume") }
      try journal.look()
      #expect(journal.writeCalls <= calls + 4)
      #expect(journal.writeCalls < 600)
      #expect(journal.reasons == ["stopped by the operator"])
      #expect(journal.types.suffix(1) == ["finished"])
      #expect(try console.leave() == .exited(0))

      let environment = emulator.environment.merging(home.environment) { $1 }
      let run = try #require(try home.runs.first)
      let resumed = try await onThreadOfItsOwn {
        try ProgramUnderTest.run(
          "appstream-console",
          arguments: ["runs", "resume", run, "--yes", "--output", "json"],
          environment: environment,
          timeout: .seconds(180)
        )
      }
      #expect(resumed.status == .exited(0))
      #expect(try resumed.json["Counts"]?["removed"] == .integer(15_000))
    }

    /// How many entries the screen says were sent.
    private static func sent(_ screen: ScreenText) -> Int {
      for line in screen.lines where line.contains(" sent") {
        let words = line.split(separator: " ")
        guard let of = words.firstIndex(of: "of"), of > 0, words.dropFirst(of + 2).first == "sent" else { continue }
        return Int(words[of - 1]) ?? 0
      }
      return 0
    }
  }
}
