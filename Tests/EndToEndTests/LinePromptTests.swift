import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The plain-line way, on a terminal: for screen readers, dumb terminals and logs.
  @Suite struct `Confirming in plain lines` {
    private static let slow =
      #"{"faults":[{"fault":"throttle","rate":0.001,"burst":1,"operations":["BatchDisassociateUserStack"]}]}"#
    private static let removal = ["disassociate", "--stack", "stack-0001"]

    @Test(arguments: [
      "y\r", "6\r", "\r", "6 from 2\r", "6 from 1 \r", "\u{1B}", "\u{4}", "6 from 1\u{4}", "6 from 1\r\u{4}",
    ])
    func `anything else than what is asked for is a no`(typed: String) async throws {
      let emulator = try LiveEmulator("--seed", "1x6x6")
      let terminal = try start(Self.removal, on: emulator)
      try terminal.waitUntil("the prompt") { $0.contains("Type  6 from 1  and Enter:") }
      try terminal.type(typed)
      #expect(try terminal.waitForExit() == .exited(4))
      #expect(terminal.screen.contains("Not confirmed, so nothing was sent."))
      #expect(try terminal.modes == .cooked)
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `exactly that is a yes, and can be edited before`() async throws {
      let emulator = try LiveEmulator("--seed", "1x6x6")
      let terminal = try start(Self.removal, on: emulator)
      try terminal.waitUntil("the prompt") { $0.contains("Type  6 from 1  and Enter:") }
      try terminal.type("6 frö\u{7F}om 2\u{7F}1")
      try terminal.waitUntil("the phrase") { $0.contains("Enter:  6 from 1") }
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.type("\r")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.screen.contains("6 removed"))
      #expect(try terminal.modes == .cooked)
      #expect(try await emulator.users(on: "stack-0001").isEmpty)
    }

    @Test(arguments: ["xterm-256color", "vt220", "linux", "dumb", "unknown-terminal"])
    func `what comes in one piece confirms only after another Enter, and no cursor is moved`(term: String) async throws
    {
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let terminal = try start(Self.removal, on: emulator, term: term)
      try terminal.waitUntil("the prompt") { $0.contains("Type  1 from 1  and Enter:") }
      try terminal.type("1 from 1\r")
      try terminal.waitUntil("the question") { $0.contains("Enter once more") }
      #expect(try await emulator.batches().isEmpty)
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.type("\r")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(!terminal.output.contains(0x1B))
    }

    @Test func `what was typed before it was asked for is thrown away`() async throws {
      let faults = #"{"faults":[{"fault":"delay","milliseconds":1500,"operations":["DescribeUserStackAssociations"]}]}"#
      let emulator = try LiveEmulator("--seed", "1x1x1", faults: faults)
      let terminal = try start(Self.removal, on: emulator)
      try terminal.type("1 from 1\r1 from 1")
      try terminal.waitUntil("the prompt") { $0.contains("Type  1 from 1  and Enter:") }
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.type("\r")
      #expect(try terminal.waitForExit() == .exited(4))
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `an end of file before it is asked for is a no`() async throws {
      let faults = #"{"faults":[{"fault":"delay","milliseconds":500,"operations":["DescribeUserStackAssociations"]}]}"#
      let emulator = try LiveEmulator("--seed", "1x1x1", faults: faults)
      let terminal = try start(Self.removal, on: emulator)
      try terminal.send([0x04])
      #expect(try terminal.waitForExit() == .exited(4))
      let program = try ProgramUnderTest.path(of: "appstream-console")
      let script = try ProgramUnderTest.run(
        path: "/usr/bin/script",
        arguments: ["-qec", "\(program) disassociate --stack stack-0001", "/dev/null"],
        environment: emulator.environment
      )
      #expect(script.status == .exited(4))
      #expect(script.standardOutput.contains("Not confirmed, so nothing was sent."))
      #expect(try await emulator.batches().isEmpty)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGIO, SIGXCPU, SIGSYS, SIGABRT, SIGSEGV, 40])
    func `whatever signal ends it at the prompt, the terminal is as it was`(signal: CInt) throws {
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let terminal = try start(Self.removal, on: emulator)
      try terminal.waitUntil("the prompt") { $0.contains("Type  1 from 1  and Enter:") }
      #expect(try terminal.modes != .cooked)
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signalled(signal))
      #expect(try terminal.modes == .cooked)
    }

    @Test func `Ctrl-C leaves the prompt, and Ctrl-Z gives the terminal to the shell until fg asks again`() async throws
    {
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let left = try start(Self.removal, on: emulator)
      try left.waitUntil("the prompt") { $0.contains("Type  1 from 1  and Enter:") }
      try left.press(.control("c"))
      #expect(try left.waitForExit() == .signalled(SIGINT))
      #expect(try left.modes == .cooked)

      let terminal = try start(Self.removal, on: emulator)
      try terminal.waitUntil("the prompt") { $0.contains("Type  1 from 1  and Enter:") }
      try terminal.type("1 fr")
      try terminal.waitUntil("the beginning") { $0.contains("Enter:  1 fr") }
      try terminal.press(.control("z"))
      try terminal.waitForStop()
      #expect(try terminal.modes == .cooked)
      try terminal.continueInForeground()
      try terminal.waitUntil("the prompt again") { screen in screen.lines.count { $0.contains("Enter:  1 fr") } == 2 }
      #expect(try terminal.modes != .cooked)
      try terminal.type("om 1")
      try terminal.waitUntil("the phrase") { $0.contains("Enter:  1 from 1") }
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.type("\r")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(try terminal.modes == .cooked)
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
