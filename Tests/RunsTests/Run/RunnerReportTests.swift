import AppStream
import Runs
import TestSupport
import Testing

/// In which order a run reports, and what it can rely on.
@Suite(.timeLimit(.minutes(5)))
struct RunnerReportTests {
  @Test func `no call is made before its record is reported to the end`() async {
    let plan = Sample.plan(["biology": 60])
    let events = Log<String>()
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, items in
        events.append("call \(items[0].userName)")
        return .done()
      },
      onReport: { record in
        guard case .sending(_, _, let entries) = record else { return }
        // A slow disk: others get a turn while the record is written.
        for _ in 0..<20 { await Task.yield() }
        events.append("written \(plan.entries[entries[0]].userName)")
      }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "60 removed")
    for user in [0, 25, 50].map(Sample.user) {
      let written = events.elements.firstIndex(of: "written \(user)")
      let called = events.elements.firstIndex(of: "call \(user)")
      #expect(written != nil && called != nil)
      if let written, let called { #expect(written < called) }
    }
  }

  @Test func `every attempt has its own record`() async {
    let plan = Sample.plan(["biology": 1])
    let stage = RunnerStage(
      MemoryService(plan.entries) { call, _ in
        switch call {
        case 1: .refused(Sample.refusal("ThrottlingException"))
        case 2: .lost(applied: false)
        default: .done()
        }
      }
    )
    _ = await stage.run(plan)
    let lost = "Write got no response. x.example did not answer within 20 s. Try again, or check the endpoint."
    #expect(
      stage.records.elements.dropLast() == [
        .sending(batch: 1, attempt: 1, entries: [0]),
        .throttled(batch: 1, attempt: 1),
        .sending(batch: 1, attempt: 2, entries: [0]),
        .lost(batch: 1, attempt: 2, reason: lost),
        .observed(stack: "biology", present: [0], gone: [], unreadable: []),
        .sending(batch: 2, attempt: 1, entries: [0]),
        .answered(batch: 2, attempt: 1, requestID: "q-3", errors: []),
        .observed(stack: "biology", present: [], gone: [0], unreadable: []),
      ]
    )
  }

  @Test func `a slow report loses nothing and changes no order`() async {
    let plan = Sample.plan(["biology": 30, "chemistry": 30, "physics": 30])
    let stage = RunnerStage(
      MemoryService(plan.entries) { call, _ in call.isMultiple(of: 2) ? .lost(applied: true) : .done() },
      onReport: { _ in for _ in 0..<50 { await Task.yield() } }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "90 removed")
    #expect(stage.replay(of: plan) == ended)
  }

  @Test func `one entry is asked for by itself, and several by their stack`() async {
    let plan = Sample.plan(["biology": 1, "chemistry": 2])
    let stage = RunnerStage(MemoryService(plan.entries))
    _ = await stage.run(plan)
    let reads = stage.service.calls.elements.filter { if case .read = $0 { true } else { false } }
    #expect(reads.count == 2)
    #expect(reads.contains(.read(.association(plan.entries[0]))))
    #expect(reads.contains(.read(.stack("chemistry"))))
  }

  @Test func `a large stack is read back page by page`() async {
    let plan = Sample.plan(["biology": 3])
    let others = (3..<20).map { Association(stackName: "biology", userName: Sample.user($0)) }
    let kept = plan.entries[2]
    let stage = RunnerStage(
      MemoryService(plan.entries + others, pageSize: 4) { _, _ in .done(except: [kept: "INTERNAL_ERROR"]) }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "2 removed, 1 failed")
    #expect(ended.reads == 1)
  }
}
