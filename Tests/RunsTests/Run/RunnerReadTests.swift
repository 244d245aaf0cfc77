import AWSClientCore
import AppStream
import Runs
import TestSupport
import Testing

/// Stacks that vanish or cannot be read while a run goes on.
@Suite(.timeLimit(.minutes(5)))
struct RunnerReadTests {
  private func deleting(_ plan: Plan, stillListed: Bool) -> RunnerStage {
    let entries = plan.entries
    return RunnerStage(
      MemoryService(
        entries,
        stacks: stillListed ? [] : ["another"],
        onWrite: { _, items in .done(except: Dictionary(uniqueKeysWithValues: items.map { ($0, "STACK_NOT_FOUND") })) },
        onRead: { _, _ in Sample.refusal("ResourceNotFoundException") }
      )
    )
  }

  @Test func `all associations of a stack that is no longer listed are gone`() async {
    let plan = Sample.plan(["biology": 2])
    let stage = deleting(plan, stillListed: false)
    stage.service.delete(stack: "biology")
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "2 absent")
    #expect(ended.entries[0].error?.code == "STACK_NOT_FOUND")
    #expect(stage.service.calls.elements.last == .listStacks)
  }

  @Test func `not found for a stack that is still listed is an answer nobody can read`() async {
    let plan = Sample.plan(["biology": 2])
    let ended = await deleting(plan, stillListed: true).run(plan)
    #expect(ended.counts.text == "2 unknown")
    #expect(ended.entries[0].error?.code == "STACK_NOT_FOUND")
  }

  /// A service with three stacks, two on a page of their list, that finds nobody on any.
  private func deletingBetweenPages(_ plan: Plan, _ deleted: String, keeping stacks: Set<String>) -> RunnerStage {
    let errors = Dictionary(uniqueKeysWithValues: plan.entries.map { ($0, "USER_NAME_NOT_FOUND") })
    return RunnerStage(
      MemoryService(
        [],
        stacks: stacks,
        pageSize: 2,
        onWrite: { _, _ in .done(except: errors) },
        onRead: { _, _ in Sample.refusal("ResourceNotFoundException") },
        onNextStackPage: { $0.delete(stack: deleted) }
      )
    )
  }

  @Test func `a stack that slipped between two pages of the list of stacks is still there`() async {
    let plan = Sample.plan(["chemistry": 2])
    let stage = deletingBetweenPages(plan, "anatomy", keeping: ["anatomy", "biology", "chemistry"])
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "2 unknown")
    #expect(stage.service.calls.elements.last == .findStacks(["chemistry"]))
  }

  @Test func `a stack that neither several pages nor its name lead to is gone`() async {
    let plan = Sample.plan(["chemistry": 2])
    let stage = deletingBetweenPages(plan, "anatomy", keeping: ["anatomy", "biology", "design"])
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "2 absent")
    #expect(stage.service.calls.elements.filter { $0 == .findStacks(["chemistry"]) }.count == 1)
  }

  @Test func `a stack that is deleted right after a clean answer is removed from`() async {
    let plan = Sample.plan(["biology": 2])
    let services = Log<MemoryService>()
    let service = MemoryService(plan.entries) { _, _ in
      services.elements.first?.delete(stack: "biology")
      return .done()
    }
    services.append(service)
    let ended = await RunnerStage(service).run(plan)
    #expect(ended.counts.text == "2 removed")
  }

  @Test func `a read that is throttled is made again after a wait, until it is answered`() async {
    let plan = Sample.plan(["biology": 2])
    let stage = RunnerStage(
      MemoryService(plan.entries, onRead: { read, _ in read <= 3 ? Sample.refusal("ThrottlingException") : nil })
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "2 removed")
    #expect(stage.clock.sleeps.elements == [.seconds(1), .seconds(2), .seconds(4)])
  }

  @Test(arguments: [
    Sample.refusal("AccessDeniedException"),
    Sample.refusal("ExpiredTokenException"),
    Sample.refusal("InternalFailure", status: 500),
    .unreachable(operation: "Read", .connectionLost(host: "x.example", reason: "reset")),
    .unreadable(operation: "Read", reason: "it is HTML", requestID: nil),
    .repeatedPageToken(operation: "Read"),
  ])
  func `what cannot be read back is unknown, whatever the reason`(error: ServiceError) async {
    let plan = Sample.plan(["biology": 2, "chemistry": 1])
    let stage = RunnerStage(
      MemoryService(
        plan.entries,
        onRead: { _, filter in
          switch filter {
          case .stack("biology"): error
          default: nil
          }
        }
      )
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "1 removed, 2 unknown")
    #expect(ended.isFinished)
  }

  @Test func `of entries that are asked for one by one, those that were seen are known`() async {
    let plan = Sample.plan(["biology": 3])
    let stage = RunnerStage(
      MemoryService(
        plan.entries,
        onRead: { _, filter in
          filter == .association(plan.entries[1]) ? Sample.refusal("InternalFailure", status: 500) : nil
        }
      )
    )
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    let ended = await stage.run(machine, readCalls: ["biology": 10])
    #expect(ended.entries.map(\.word) == ["removed", "unknown", "unknown"])
  }

  @Test func `a user who is no longer there is looked for in the whole stack`() async {
    let plan = Sample.plan(["biology": 1])
    let stage = RunnerStage(
      MemoryService(
        plan.entries,
        stacks: ["biology"],
        onRead: { _, filter in
          filter == .association(plan.entries[0]) ? Sample.refusal("ResourceNotFoundException") : nil
        }
      )
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "1 removed")
  }

  @Test func `a page that fails makes the whole stack unknown, not the rest of it gone`() async {
    let plan = Sample.plan(["biology": 6])
    let kept = Dictionary(uniqueKeysWithValues: plan.entries.map { ($0, "INTERNAL_ERROR") })
    let stage = RunnerStage(
      MemoryService(
        plan.entries,
        pageSize: 2,
        onWrite: { _, _ in .done(except: kept) },
        onRead: { call, _ in call == 2 ? Sample.refusal("InternalFailure", status: 500) : nil }
      )
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "6 unknown")
  }
}
