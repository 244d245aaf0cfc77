import AppStream
import Runs
import TestSupport
import Testing

/// Whole runs against a service in memory.
@Suite(.timeLimit(.minutes(5)))
struct RunnerTests {
  @Test func `a run without faults takes the fewest calls and empties the plan`() async {
    let plan = Sample.plan(["biology": 20, "chemistry": 20, "physics": 20])
    let bystander = Association(stackName: "biology", userName: "eve@x.example")
    let stage = RunnerStage(MemoryService(plan.entries + [bystander]))
    let ended = await stage.run(plan)
    #expect(ended.isFinished)
    #expect(ended.counts.text == "60 removed")
    #expect(stage.service.associations == [bystander])
    #expect(stage.service.writeSizes.sorted() == [10, 25, 25])
    #expect(ended.writeCalls == 3)
    #expect(ended.reads == 3)
    #expect(stage.clock.sleeps.elements.isEmpty, "no pace before the first throttle")
    #expect(stage.replay(of: plan) == ended)
    #expect(stage.records.elements.last == .finished(ended.counts))
  }

  @Test func `undo puts back what was removed and mails nobody`() async {
    let entries = Sample.associations(["biology": 3])
    let plan = Plan(
      operation: .associate,
      entries: entries,
      target: Plan.Target(caller: Sample.caller, region: "eu-west-1", endpoint: "https://x.example"),
      authorship: Plan.Authorship(origin: Sample.origin, created: Sample.moment),
      sendEmailNotification: false
    )
    let stage = RunnerStage(MemoryService([], stacks: ["biology"]))
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "3 restored")
    #expect(stage.service.associations == Set(entries))
    #expect(
      stage.service.calls.elements.first
        == .write(entries.map { UserStackAssociation($0, sendEmailNotification: false) })
    )
  }

  @Test func `nothing is said of mail unless the plan does`() async throws {
    let plan = Sample.plan(["biology": 1])
    let stage = RunnerStage(MemoryService(plan.entries))
    _ = await stage.run(plan)
    #expect(stage.service.calls.elements.first == .write([UserStackAssociation(plan.entries[0])]))
  }

  @Test func `failures are shown where they belong and stop nobody else`() async {
    let plan = Sample.plan(["biology": 30, "chemistry": 30])
    let (inBiology, inChemistry) = (plan.entries[7], plan.entries[40])
    let stage = RunnerStage(
      MemoryService(plan.entries) { _, _ in
        .done(except: [inBiology: "USER_NAME_NOT_FOUND", inChemistry: "DIRECTORY_NOT_FOUND"])
      }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "58 removed, 2 failed")
    #expect(ended.entries[7].error?.code == "USER_NAME_NOT_FOUND")
    #expect(ended.entries[40].error?.code == "DIRECTORY_NOT_FOUND")
    #expect(stage.service.associations == [inBiology, inChemistry])
    #expect(ended.writeCalls == 3, "an error of an entry is not sent again")
  }

  @Test func `throttled calls wait longer each time and are then done`() async {
    let plan = Sample.plan(["biology": 10])
    let stage = RunnerStage(
      MemoryService(plan.entries) { call, _ in
        call <= 4 ? .refused(Sample.refusal("ThrottlingException")) : .done()
      }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "10 removed")
    #expect(stage.clock.sleeps.elements == [50, 100, 200, 400].map { .milliseconds($0) })
    #expect(ended.throttledCalls == 4)
    #expect(ended.writeCalls == 5)
    #expect(stage.replay(of: plan) == ended)
  }

  @Test func `reads go on while writes wait for the service`() async throws {
    let plan = Sample.plan(["biology": 25, "chemistry": 25])
    let (wait, throttled) = (Gate(), Gate())
    let stage = RunnerStage(
      MemoryService(plan.entries) { call, items in
        guard items[0].stackName == "biology" else {
          return call <= 2 ? .refused(Sample.refusal("ThrottlingException")) : .done()
        }
        do { try await throttled.pass() } catch { return .lost(applied: false) }
        return .done()
      },
      clock: TestClock(holding: [.seconds(1): wait]),
      onReport: { if case .throttled = $0 { throttled.open() } }
    )
    async let ended = stage.run(plan)
    // Only the read of biology opens the gate that writes wait at: were reads held up too, the run would never end.
    try await stage.records.wait { records in records.contains { $0.observedStack == "biology" } }
    wait.open()
    #expect(await ended.counts.text == "50 removed")
  }

  @Test(arguments: [true, false])
  func `a lost answer is cleared up by reading, and sent again only where needed`(isApplied: Bool) async {
    let plan = Sample.plan(["biology": 25, "chemistry": 5])
    let stage = RunnerStage(MemoryService(plan.entries) { call, _ in call == 1 ? .lost(applied: isApplied) : .done() })
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "30 removed")
    #expect(ended.writeCalls == (isApplied ? 2 : 3))
    #expect(stage.service.associations.isEmpty)
    #expect(stage.replay(of: plan) == ended)
  }

  @Test func `an answer that is always lost fails after three sends when nothing was applied`() async {
    let plan = Sample.plan(["biology": 3])
    let stage = RunnerStage(MemoryService(plan.entries) { _, _ in .lost(applied: false) })
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "3 failed")
    #expect(ended.entries.allSatisfy { $0.error?.code == "STILL_PRESENT" })
    #expect(stage.service.writeSizes == [3, 3, 3])
  }

  @Test func `what never shows is looked for after 1, 2 and 4 seconds`() async {
    let plan = Sample.plan(["biology": 2])
    let services = Log<MemoryService>()
    let service = MemoryService(
      plan.entries,
      onRead: { _, _ in
        // Somebody puts the first user back each time.
        services.elements.first?.insert(plan.entries[0])
        return nil
      }
    )
    services.append(service)
    let stage = RunnerStage(service)
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "1 removed, 1 failed")
    #expect(ended.entries[0].error == .stillPresent)
    #expect(stage.clock.sleeps.elements == [.seconds(1), .seconds(2), .seconds(4)])
    #expect(ended.writeCalls == 1)
  }

  @Test func `no more than two writes and eight reads are on their way`() async {
    let plan = Sample.plan(of: (0..<200).map { Association(stackName: "stack-\($0)", userName: Sample.user(0)) })
    let service = MemoryService(
      plan.entries,
      onWrite: { _, _ in
        await Task.yield()
        return .done()
      },
      onRead: { _, _ in
        await Task.yield()
        return nil
      }
    )
    let ended = await RunnerStage(service).run(plan)
    #expect(ended.counts.text == "200 removed")
    #expect((1...2).contains(service.mostWritesInFlight))
    #expect((1...ReadGate.limit).contains(service.mostReadsInFlight))
  }
}

extension RunRecord {
  var observedStack: String? { if case .observed(let stack, _, _, _, _) = self { stack } else { nil } }
  var isSending: Bool { if case .sending = self { true } else { false } }
}
