import AppStream
import PlainText
import Runs
import Synchronization
import TestSupport
import Testing

/// What a run does when its journal can no longer be written.
@Suite(.timeLimit(.minutes(5)))
struct RunnerJournalTests {
  private static let full = JournalError.unwritable(path: "/runs/x.jsonl", reason: "no space left on device")

  @Test(arguments: 0..<9)
  func `no call is sent that is not on record, and what was sent is still read back`(writable: Int) async {
    let plan = Sample.plan(["biology": 60])
    let written = Mutex<[RunRecord]>([])
    let stage = RunnerStage(MemoryService(plan.entries))
    let ended = await stage.run(plan) { (record) throws(JournalError) in
      let isFull = written.withLock { records in
        guard records.count < writable else { return true }
        records.append(record)
        return false
      }
      if isFull { throw Self.full }
    }
    let sent = written.withLock { $0 }.count { if case .sending = $0 { true } else { false } }
    #expect(stage.service.writeSizes.count == sent, "the journal took \(writable) records")
    #expect(ended.counts[.unknown] == 0)
    #expect(stage.service.associations.count == ended.counts[.stopped])
    // The third call is the seventh record at the latest; a journal that fails after it changes nothing of the run.
    if ended.counts[.stopped] > 0 { #expect(ended.stopReason == Self.full.description) }
  }

  @Test func `a run whose journal fails at once sends nothing`() async {
    let plan = Sample.plan(["biology": 3])
    let stage = RunnerStage(MemoryService(plan.entries))
    let ended = await stage.run(plan) { (_) throws(JournalError) in throw Self.full }
    #expect(stage.service.writeSizes.isEmpty)
    #expect(ended.counts.text == "3 stopped")
    #expect(ended.stopReason?.contains("no space left on device") == true)
  }

  @Test func `what was reopened without being confirmed is read and never sent`() async throws {
    let plan = Sample.plan(["biology": 2])
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    machine.apply(.sending(batch: 1, attempt: 1, entries: [0, 1]))
    machine.apply(.opened(RunHolder(processID: 1, host: "h", version: "1")))
    let stage = RunnerStage(MemoryService([plan.entries[0]], stacks: ["biology"]))
    let ended = await stage.run(machine)
    #expect(stage.service.writeSizes.isEmpty)
    #expect(ended.entries.map(\.word) == ["stopped", "removed"])
  }
}
