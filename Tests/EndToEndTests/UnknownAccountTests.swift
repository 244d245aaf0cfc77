import TerminalTesting
import Testing

extension EndToEnd {
  /// What was done in an account that STS named is not gone on with in one that nobody names.
  @Suite struct `Commands where STS is silent` {
    @Test func `what was known of an account is not done in one that nobody knows`() async throws {
      let faults = #"{"faults":[{"fault":"hang","after":2,"operations":["GetCallerIdentity"]}]}"#
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "2x1x2", faults: faults)
      let path = "\(home.path)/plan.json"
      let plan = ["disassociate", "--stack", "stack-0002", "--dry-run", "--plan-out", path]
      #expect(try console(plan, on: emulator, environment: home.environment).status == .exited(0))
      let removal = ["disassociate", "--stack", "stack-0001", "--yes"]
      let removed = try console(removal, on: emulator, environment: home.environment)
      #expect(removed.status == .exited(0))
      let run = try #require(try home.runs.first)
      let undo = try console(["runs", "undo", run, "--yes"], on: emulator, environment: home.environment)
      // The run was made while STS was silent, so nothing is known that could be wrong.
      #expect(undo.status == .exited(0))
      #expect(undo.standardError.contains("STS did not say in which account the run was."))
      let sent = try console(["disassociate", "--plan", path, "--yes"], on: emulator, environment: home.environment)
      #expect(sent.status == .exited(4))
      #expect(sent.standardError.contains("STS did not say whose the credentials are"))
      #expect(try await emulator.batches().count == 1)
    }

    @Test func `a run of a known account is not read back in one that nobody knows`() async throws {
      let faults = #"{"faults":[{"fault":"hang","after":3,"operations":["GetCallerIdentity"]}]}"#
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1x2x2", faults: faults)
      let removal = ["disassociate", "--stack", "stack-0001", "--yes"]
      #expect(try console(removal, on: emulator, environment: home.environment).status == .exited(0))
      let run = try #require(try home.runs.first)
      for command in ["undo", "retry"] {
        let result = try console(["runs", command, run, "--yes"], on: emulator, environment: home.environment)
        #expect(result.status == .exited(5))
        #expect(result.standardError.contains("STS did not say whose the credentials are"))
      }
      #expect(try await emulator.batches("BatchAssociateUserStack").isEmpty)
    }
  }
}
