import AppStream
import Runs
import Synchronization
import TestSupport
import Testing

/// Credentials that are refused in the middle of a run.
@Suite(.timeLimit(.minutes(5)))
struct RunnerPauseTests {
  private let expired = MemoryService.Answer.refused(Sample.refusal("ExpiredTokenException"))

  @Test func `a run goes on by itself once the credentials are accepted again`() async {
    let plan = Sample.plan(["biology": 30])
    let expired = expired
    let asked = Mutex(0)
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in asked.withLock { $0 } < 3 ? expired : .done() },
      pauseLimit: nil,
      renewal: {
        asked.withLock {
          $0 += 1
          return $0 < 3 ? .refused : .renewed
        }
      }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "30 removed")
    #expect(ended.stopReason == nil)
    #expect(stage.records.elements.contains(.paused(reason: "ExpiredTokenException: No.")))
    #expect(stage.clock.sleeps.elements == [.seconds(5), .seconds(5)], "asked at once, then every 5 s")
    #expect(stage.replay(of: plan) == ended)
  }

  @Test func `credentials that seem good and are refused again do not make it spin`() async {
    let plan = Sample.plan(["biology": 3])
    let expired = expired
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in expired },
      pauseLimit: .seconds(60),
      renewal: { .renewed }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "3 stopped")
    #expect(ended.stopReason == "the credentials were refused for 60 s: ExpiredTokenException: No.")
    #expect(stage.service.writeSizes.count <= 14, "one call each 5 s")
    #expect(stage.service.associations.count == 3)
  }

  @Test func `credentials of another account end the run`() async {
    let plan = Sample.plan(["biology": 3])
    let expired = expired
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in expired },
      pauseLimit: nil,
      renewal: { .otherAccount("999988887777") }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "3 stopped")
    #expect(ended.stopReason == "the credentials are now of account 999988887777, and the run is about another")
    #expect(stage.service.writeSizes == [3], "nothing is sent to the other account")
  }

  @Test func `credentials that nobody can compare with those of the confirmation end the run`() async {
    let plan = Sample.plan(["biology": 3])
    let expired = expired
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in expired },
      pauseLimit: nil,
      renewal: { .otherCredentials }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "3 stopped")
    #expect(
      ended.stopReason
        == "the credentials are others than those it was confirmed with, and STS has not said of which account it is"
    )
    #expect(stage.service.writeSizes == [3])
  }

  @Test func `a read that is refused waits as well, instead of knowing nothing`() async {
    let plan = Sample.plan(["biology": 3])
    let isRenewed = Mutex(false)
    let stage = RunnerStage(
      MemoryService(
        plan.entries,
        onRead: { _, _ in isRenewed.withLock { $0 } ? nil : Sample.refusal("ExpiredTokenException") }
      ),
      pauseLimit: nil,
      renewal: {
        isRenewed.withLock { $0 = true }
        return .renewed
      }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "3 removed")
    #expect(stage.records.elements.contains(.paused(reason: "ExpiredTokenException: No.")))
  }

  @Test func `a paused run can be stopped, and knows what was not sent`() async throws {
    let plan = Sample.plan(["biology": 3])
    let expired = expired
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in expired },
      clock: TestClock(holding: [RunControl.stopLimit: Gate(), .seconds(5): Gate()]),
      pauseLimit: nil
    )
    async let running = stage.run(plan)
    try await stage.records.wait { $0.contains { if case .paused = $0 { true } else { false } } }
    stage.control.stop(reason: "x")
    let ended = await running
    #expect(ended.counts.text == "3 stopped")
    #expect(ended.stopReason == "x")
  }
}
