import AppStream
import FoundationEssentials
import Glibc
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// A terminal that goes away, or takes nothing any more, in the middle of a run.
  @Suite struct `A run whose terminal is lost` {
    /// The first two calls are done, and their answers never come.
    private static let hanging = """
      {"faults":[{"fault":"hang","applied":true,"times":2,"operations":["BatchDisassociateUserStack"]}]}
      """

    @Test(arguments: [false, true])
    func `ends within 11 s, idles meanwhile, and can be resumed`(ignoresHangUp: Bool) async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: Self.hanging)
      let console = try ConsoleUnderTest(on: emulator, home: home, ignoresHangUp: ignoresHangUp)
      let terminal = console.terminal
      try console.plan(60, on: 3)
      let pid = try terminal.pid
      try console.confirm("60 from 3 stacks")
      // 50 entries are on their way, and no answer has arrived.
      try terminal.waitUntil("the calls to be under way") { $0.lines.count { $0.hasSuffix(" sent") } > 5 }

      let before = try #require(ProcessTimes(of: pid))
      let start = ContinuousClock.now
      terminal.close()
      let (took, cost) = try await onThreadOfItsOwn {
        var last = before
        let deadline = start + .seconds(30)
        while let now = ProcessTimes(of: pid), ContinuousClock.now < deadline {
          last = now
          poll(nil, 0, 20)
        }
        return (ContinuousClock.now - start, last.seconds - before.seconds)
      }
      #expect(took < .seconds(11))
      #expect(cost < 1, "It took \(cost) s of processor time.")

      let run = try #require(try home.runs.first)
      #expect(try home.recordTypes(of: run).suffix(2).contains("finished"))
      let resumed = try EndToEndTests.console(
        ["runs", "resume", run, "--yes", "--output", "json"],
        on: emulator,
        environment: home.environment
      )
      #expect(resumed.status == .exited(0))
      #expect(try resumed.json["Counts"]?["removed"] == .integer(60))
      // What was done before is only read; the ten that were never sent are.
      #expect(try await emulator.batches().map(\.count).sorted() == [10, 25, 25])
      for stack in ["stack-0001", "stack-0002", "stack-0003"] {
        #expect(try await emulator.users(on: stack).isEmpty)
      }
    }

    @Test func `is not held up by a terminal that nobody reads`() async throws {
      let home = try StateHome()
      let slow = #"{"faults":[{"fault":"delay","milliseconds":300,"operations":["BatchDisassociateUserStack"]}]}"#
      let emulator = try LiveEmulator("--seed", "3x100x300", faults: slow)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(300, on: 3)
      try console.confirm("300 from 3 stacks")
      try terminal.waitUntil("the run") { $0.contains("of 300 sent") }
      // More than a terminal's buffer holds, so that nothing more can be written from here on.
      for _ in 0..<100 { try terminal.send([0x0C]) }
      try terminal.waitWithoutReading(for: "the run to finish", timeout: .seconds(60)) {
        guard let run = try? home.runs.first, let types = try? home.recordTypes(of: run) else { return false }
        return types.last == "finished"
      }
      #expect(try await emulator.batches().count == 12)
      try terminal.waitUntil("the end of the run, once it is read again") { $0.contains("300 removed") }
      #expect(try console.leave() == .exited(0))
    }

    /// Measured in real time, so it runs where `REAL_TIME_TESTS` says that nothing else does.
    @Test(
      .enabled(if: ProcessInfo.processInfo.environment["REAL_TIME_TESTS"] != nil, "needs REAL_TIME_TESTS=1"),
      arguments: [false, true]
    )
    func `ends within 11 s of SIGTERM while nobody reads, with output stopped or full`(isStopped: Bool) async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: Self.hanging)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(60, on: 3)
      let pid = try terminal.pid
      try console.confirm("60 from 3 stacks")
      try terminal.waitUntil("the calls to be under way") { $0.lines.count { $0.hasSuffix(" sent") } > 5 }
      if isStopped { try terminal.stopOutput() }
      for _ in 0..<100 { try terminal.send([0x0C]) }

      let start = ContinuousClock.now
      try terminal.signal(SIGTERM)
      try terminal.waitWithoutReading(for: "the end", timeout: .seconds(20)) { access("/proc/\(pid)", F_OK) != 0 }
      #expect(ContinuousClock.now - start < .seconds(11))
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(try terminal.modes == .cooked)
      #expect(!terminal.screen.isAlternate)
    }

    @Test(arguments: [SIGTERM, SIGQUIT, SIGUSR1])
    func `is left by a signal at once where output was stopped`(signal: CInt) throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"]
      )
      try terminal.waitUntil("the list") { $0.contains("? help") }
      let pid = try terminal.pid
      try terminal.stopOutput()
      for _ in 0..<100 { try terminal.send([0x0C]) }
      try terminal.signal(signal)
      try terminal.waitWithoutReading(for: "the end", timeout: .seconds(10)) { access("/proc/\(pid)", F_OK) != 0 }
      #expect(try terminal.waitForExit() == (signal == SIGTERM ? .exited(0) : .signalled(signal)))
      // Output that was stopped is passed on by the driver in its own time.
      try terminal.waitUntil("the shell's screen") { !$0.isAlternate }
      #expect(try terminal.modes == .cooked)
    }
  }
}
