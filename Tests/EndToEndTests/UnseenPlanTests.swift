import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// Only what was seen is confirmed, and nothing that comes in one piece.
  @Suite struct `A plan that nobody saw` {
    @Test func `is not confirmed while the terminal takes nothing, and is shown before it can be`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "3x20x60")
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try terminal.waitUntil("all stacks to be read") { $0.contains("3 stacks, 3 read") }
      try terminal.waitUntilQuiet()
      let reads = try await emulator.log().count
      // More than a terminal's buffer holds, so that nothing more can be written from here on.
      for _ in 0..<100 { try terminal.send([0x0C]) }
      try terminal.type("ad60 from 3 stacks", every: .milliseconds(20))
      try terminal.type("\r\r", every: .milliseconds(400))
      while try await emulator.log().count < reads + 4 { await Task.yield() }
      try terminal.type("60 from 3 stacks", every: .milliseconds(20))
      try terminal.type("\r\r", every: .milliseconds(400))
      try terminal.waitUntil("the plan") { $0.contains("Type  60 from 3 stacks  and Enter:") }
      #expect(!terminal.screen.contains("Enter:  60"))
      #expect(try home.runs.isEmpty)
      #expect(try await emulator.batches().isEmpty)
      try console.confirm("60 from 3 stacks")
      try terminal.waitUntil("the end of the run") { $0.contains("60 removed") && $0.contains("finished") }
      #expect(try console.leave() == .exited(0))
    }

    @Test func `is not confirmed by a phrase that the terminal has not shown`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "3x20x60")
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(60, on: 3)
      try terminal.waitUntil("the line that asks") { $0.contains("Type  60 from 3 stacks  and Enter:") }
      for _ in 0..<100 { try terminal.send([0x0C]) }
      try terminal.type("60 from 3 stacks", every: .milliseconds(20))
      try terminal.type("\r", every: .milliseconds(400))
      try terminal.waitUntil("the phrase") { $0.contains("Enter once more") && $0.contains("Enter:  60 from 3 stacks") }
      #expect(try home.runs.isEmpty)
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.type("\r")
      try terminal.waitUntil("the end of the run") { $0.contains("60 removed") && $0.contains("finished") }
      #expect(try console.leave() == .exited(0))
    }

    @Test(arguments: ["xterm-256color", "vt100", "vt220", "linux", "rxvt", "screen", "tmux-256color"])
    func `is confirmed by no single read, and by another Enter after it`(term: String) throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: ["TERM": term]
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      try terminal.type("d")
      try terminal.waitUntil("the line that asks") { $0.contains("Type  1 from 1  and Enter:") }
      try terminal.type("1 from 1\r")
      try terminal.waitUntil("the question") { $0.contains("Enter once more") }
      #expect(terminal.screen.contains("Enter:  1 from 1"))
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.type("\r")
      try terminal.waitUntil("the end of the run") { $0.contains("finished") }
      try terminal.type("qq")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }
}
