import AppStream
import TestSupport
import Testing

@testable import Runs

/// Reading back costs as few calls as can be.
@Suite(.timeLimit(.minutes(5)))
struct ReadBackCostTests {
  @Test(arguments: [(1, 1, true), (2, 1, false), (2, 2, false), (2, 3, true), (25, 26, true), (25, 25, false)])
  func `entries are asked for singly when that takes fewer calls`(entries: Int, stackCalls: Int, isSingly: Bool) {
    let wanted = Sample.associations(["biology": entries])
    #expect(StackReadBack.isCheaperSingly(wanted, stackCalls: stackCalls) == isSingly)
  }

  @Test func `only users of the user pool can be asked for by name`() {
    let wanted = [Association(stackName: "biology", userName: "a@x.example", authenticationType: .saml)]
    #expect(!StackReadBack.isCheaperSingly(wanted, stackCalls: 100))
  }

  @Test func `a few entries of a large stack are read one by one, once its size is known from the check`() async {
    let plan = Sample.plan(["biology": 3])
    let others = (100..<120).map { Association(stackName: "biology", userName: Sample.user($0)) }
    let stage = RunnerStage(MemoryService(plan.entries + others, pageSize: 5))
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    let ended = await stage.run(machine, readCalls: ["biology": 5])
    #expect(ended.counts.text == "3 removed")
    let reads = stage.service.calls.elements.filter { if case .read = $0 { true } else { false } }
    #expect(reads == plan.entries.map { .read(.association($0)) })
  }
}
