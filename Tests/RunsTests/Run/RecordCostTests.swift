import AppStream
import TestSupport
import Testing

@testable import Runs

/// A record costs what it changes: the same in a run of 20,000 entries as in one of 1,000.
@Suite(.enabled(if: Steps.canBeCounted, "needs a processor whose instructions can be counted"))
struct RecordCostTests {
  @Test func `the machine takes a record in as many steps whatever the plan holds`() throws {
    let (small, large) = (try Self.costs(entries: 1_000), try Self.costs(entries: 20_000))
    for (small, large) in zip(small, large) {
      #expect(large.steps < 2 * small.steps, "\(large.record): \(small.steps) steps, in the large run \(large.steps)")
    }
  }

  @Test func `what is gone at a check is taken out in as many steps however many calls wait`() throws {
    let costs = [1_000, 20_000].map { count in
      var machine = Self.machine(entries: count)
      let entry = count / 2
      let stack = machine.entries[entry].association.stackName
      return Steps.of { machine.apply(.observed(stack: stack, present: [], gone: [entry], unreadable: [])) }
    }
    #expect(costs[1] < 2 * costs[0], "\(costs)")
  }

  @Test func `what can follow a run is found in steps that grow as its entries do`() throws {
    let costs = try [10, 40].map { count in
      var player = RunPlayer(Sample.plan(["biology": count]))
      while let order = player.machine.nextStep()?.sendOrder {
        player.happens(player.machine.record(of: order))
        player.answered(order, order.entries.map { player.error($0, "INTERNAL_ERROR") })
      }
      try player.readBack(allPresent: true)
      let machine = player.machine
      #expect(machine.counts[.failed] == count)
      return [Steps.of { _ = FollowUp.retry(of: machine) }, Steps.of { _ = FollowUp.undo(of: machine) }]
    }
    for (small, large) in zip(costs[0], costs[1]) { #expect(large < 5 * small, "\(costs)") }
  }

  private static func machine(entries: Int) -> RunMachine {
    let stacks = (0..<entries / 10).map { "stack-\($0)" }
    let associations = stacks.flatMap { stack in
      (0..<10).map { Association(stackName: stack, userName: Sample.user($0)) }
    }
    var machine = RunMachine(Sample.plan(of: associations))
    machine.apply(.confirmed(how: "--yes"))
    return machine
  }

  private static func costs(entries: Int) throws -> [(record: String, steps: Int)] {
    var machine = Self.machine(entries: entries)
    // The first records make room that the later ones find.
    for _ in 1...4 {
      for (_, record) in try records(of: machine) { machine.apply(record) }
    }
    var costs: [(record: String, steps: Int)] = []
    for (name, record) in try records(of: machine) { costs.append((name, Steps.of { machine.apply(record) })) }
    return costs + [
      ("the next step", Steps.of { _ = machine.nextStep() }), ("the counts", Steps.of { _ = machine.counts.text }),
    ]
  }

  /// Sends the next call with one of its entries, which is throttled once, and reads that back.
  private static func records(of machine: RunMachine) throws -> [(name: String, record: RunRecord)] {
    let order = try #require(machine.nextStep()?.sendOrder)
    let (batch, entry) = (order.batch, order.entries[0])
    let sending = RunRecord.sending(batch: batch, attempt: 1, entries: [entry])
    let stack = machine.entries[entry].association.stackName
    return [
      ("sending", sending), ("throttled", .throttled(batch: batch, attempt: 1)), ("sending again", sending),
      ("answered", .answered(batch: batch, attempt: 1, requestID: "q", errors: [])),
      ("observed", .observed(stack: stack, present: [], gone: [entry], unreadable: [])),
      ("paused", .paused(reason: "x")),
    ]
  }
}
