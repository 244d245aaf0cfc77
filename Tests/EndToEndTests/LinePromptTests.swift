import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The plain-line way, on a terminal: for screen readers, dumb terminals and logs.
  @Suite struct `Confirming in plain lines` {
    private static let slow =
      #"{"faults":[{"fault":"throttle","rate":0.001,"burst":1,"operations":["BatchDisassociateUserStack"]}]}"#

    @Test func `only exactly what is asked for is a yes`() async throws {
      let emulator = try LiveEmulator("--seed", "1x6x6")
      let refused = try start(["disassociate", "--stack", "stack-0001"], on: emulator)
      try refused.waitUntil("the prompt") { $0.contains("Type  6 from 1  and Enter") }
      try refused.type("y\r")
      #expect(try refused.waitForExit() == .exited(4))
      #expect(try await emulator.batches().isEmpty)

      let confirmed = try start(["disassociate", "--stack", "stack-0001"], on: emulator)
      try confirmed.waitUntil("the prompt") { $0.contains("Type  6 from 1  and Enter") }
      try confirmed.type("6 from 1\r")
      #expect(try confirmed.waitForExit() == .exited(0))
      #expect(confirmed.screen.contains("6 removed"))
      #expect(try await emulator.users(on: "stack-0001").isEmpty)
    }

    @Test func `no cursor is moved, so that TERM=dumb will do`() throws {
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let terminal = try start(["disassociate", "--stack", "stack-0001"], on: emulator, term: "dumb")
      try terminal.waitUntil("the prompt") { $0.contains("Type  1 from 1  and Enter") }
      try terminal.type("1 from 1\r")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(!terminal.output.contains(0x1B))
    }

    @Test func `Ctrl-C stops the run, reads back what was sent, and says what was not`() async throws {
      let emulator = try LiveEmulator("--seed", "1x40x40", faults: Self.slow)
      let terminal = try start(["disassociate", "--stack", "stack-0001", "--yes"], on: emulator)
      try terminal.waitUntil("the throttling") { $0.contains("slowed by the service") }
      try terminal.press(.control("c"))
      #expect(try terminal.waitForExit() == .exited(1))
      #expect(terminal.screen.contains("15 stopped") || terminal.screen.contains("25 stopped"))
      let left = try await emulator.users(on: "stack-0001").count
      #expect(terminal.screen.contains("\(40 - left) removed, \(left) stopped"))
    }

    private func start(
      _ arguments: [String],
      on emulator: LiveEmulator,
      term: String = "xterm-256color"
    ) throws -> EmulatedTerminal {
      try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: arguments,
        environment: emulator.environment.merging(["TERM": term]) { $1 },
        size: Size(rows: 60, columns: 160)
      )
    }
  }
}
