import FoundationEssentials
import TerminalTesting
import Testing

/// Measured in real time, so it runs where `REAL_TIME_TESTS` says that nothing else does.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["REAL_TIME_TESTS"] != nil, "needs REAL_TIME_TESTS=1"))
struct `An endpoint that never answers` {
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
