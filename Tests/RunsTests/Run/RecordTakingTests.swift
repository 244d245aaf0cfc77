import AppStream
import TestSupport
import Testing

@testable import Runs

/// Records that cannot follow what a run's earlier records say.
@Suite struct RecordTakingTests {
  @Test(arguments: [
    (RunRecord.sending(batch: 1, attempt: 1, entries: [3]), RunRecordProblem.noSuchEntry(3)),
    (.sending(batch: 1, attempt: 1, entries: [-1]), .noSuchEntry(-1)),
    (.sending(batch: 1, attempt: 1, entries: [0, 0]), .misplacedEntry(0)),
    (.answered(batch: 1, attempt: 1, requestID: nil, errors: []), .noSuchCall(batch: 1)),
    (.lost(batch: 4, attempt: 1, reason: "x"), .noSuchCall(batch: 4)),
    (.throttled(batch: 1, attempt: 1), .noSuchCall(batch: 1)),
    (.observed(stack: "chemistry", present: [], gone: [], unreadable: []), .noSuchStack("chemistry")),
    (.observed(stack: "biology", present: [0], gone: [0], unreadable: []), .misplacedEntry(0)),
    (.observed(stack: "biology", present: [2], gone: [], unreadable: []), .misplacedEntry(2)),
    (.observed(stack: "biology", present: [], gone: [99], unreadable: []), .noSuchEntry(99)),
  ])
  func `a record that cannot be one of the run's is refused and changes nothing`(
    record: RunRecord,
    problem: RunRecordProblem
  ) {
    var machine = RunMachine(Sample.plan(["biology": 2, "physics": 1]))
    machine.apply(.confirmed(how: "--yes"))
    let before = machine
    #expect(throws: problem) { try machine.take(record) }
    #expect(machine == before)
    #expect(!problem.description.isEmpty)
  }

  @Test func `an entry on its way cannot be sent again, and a finished run takes nothing but its reopening`() throws {
    var machine = RunMachine(Sample.plan(["biology": 2]))
    machine.apply(.confirmed(how: "--yes"))
    try machine.take(.sending(batch: 1, attempt: 1, entries: [0, 1]))
    #expect(throws: RunRecordProblem.misplacedEntry(1)) {
      try machine.take(.sending(batch: 2, attempt: 1, entries: [1]))
    }
    try machine.take(.finished(machine.counts))
    #expect(throws: RunRecordProblem.afterTheEnd) { try machine.take(.confirmed(how: "--yes")) }
    try machine.take(.opened(RunHolder(processID: 1, host: "h", version: "1")))
    #expect(!machine.isFinished)
  }
}
