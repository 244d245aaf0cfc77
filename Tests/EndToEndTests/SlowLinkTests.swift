import FoundationEssentials
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The console at 9,600 baud with 300 ms, on a terminal that answers as all do today.
  ///
  /// Measured in real time, so it runs where `REAL_TIME_TESTS` says that nothing else does.
  @Suite(
    .enabled(if: ProcessInfo.processInfo.environment["REAL_TIME_TESTS"] != nil, "needs REAL_TIME_TESTS=1"),
    .timeLimit(.minutes(3))
  )
  struct `A slow link` {
    @Test(
      .enabled(if: ThirdParty.path(of: "less") != nil, "needs less"),
      arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)]
    )
    func `shows where a held key has led no later than less does`(size: Size) async throws {
      let less = try #require(ThirdParty.path(of: "less"))
      let rows = try TemporaryFile((1...3000).map { "user-\($0)@load.example  biology-2026a  row \($0)\n" }.joined())
      defer { rows.remove() }
      let path = try ProgramUnderTest.path(of: "appstream-console")
      let (lines, list) = try await onThreadOfItsOwn {
        try (
          Self.settling(EmulatedTerminal(executable: less, arguments: [rows.path], size: size)) {
            $0.contains("row 2")
          },
          Self.settling(EmulatedTerminal(executable: path, arguments: ["--demo"], size: size)) {
            $0.contains("900 of 900 shown")
          }
        )
      }
      #expect(list <= lines)
    }

    @Test func `shows the summary of a run of 2,000 within 3 s of its end`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "20x100x2000")
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      terminal.link = .slow
      try console.plan(2000, on: 20)
      try terminal.waitUntilQuiet(for: .seconds(2))
      try terminal.type("2000 from 20 stacks")
      try terminal.waitUntil("the phrase") { $0.contains("Enter:  2000 from 20 stacks") }
      try terminal.waitUntilQuiet(for: .milliseconds(500))
      try terminal.type("\r")
      try terminal.waitUntil("the run") { _ in try home.runs.first != nil }
      var journal = JournalWatch(at: home.journal(of: try #require(try home.runs.first)))
      try terminal.waitUntil("the run to end") { _ in
        try journal.look()
        return journal.types.last == "finished"
      }
      let end = ContinuousClock.now
      try terminal.waitUntil("the summary") { $0.contains("2000 removed") && $0.contains("finished") }
      #expect(ContinuousClock.now - end < .seconds(3))
    }

    /// How long after Down was held for 5 s the last byte comes.
    private static func settling(_ terminal: EmulatedTerminal, _ isOpen: (ScreenText) -> Bool) throws -> Duration {
      terminal.link = .slow
      try terminal.waitUntil("the first screen", isOpen)
      try terminal.waitUntilQuiet(for: .seconds(2))
      let start = ContinuousClock.now
      for press in 1...150 {
        try terminal.type("\u{1B}OB")
        try terminal.wait(until: start + .milliseconds(press * 33))
      }
      let end = ContinuousClock.now
      try terminal.waitUntilQuiet(for: .seconds(2))
      return terminal.lastByte - end
    }
  }
}
