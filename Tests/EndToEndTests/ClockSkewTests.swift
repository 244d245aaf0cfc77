import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `A machine whose clock is wrong` {
    private static let faults = #"{"faults":[{"fault":"clockSkew","seconds":900}]}"#
    private static let sentence =
      "This machine's clock is 15 minutes behind AWS's. Calls are signed with AWS's time; set the clock."

    @Test func `is served all the same, and is told once`() async throws {
      let emulator = try LiveEmulator("--seed", "3x2x6", faults: Self.faults)
      let home = try StateHome()
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(result.status == .exited(0))
      #expect(result.standardError.ranges(of: Self.sentence).count == 1)
      #expect(try await emulator.users(on: "stack-0001") == [])
      let run = try #require(try home.runs.first)
      let shown = try console(["runs", "show", run], environment: home.environment)
      #expect(shown.standardError.contains("times by this machine's clock, then 15 minutes behind AWS's"))
      let receipt = try console(
        ["runs", "export", run, "--output", "json"],
        on: emulator,
        environment: home.environment
      ).json
      guard case .integer(let seconds)? = receipt["ClockSkewSeconds"] else {
        Issue.record("the receipt does not say how wrong the clock was")
        return
      }
      #expect((890...910).contains(seconds))
    }

    @Test func `is told in the console`() throws {
      let emulator = try LiveEmulator("--seed", "3x2x6", faults: Self.faults)
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        environment: emulator.environment
      )
      try terminal.waitUntil("the rows and the sentence") {
        $0.contains("6 of 6 shown") && $0.contains("This machine's clock is 15 minutes behind AWS's.")
      }
    }
  }
}
