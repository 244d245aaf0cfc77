import AppStream
import TestSupport
import Testing

@testable import Runs

/// Runs as large as an account: what takes time in proportion in a small run must not take more in a large one.
@Suite(.timeLimit(.minutes(5)))
struct LargeRunTests {
  private static let count = 5_000

  @Test(arguments: [1, 50, count])
  func `a large run ends, however many stacks they are on`(stacks: Int) async {
    let plan = Sample.plan(
      of: (0..<Self.count).map { Association(stackName: "stack-\($0 % stacks)", userName: Sample.user($0)) }
    )
    let stage = RunnerStage(
      MemoryService(plan.entries) { call, _ in
        call <= Self.count / 25 && call.isMultiple(of: 20) ? .lost(applied: call.isMultiple(of: 40)) : .done()
      }
    )
    let ended = await stage.run(plan)
    #expect(ended.counts.text == "\(Self.count) removed")
    #expect(ended.writeCalls >= Self.count / 25)
    #expect(ended.writeCalls <= Self.count / 25 * 11 / 10 + stacks)
    let left = stage.service.associations.count
    #expect(left == 0)
  }

  @Test func `a large run is read from its records again`() throws {
    let plan = Sample.plan(
      of: (0..<Self.count).map { Association(stackName: "stack-\($0 % 500)", userName: Sample.user($0)) }
    )
    var player = RunPlayer(plan)
    while let step = player.machine.nextStep(), step != .finish {
      if step.sendOrder == nil { try player.readBack() } else { try player.answered(player.send()) }
    }
    var machine = RunMachine(plan)
    player.records.forEach { machine.apply($0) }
    #expect(machine.entries == player.machine.entries)
    #expect(machine.counts.text == "\(Self.count) removed")
  }
}
