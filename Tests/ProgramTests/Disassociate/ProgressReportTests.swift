import AppStream
import FoundationEssentials
import PlainText
import Runs
import Testing

@testable import Program

/// What a command says in lines while a run goes on, and the status that it ends with.
@Suite struct ProgressReportTests {
  private let plan = Plan(
    operation: .disassociate,
    entries: square,
    target: Plan.Target(caller: nil, region: "eu-west-1", endpoint: "https://appstream2.eu-west-1.amazonaws.com"),
    authorship: Plan.Authorship(origin: Desk().process.origin(), created: Desk.moment)
  )

  private func lines(_ records: [RunRecord], loginCommand: String? = nil) -> [String] {
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    var progress = ProgressReport(machine, loginCommand: loginCommand)
    return records.compactMap { progress.line(after: $0)?.text }
  }

  private let sending = RunRecord.sending(batch: 1, attempt: 1, entries: [0, 1, 2, 3])

  @Test func `what was sent, and what reads told of each stack`() {
    let lines = lines([
      sending, .answered(batch: 1, attempt: 1, requestID: "q-1", errors: []),
      .observed(stack: "stack-0001", present: [], gone: [0, 1], unreadable: []),
      .observed(stack: "stack-0002", present: [2], gone: [3], unreadable: []),
    ])
    #expect(
      lines == [
        "4 of 4 sent", "stack-0001 read back: 2 removed", "stack-0002 read back: 1 removed, 1 read again",
      ]
    )
  }

  @Test func `what the service slowed, refused or lost`() {
    let refusal = CallRefusal(code: "AccessDeniedException", message: "No.", requestID: nil, kind: .accessDenied)
    let lines = lines([
      sending, .throttled(batch: 1, attempt: 1), .sending(batch: 1, attempt: 2, entries: [0, 1, 2, 3]),
      .lost(batch: 1, attempt: 2, reason: "No answer came within 20 s."),
    ])
    #expect(
      lines == [
        "slowed by the service (throttled 1 time)",
        "the answer to a call was lost; its stacks are read to see what was done. No answer came within 20 s.",
      ]
    )
    #expect(
      self.lines([sending, .refused(batch: 1, attempt: 1, refusal: refusal)])
        == ["the service refused a call: No. (AccessDeniedException)"]
    )
  }

  @Test func `a pause for credentials says which command renews them`() {
    let pause = RunRecord.paused(reason: PauseCause.credentials("ExpiredTokenException: No.").text)
    #expect(
      lines([pause], loginCommand: "aws sso login").last?.contains("run \"aws sso login\" in another shell") == true
    )
    #expect(lines([pause]).last?.contains("renew the credentials in another shell") == true)
  }

  @Test func `the status is that of the worst that became of an entry`() {
    func status(_ records: [RunRecord]) -> Program.ExitStatus {
      var machine = RunMachine(plan)
      for record in [.confirmed(how: "--yes"), sending] + records { machine.apply(record) }
      return CommandRun.status(of: machine)
    }
    let answered = RunRecord.answered(batch: 1, attempt: 1, requestID: nil, errors: [])
    let first = RunRecord.observed(stack: "stack-0001", present: [], gone: [0, 1], unreadable: [])
    let second = RunRecord.observed(stack: "stack-0002", present: [], gone: [2, 3], unreadable: [])
    #expect(status([answered, first, second]) == .success)
    #expect(status([answered, first]) == .unknownOutcome, "nobody has read the second stack")
    let unread = RunRecord.observed(stack: "stack-0002", present: [], gone: [2], unreadable: [3])
    #expect(status([answered, first, unread]) == .unknownOutcome)
    let refusal = CallRefusal(code: "X", message: "No.", requestID: nil, kind: .credentials)
    #expect(status([.refused(batch: 1, attempt: 1, refusal: refusal), .stopping(reason: "x")]) == .unknownOutcome)
  }
}
