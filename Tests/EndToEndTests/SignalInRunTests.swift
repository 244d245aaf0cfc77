import Glibc
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// Signals that nobody watches for, at each screen that a run has.
  @Suite struct `A signal in a run` {
    private static let slow =
      #"{"faults":[{"fault":"delay","milliseconds":250,"operations":["BatchDisassociateUserStack"]}]}"#

    /// Where a run stands when the signal comes, and what is shown of it.
    enum Stage: CaseIterable {
      case running, filtering, helping, pausing, finished, detailed, exporting, listed, undoing
    }

    @Test(arguments: Stage.allCases, [SIGXCPU, SIGSEGV])
    func `gives the terminal back, and the run is finished by a resume`(stage: Stage, signal: CInt) async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "4x100x400", faults: stage.isInRun ? Self.slow : nil)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(400, on: 4)
      try console.confirm("400 from 4 stacks")
      try stage.reach(terminal)
      #expect(try terminal.modes != .cooked)
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signalled(signal))
      #expect(try terminal.modes == .cooked)
      #expect(!terminal.screen.isAlternate)
      #expect(terminal.screen.isCursorVisible)

      let run = try #require(try home.runs.first)
      let environment = emulator.environment.merging(home.environment) { $1 }
      // A run that has finished has nothing to be resumed.
      let command = stage.isInRun ? ["runs", "resume", run, "--yes"] : ["runs", "show", run]
      let resumed = try await onThreadOfItsOwn {
        try EndToEndTests.console(command + ["--output", "json"], environment: environment)
      }
      #expect(resumed.status == .exited(0), "\(resumed.standardError)")
      #expect(try resumed.json["Counts"]?["removed"] == .integer(400))
      for stack in 1...4 { #expect(try await emulator.users(on: "stack-000\(stack)").isEmpty) }
      let sent = try await emulator.batches().flatMap(\.self)
      if !stage.isInRun { #expect(sent.count == 400) }
    }
  }
}

extension EndToEnd.`A signal in a run`.Stage {
  /// Whether calls are still to be made.
  fileprivate var isInRun: Bool {
    switch self {
    case .running, .filtering, .helping, .pausing: true
    case .finished, .detailed, .exporting, .listed, .undoing: false
    }
  }

  /// Has `terminal`, on which a run of 400 has just begun, show this.
  fileprivate func reach(_ terminal: EmulatedTerminal) throws {
    if isInRun {
      try terminal.waitUntil("the first calls") { $0.contains("50 of 400 sent") }
    } else {
      try terminal.waitUntil("the end") { $0.contains("400 removed") && $0.contains("finished") }
    }
    switch self {
    case .running, .finished: return
    case .filtering: try press("/", in: terminal) { $0.contains("/") }
    case .helping: try press("?", in: terminal) { $0.contains("-- HELP") }
    case .pausing: try press("p", in: terminal) { $0.contains("paused: nothing is sent or read") }
    case .detailed: try press("\r", in: terminal) { $0.contains("RequestId") || $0.contains("request") }
    case .exporting: try press("e", in: terminal) { $0.contains("Receipt to: ") }
    case .listed: try press("q", in: terminal) { $0.contains("0 marked") }
    case .undoing: try press("U", in: terminal) { $0.contains("Type  ") }
    }
  }

  private func press(_ key: String, in terminal: EmulatedTerminal, _ shows: (ScreenText) -> Bool) throws {
    try terminal.waitUntilQuiet(for: .milliseconds(50))
    try terminal.type(key)
    try terminal.waitUntil("\(self)", shows)
  }
}
