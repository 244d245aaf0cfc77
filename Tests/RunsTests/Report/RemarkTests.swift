import AppStream
import TestSupport
import Testing

@testable import Runs

/// What is said of an entry beside its outcome.
@Suite struct RemarkTests {
  private func entries(_ count: Int, _ records: [RunRecord]) -> [RunEntry] {
    var machine = RunMachine(Sample.plan(["biology": count]))
    for record in [.confirmed(how: "--yes"), .sending(batch: 1, attempt: 1, entries: Array(0..<count))] + records {
      machine.apply(record)
    }
    return machine.entries
  }

  @Test func `a receipt notes lost answers, and why there is no request to quote`() {
    let lost = RunRecord.lost(batch: 1, attempt: 1, reason: "x")
    #expect(
      entries(1, [lost])[0].remark
        == "the answer to 1 call with it was lost; no request id, since its last call was not answered"
    )
    let answered = { RunRecord.answered(batch: 1, attempt: 1, requestID: $0, errors: []) }
    #expect(entries(1, [answered("5f1c")])[0].remark == nil)
    #expect(entries(1, [answered(nil)])[0].remark == "no request id, since the answer had none")
    var machine = RunMachine(Sample.plan(["biology": 2]))
    machine.apply(.observed(stack: "biology", present: [1], gone: [0], unreadable: []))
    machine.apply(.confirmed(how: "--yes"))
    machine.apply(.finished(machine.counts))
    #expect(machine.entries.map(\.remark) == ["not sent, since it was so already", "not sent"])
  }

  @Test func `an entry that is not known says why, behind what the service had against it`() {
    let failure = EntryError(code: "AccessDeniedException", message: "No.")
    let unread = RunRecord.observed(stack: "biology", present: [], gone: [], unreadable: [0, 1], failure: failure)
    let error = UserStackAssociationError(
      userStackAssociation: PartialAssociation(Sample.plan(["biology": 2]).entries[1]),
      errorCode: "INTERNAL_ERROR",
      errorMessage: "An error."
    )
    let answered = RunRecord.answered(batch: 1, attempt: 1, requestID: "5f1c", errors: [error])
    let findings = entries(2, [answered, unread]).map(\.finding)
    #expect(findings[0] == failure)
    #expect(findings[1] == EntryError(code: "INTERNAL_ERROR", message: "An error.; and AccessDeniedException: No."))
    #expect(entries(1, [.stopping(reason: "x"), .finished(RunCounts([]))])[0].finding == .notReadBack)
  }

  @Test func `of two errors for one entry both are kept, and one that is said twice is said once`() {
    let entry = PartialAssociation(Sample.plan(["biology": 1]).entries[0])
    let errors = ["A", "B", "B"].map { (code: String) in
      UserStackAssociationError(userStackAssociation: entry, errorCode: code, errorMessage: "\(code)!")
    }
    let answered = RunRecord.answered(batch: 1, attempt: 1, requestID: nil, errors: errors)
    #expect(entries(1, [answered])[0].error == EntryError(code: "A", message: "A!; and B: B!"))
  }
}
