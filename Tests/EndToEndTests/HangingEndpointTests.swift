import TerminalTesting
import Testing

/// Apart from the other end-to-end tests, which would all wait for it.
@Suite struct `An endpoint that never answers` {
  @Test func `is reported within 70 seconds`() async throws {
    let emulator = try LiveEmulator("--seed", "1x1x1", faults: #"{"faults":[{"fault":"hang"}]}"#)
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await onThreadOfItsOwn { [environment = emulator.environment] in
      try console(["stacks"], environment: environment)
    }
    #expect(clock.now - start < .seconds(70))
    #expect(result.status == .exited(5))
    #expect(result.standardError.contains("did not answer within 20 s"))
  }
}
