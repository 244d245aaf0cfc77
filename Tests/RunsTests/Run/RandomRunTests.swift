import AppStream
import SeededNumbers
import TestSupport
import Testing

@testable import Runs

/// Runs against a service that misbehaves by chance: what holds of every one of them.
struct RandomRunTests {
  @Test func `whatever the service does, a run claims only what it saw`() throws {
    let first = UInt64.random(in: .min ... .max)
    for offset in 0..<600 {
      let seed = first &+ UInt64(offset)
      try play(seed: seed)
    }
  }

  private func play(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let plan = Self.plan(&random)
    var player = RunPlayer(plan)
    var service = RandomService(plan, seed: random.next())
    var writes: [SendOrder] = []
    var reads: [ReadOrder] = []
    let stopsAfter = random.happens(0.3) ? Int.random(in: 0...30, using: &random) : nil
    let endsAfter = stopsAfter.map { $0 + Int.random(in: 0...20, using: &random) }
    var turns = 0
    while !player.machine.isFinished {
      turns += 1
      try #require(turns < 200_000, "the run never ends; seed \(seed)")
      if turns == stopsAfter { player.happens(.stopping(reason: "x")) }
      if turns == endsAfter { player.happens(.finished(player.machine.counts)) }
      let step = player.machine.nextStep(isHolding: random.happens(0.2))
      if let step, random.happens(0.6) || (writes.isEmpty && reads.isEmpty) {
        switch step {
        case .send:
          #expect(player.machine.stopReason == nil, "sent after the stop; seed \(seed)")
          let order = try player.send()
          let flying = writes.flatMap(\.entries)
          #expect(Set(flying).isDisjoint(with: order.entries), "twice on its way; seed \(seed)")
          #expect((1...25).contains(order.entries.count), "seed \(seed)")
          writes.append(order)
          #expect(writes.count <= 2, "seed \(seed)")
        case .read(let order):
          player.started(order)
          #expect(!reads.contains { $0.stack == order.stack }, "read twice at once; seed \(seed)")
          reads.append(order)
          #expect(reads.count { $0.delay == .zero } <= ReadGate.limit, "seed \(seed)")
        case .finish:
          #expect(writes.isEmpty && reads.isEmpty, "finished too early; seed \(seed)")
          player.happens(.finished(player.machine.counts))
        }
      } else if !writes.isEmpty, reads.isEmpty || random.happens(0.5) {
        player.happens(service.answer(writes.remove(at: .random(in: writes.indices, using: &random))))
      } else if !reads.isEmpty {
        player.happens(service.answer(reads.remove(at: .random(in: reads.indices, using: &random))))
      }
      expectKeptFigures(player.machine, seed: seed)
    }
    check(player, service, wasCutShort: endsAfter.map { $0 <= turns } ?? false, seed: seed)
  }

  /// What a machine counts as it goes is what there is to count.
  private func expectKeptFigures(_ machine: RunMachine, seed: UInt64) {
    let (counts, entries) = (machine.counts, machine.entries)
    let settled = Outcome.allCases.map { counts[$0] }.reduce(0, +)
    #expect(settled + counts.queued + counts.sent == entries.count, "seed \(seed)")
    #expect(counts == RunCounts(entries), "seed \(seed)")
    #expect(machine.entriesSent == entries.count { $0.lastAnswer != nil }, "seed \(seed)")
    let open = Set(entries.lazy.filter { $0.outcome == nil }.map(\.association.stackName))
    #expect(machine.openStacks == open.count, "seed \(seed)")
  }

  private static func plan(_ random: inout SeededGenerator) -> Plan {
    let entries = (0..<Int.random(in: 1...6, using: &random)).flatMap { stack in
      (0..<Int.random(in: 1...40, using: &random)).map {
        Association(stackName: "stack-\(stack)", userName: Sample.user($0))
      }
    }
    return Sample.plan(random.happens(0.7) ? .disassociate : .associate, of: entries)
  }

  private func check(_ player: RunPlayer, _ service: RandomService, wasCutShort: Bool, seed: UInt64) {
    let (done, notOurs, missed): (Outcome, Outcome, RandomService.Sight) =
      player.machine.plan.operation == .disassociate ? (.removed, .absent, .present) : (.restored, .present, .gone)
    for (index, entry) in player.machine.entries.enumerated() {
      let truth = service.truths[index]
      let reached = truth.lastSeen != nil && truth.lastSeen != missed && truth.lastSeen != .unreadable
      #expect(truth.deliveries <= 3, "sent too often: \(entry); seed \(seed)")
      switch entry.outcome {
      case done: #expect(reached && truth.wasDoneByUs, "\(entry); seed \(seed)")
      case notOurs: #expect(reached, "\(entry); seed \(seed)")
      case .failed: #expect(truth.lastSeen == missed && entry.error != nil, "\(entry); seed \(seed)")
      case .stopped:
        #expect(truth.isKnownUndone && player.machine.stopReason != nil || wasCutShort, "\(entry); \(seed)")
      case .unknown: #expect(truth.lastSeen == .unreadable || wasCutShort, "\(entry); seed \(seed)")
      default: Issue.record("\(entry) has an outcome of the other operation, or none; seed \(seed)")
      }
      let isKnown = entry.outcome == done || entry.outcome == notOurs
      let isThereInTruth = player.machine.plan.operation == .disassociate ? !truth.isThere : truth.isThere
      if isKnown { #expect(isThereInTruth, "\(entry) is not so; seed \(seed)") }
    }
    #expect(player.machine.plan.entries.count == player.machine.entries.count)
    #expect(replay(player) == player.machine, "the same records give another run; seed \(seed)")
  }

  private func replay(_ player: RunPlayer) -> RunMachine {
    var machine = RunMachine(player.machine.plan)
    player.records.forEach { machine.apply($0) }
    return machine
  }
}
