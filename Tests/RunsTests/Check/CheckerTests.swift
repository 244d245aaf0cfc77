import AWSClientCore
import AppStream
import FoundationEssentials
import Runs
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CheckerTests {
  private func checker(_ service: MemoryService, caller: CallerIdentity? = Sample.caller) -> Checker {
    Checker(client: service.client, identity: { caller }, now: { Moment(Sample.moment, Sample.instant) })
  }

  @Test func `a check says stack by stack what is there, what is gone and how many there are`() async {
    let plan = Sample.plan(["physics": 2, "biology": 3])
    let bystanders = (10..<14).map { Association(stackName: "biology", userName: Sample.user($0)) }
    let service = MemoryService(
      plan.entries.filter { $0.userName != Sample.user(1) } + bystanders,
      pageSize: 2
    )
    let check = await checker(service).check(plan)
    #expect(
      check.stacks == [
        StackCheck(name: "biology", present: [0, 2], gone: [1], total: 6, calls: 3),
        StackCheck(name: "physics", present: [3], gone: [4], total: 1),
      ]
    )
    #expect(check.caller == Sample.caller)
    #expect(check.time == Sample.moment)
    #expect(check.failure == nil)
  }

  @Test func `a stack that is no longer listed has nobody on it`() async {
    let plan = Sample.plan(["biology": 2])
    let check = await checker(MemoryService([], stacks: ["chemistry"])).check(plan)
    #expect(check.stacks == [StackCheck(name: "biology", present: [], gone: [0, 1], total: 0)])
  }

  @Test func `a stack that could not be read says why, and the others are read`() async {
    let plan = Sample.plan(["biology": 1, "chemistry": 1])
    let error = Sample.refusal("AccessDeniedException")
    let service = MemoryService(plan.entries, onRead: { _, filter in filter == .stack("biology") ? error : nil })
    let check = await checker(service).check(plan)
    #expect(check.failure == error)
    #expect(
      check.stacks == [
        StackCheck(name: "biology", present: [], gone: [], total: 0, failure: error),
        StackCheck(name: "chemistry", present: [1], gone: [], total: 1),
      ]
    )
  }

  @Test func `a caller that STS did not name in time is unknown, and stops nothing`() async {
    let plan = Sample.plan(["biology": 1])
    let check = await checker(MemoryService(plan.entries), caller: nil).check(plan)
    #expect(check.caller == nil)
    #expect(check.failure == nil)
  }

  @Test func `a check says which access key signed it, and is made again when it was replaced meanwhile`() async {
    let plan = Sample.plan(["biology": 1])
    for (keys, expected, reads) in [
      (["A", "A"], "A", 1), (["A", "B", "B", "B"], "B", 2), (["A", "B", "B", "A", "A", "B"], nil, 3),
    ] as [([String], String?, Int)] {
      let service = MemoryService(plan.entries)
      let remaining = Mutex(keys[...])
      let checker = Checker(
        client: service.client,
        identity: { Sample.caller },
        accessKeyID: { remaining.withLock { $0.popFirst() } },
        now: { Moment(Sample.moment, Sample.instant) }
      )
      let check = await checker.check(plan)
      #expect(check.accessKeyID == expected)
      #expect(check.caller == (expected == nil ? nil : Sample.caller), "what STS said may be of either")
      #expect(service.readCount == reads)
      #expect(RunStart(plan, check, confirmed: "--yes").accessKeyID == expected)
    }
  }

  @Test func `types are told apart`() async {
    let listed = Association(stackName: "biology", userName: "ada@x.example")
    var planned = listed
    planned.authenticationType = .saml
    let check = await checker(MemoryService([listed])).check(Sample.plan(of: [planned]))
    #expect(check.stacks.first?.gone == [0])
  }

  @Test func `at most eight stacks are read at once, and each once`() async {
    let plan = Sample.plan(of: (0..<50).map { Association(stackName: "stack-\($0)", userName: Sample.user(0)) })
    let service = MemoryService(
      plan.entries,
      onRead: { _, _ in
        await Task.yield()
        return nil
      }
    )
    let check = await checker(service).check(plan)
    #expect((1...ReadGate.limit).contains(service.mostReadsInFlight))
    #expect(service.calls.elements.count == 50)
    #expect(check.stacks.map(\.name) == plan.stackNames)
    #expect(check.stacks.flatMap(\.present).count == 50)
  }

  @Test func `the check is dated when everything has been read`() async {
    let plan = Sample.plan(["biology": 1])
    let time = Mutex(Moment(Sample.moment, Sample.instant))
    let service = MemoryService(
      plan.entries,
      onRead: { _, _ in
        time.withLock { $0 = $0.advanced(by: .seconds(9)) }
        return nil
      }
    )
    let checker = Checker(client: service.client, identity: { nil }, now: { time.withLock { $0 } })
    let check = await checker.check(plan)
    #expect(check.finished == Moment(Sample.moment.addingTimeInterval(9), Sample.instant + .seconds(9)))
  }
}
