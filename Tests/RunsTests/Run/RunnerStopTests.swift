import AWSClientCore
import AppStream
import Runs
import TestSupport
import Testing

/// Runs that are stopped or cancelled from outside.
@Suite(.timeLimit(.minutes(5)))
struct RunnerStopTests {
  @Test func `a stop that was asked for before the run begins sends nothing`() async {
    let plan = Sample.plan(["biology": 60])
    let stage = RunnerStage(MemoryService(plan.entries))
    stage.control.stop(reason: "SIGTERM")
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "60 stopped")
    #expect(ended.stopReason == "SIGTERM")
    #expect(stage.service.calls.elements.isEmpty)
    #expect(stage.records.elements == [.stopping(reason: "SIGTERM"), .finished(ended.counts)])
  }

  @Test func `a stop while a record is written lets that call go and no other`() async {
    let plan = Sample.plan(["biology": 100])
    let control = Log<RunControl>()
    let stage = RunnerStage(
      MemoryService(plan.entries),
      onReport: { record in
        guard record.isSending, let control = control.elements.first else { return }
        control.stop(reason: "x")
      }
    )
    control.append(stage.control)
    let ended = await stage.run(plan)
    #expect(stage.service.writeSizes == [25])
    #expect(ended.counts.text == "25 removed, 75 stopped")
  }

  @Test func `a stop in mid-run awaits the calls on their way and reads them back`() async throws {
    let plan = Sample.plan(["biology": 25, "chemistry": 25, "physics": 25])
    let answer = Gate()
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in
        do { try await answer.pass() } catch { return .lost(applied: false) }
        return .done()
      }
    )
    async let running = stage.run(plan)
    try await stage.service.calls.wait { $0.count == 2 }
    stage.control.stop(reason: "x")
    try await stage.records.wait { $0.contains(.stopping(reason: "x")) }
    answer.open()
    let ended = await running
    #expect(ended.counts.text == "50 removed, 25 stopped")
    #expect(stage.service.writeSizes == [25, 25])
    #expect(stage.clock.sleeps.elements == [RunControl.stopLimit])
    #expect(stage.replay(of: plan) == ended)
  }

  @Test func `after 10 seconds a stopped run ends, and what is unread is unknown`() async throws {
    let plan = Sample.plan(["biology": 25, "chemistry": 25, "physics": 25])
    let (never, limit) = (Gate(), Gate())
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, items in
        guard items[0].stackName == "chemistry" else { return .done() }
        do { try await never.pass() } catch { return .lost(applied: false) }
        return .done()
      } onRead: { _, _ in
        do { try await never.pass() } catch { return .cancelled(operation: "Read") }
        return nil
      },
      clock: TestClock(holding: [RunControl.stopLimit: limit])
    )
    async let running = stage.run(plan)
    try await stage.service.calls.wait { calls in calls.contains { if case .read = $0 { true } else { false } } }
    stage.control.stop(reason: "x")
    try await stage.clock.sleeps.wait { $0.contains(RunControl.stopLimit) }
    limit.open()
    let ended = await running
    #expect(ended.isFinished)
    #expect(ended.counts[.unknown] >= 50)
    #expect(ended.counts[.unknown] + ended.counts[.stopped] == 75)
    #expect(ended.entries[0].word == "unknown", "it was removed, but nobody could see it")
    #expect(ended.entries[25].word == "unknown")
    #expect(stage.records.elements.last == .finished(ended.counts))
  }

  @Test func `refused keys leave the rest stopped, and a stop after them still has its 10 seconds`() async throws {
    let plan = Sample.plan(["biology": 25, "chemistry": 25, "physics": 25])
    let (never, limit) = (Gate(), Gate())
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, items in
        if items[0].stackName == "biology" { return .refused(Sample.refusal("ExpiredTokenException")) }
        do { try await never.pass() } catch { return .lost(applied: false) }
        return .done()
      },
      clock: TestClock(holding: [RunControl.stopLimit: limit])
    )
    async let running = stage.run(plan)
    try await stage.records.wait { records in records.contains { if case .refused = $0 { true } else { false } } }
    stage.control.stop(reason: "x")
    try await stage.clock.sleeps.wait { $0.contains(RunControl.stopLimit) }
    limit.open()
    let ended = await running
    #expect(ended.stopReason == "the credentials were refused for 0 s: ExpiredTokenException: No.")
    #expect(ended.entries[0].word == "stopped")
    #expect(ended.entries[50].word == "stopped")
    #expect(ended.entries[25].word == (stage.service.writeSizes.count == 2 ? "unknown" : "stopped"))
  }

  @Test func `missing keys apply nothing either`() async {
    let plan = Sample.plan(["biology": 3])
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in .refused(.credentials(.noneFound(asked: ["the environment"]))) }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "3 stopped")
    #expect(stage.service.associations.count == 3)
    #expect(ended.stopReason?.contains("NO_CREDENTIALS: No AWS credentials were found.") == true)
  }

  @Test func `only the first of two stops is reported`() async {
    let plan = Sample.plan(["biology": 3])
    let stage = RunnerStage(MemoryService(plan.entries))
    stage.control.stop(reason: "x")
    stage.control.stop(reason: "SIGTERM")
    _ = await stage.run(plan)
    #expect(stage.records.elements.first == .stopping(reason: "x"))
    #expect(stage.records.elements.count == 2)
  }

  @Test func `a cancelled task ends the run at once and leaves no call behind`() async throws {
    let plan = Sample.plan(["biology": 60])
    let never = Gate()
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in
        do { try await never.pass() } catch { return .lost(applied: false) }
        return .done()
      }
    )
    let task = Task { await stage.run(plan) }
    try await stage.service.calls.wait { $0.count == 2 }
    task.cancel()
    let ended = await task.value
    #expect(ended.isFinished)
    #expect(ended.counts.text == "10 stopped, 50 unknown")
    #expect(stage.records.elements.last == .finished(ended.counts))
    #expect(stage.replay(of: plan) == ended)
  }
}
