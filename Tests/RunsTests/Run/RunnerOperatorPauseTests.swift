import AWSClientCore
import AppStream
import Synchronization
import TestSupport
import Testing

@testable import Runs

/// Runs that the operator holds, and lets go on.
@Suite(.timeLimit(.minutes(5)))
struct RunnerOperatorPauseTests {
  private let plan = Sample.plan(["biology": 30, "chemistry": 30, "physics": 40])

  @Test func `a paused run begins no call, and awaits those on their way`() async throws {
    let paused = try await PausedRun(plan)
    #expect(paused.stage.service.calls.elements.count == 2)
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.counts.text == "100 removed")
    #expect(ended.writeCalls == 4)
    #expect(paused.stage.replay(of: plan) == ended)
  }

  @Test func `a run that stops by itself in a pause reads back what it sent`() async throws {
    let (paused, answers) = (Gate(), Gate())
    let stage = RunnerStage(
      MemoryService(plan.entries) { call, _ in
        guard call == 2 else { return .done() }
        do { try await answers.pass() } catch { return .lost(applied: false) }
        return .refused(Sample.refusal("ExpiredTokenException"))
      },
      pauseLimit: nil,
      renewal: {
        do { try await paused.pass() } catch { return .refused }
        return .otherAccount("999988887777")
      }
    )
    async let running = stage.run(plan)
    try await stage.records.wait { $0.contains(where: \.isAnswered) }
    answers.open()
    try await stage.records.wait { $0.contains(.paused(reason: "ExpiredTokenException: No.")) }
    stage.control.pause()
    try await stage.records.wait { $0.contains(.paused(reason: "paused by the operator")) }
    paused.open()
    let ended = await running
    #expect(ended.stopReason == "the credentials are now of account 999988887777, and the run is about another")
    #expect(ended.counts[.unknown] == 0)
    #expect(ended.counts[.removed] > 0)
  }

  @Test func `a stop works in a pause, and what was sent is read back`() async throws {
    let paused = try await PausedRun(plan)
    paused.stage.control.stop(reason: "x")
    let ended = await paused.ended
    #expect(ended.counts.text == "50 removed, 50 stopped")
    #expect(ended.stopReason == "x")
  }

  @Test func `who pauses and goes on at once has paused nothing`() async {
    let stage = RunnerStage(MemoryService(plan.entries))
    stage.control.pause()
    stage.control.goOn()
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "100 removed")
    #expect(!stage.records.elements.contains { if case .paused = $0 { true } else { false } })
  }

  @Test func `a reading that waits for what was done to show is put off by a pause`() async throws {
    let plan = Sample.plan(["biology": 2])
    let second = Gate()
    let stage = RunnerStage(
      MemoryService(plan.entries, onWrite: { _, _ in .done() }),
      clock: TestClock(holding: [RunControl.stopLimit: Gate(), .seconds(1): second])
    )
    // It is put back before it is read, so it is read again after a second.
    let put = plan.entries[0]
    let running = Task {
      await stage.run(plan) { record in
        if case .answered = record { stage.service.insert(put) }
      }
    }
    try await stage.clock.sleeps.wait { $0.contains(.seconds(1)) }
    stage.control.pause()
    try await stage.records.wait { $0.contains(.paused(reason: "paused by the operator")) }
    let calls = stage.service.calls.elements.count
    second.open()
    for _ in 0..<100 { await Task.yield() }
    #expect(stage.service.calls.elements.count == calls)
    stage.service.remove(put)
    stage.control.goOn()
    #expect(await running.value.counts.text == "2 removed")
  }

  @Test func `in a pause the credentials are not asked for, and afterwards they are`() async throws {
    let expired = MemoryService.Answer.refused(Sample.refusal("ExpiredTokenException"))
    let (asked, answer) = (Log<Void>(), Gate())
    let isRenewed = Mutex(false)
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in
        if isRenewed.withLock({ $0 }) { return .done() }
        do { try await answer.pass() } catch { return .lost(applied: false) }
        return expired
      },
      pauseLimit: nil,
      renewal: {
        asked.append(())
        isRenewed.withLock { $0 = true }
        return .renewed
      }
    )
    let running = Task { [plan] in await stage.run(plan) }
    try await stage.service.calls.wait { $0.count == 2 }
    stage.control.pause()
    try await stage.records.wait { $0.contains(.paused(reason: "paused by the operator")) }
    answer.open()
    try await stage.records.wait { $0.contains(.paused(reason: "ExpiredTokenException: No.")) }
    for _ in 0..<100 { await Task.yield() }
    #expect(asked.elements.isEmpty)
    stage.control.goOn()
    // Whoever shows the run learns again what it waits for.
    try await stage.records.wait { $0.count { $0 == .paused(reason: "ExpiredTokenException: No.") } == 2 }
    #expect(await running.value.counts.text == "100 removed")
  }

  @Test(arguments: [
    PauseCause.operatorAsked, .checkFailed("biology could not be read"), .credentials("ExpiredTokenException: No."),
  ])
  func `why a run is paused is read from the text that a journal has of it`(cause: PauseCause) {
    #expect(PauseCause(cause.text) == cause)
  }
}
