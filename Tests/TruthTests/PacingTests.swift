import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Runs
import Testing

/// A run in real time against a service that takes 10 batch calls a second, 20 at once.
///
/// 200 calls take (200 - 20) / 10 = 18 seconds at best. It runs where `REAL_TIME_TESTS` says that nothing else does.
@Suite(
  .timeLimit(.minutes(2)),
  .enabled(if: ProcessInfo.processInfo.environment["REAL_TIME_TESTS"] != nil, "needs REAL_TIME_TESTS=1")
)
struct PacingTests {
  @Test func `5,000 entries are done in little more time than it takes, with few calls refused`() async throws {
    let run = try await PlainRun.of(
      5_000,
      onStacks: 50,
      faults: [
        Fault(.throttle(rate: 10, burst: 20), FaultTrigger(operations: ["BatchDisassociateUserStack"]))
      ]
    )
    let seconds = run.lastAnswer / .seconds(1)
    let refused = Double(run.machine.throttledCalls) / Double(run.machine.writeCalls)
    print("pacing: \(seconds) s, \(run.machine.throttledCalls) of \(run.machine.writeCalls) calls refused")
    #expect(run.machine.counts.text == "5000 removed")
    #expect(run.machine.writeCalls - run.machine.throttledCalls == 200)
    #expect(seconds <= 18.0 * 1.05)
    #expect(refused <= 0.075)
  }
}
