import Algorithms
import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct RunProgressTests {
  private func run(_ count: Int, sent: Int) throws -> RunState {
    var session = Session.running(count, on: 1)
    for (number, batch) in zip(1..., (0..<sent).chunks(ofCount: 25)) { session.sendBatch(number, batch) }
    return try #require(session.state.run)
  }

  @Test(arguments: [
    (80, "[###############---------------] 50 of 100 sent"), (50, "[###############---------------] 50 of 100 sent"),
    (30, "[######-------] 50 of 100 sent"), (20, "[#--] 50 of 100 sent"), (17, "50 of 100 sent"),
    (10, "50 of 100 sent"),
  ])
  func `the bar takes the room that the counts leave`(columns: Int, text: String) throws {
    #expect(try run(100, sent: 50).progressText(columns: columns).text == text)
  }

  @Test func `the bar is full when all is sent, and empty when nothing is`() throws {
    #expect(
      try run(26, sent: 26).progressText(columns: 80).text.hasPrefix("[##############################] 26 of 26 sent")
    )
    #expect(
      try run(26, sent: 0).progressText(columns: 80).text.hasPrefix("[------------------------------] 0 of 26 sent")
    )
  }

  @Test func `nothing is said of the pace before a second has passed`() throws {
    #expect(try run(26, sent: 0).paceText() == "")
    #expect(try run(50, sent: 25).paceText() == "")
    #expect(try run(100, sent: 50).paceText() == "1.3 calls/s   about 3 s left")
  }

  @Test func `a batch counts as sent once it was answered, so that throttling takes no figure back`() {
    var session = Session.running(26, on: 1)
    var figures: [Int?] = []
    for attempt in 1...2 {
      session.record(.sending(batch: 1, attempt: attempt, entries: Array(0..<25)))
      figures.append(session.state.run?.sent)
      let throttled = RunRecord.throttled(batch: 1, attempt: attempt)
      session.record(
        attempt == 1 ? throttled : .answered(batch: 1, attempt: attempt, requestID: nil, errors: [])
      )
      figures.append(session.state.run?.sent)
    }
    #expect(figures == [0, 0, 0, 25])
    #expect(session.state.run?.machine.throttledCalls == 1)
  }

  @Test func `a row that is not known says which read failed, how and when, and nothing is said to be read back`() {
    var session = Session.running(2, on: 2)
    session.record(.sending(batch: 1, attempt: 1, entries: [0, 1]))
    session.record(.answered(batch: 1, attempt: 1, requestID: "5f1c", errors: []))
    session.readBack("stack-00")
    session.record(
      .observed(
        stack: "stack-01",
        present: [],
        gone: [],
        unreadable: [1],
        failure: EntryError(code: "AccessDeniedException", message: "The service refused it.")
      )
    )
    session.finish()
    #expect(session.lines[21].hasPrefix("1 removed, 1 unknown (1 AccessDeniedException)   finished, 1 not read back"))
    session.press(.character("n"))
    let moment = session.state.run?.failedReads["stack-01"]?.secondText ?? "?"
    #expect(session.lines[22].contains("  not read back \(moment): AccessDeniedExc.."))
    #expect(session.lines.contains { $0.contains("stack-01") && $0.contains("unknown AccessDenied") })
  }

  @Test func `a run that loses every answer ends with what is not known`() {
    var session = Session.running(3, on: 1)
    session.record(.sending(batch: 1, attempt: 1, entries: [0, 1, 2]))
    session.record(.lost(batch: 1, attempt: 1, reason: "the connection was lost"))
    #expect(session.lines[3].hasSuffix("sent"))
    session.readBack("stack-00", unreadable: true)
    session.finish()
    #expect(session.lines[21].hasPrefix("3 unknown") && session.lines[21].contains("finished, 3 not read back"))
    #expect(session.state.list.marks.count == 3)
    session.press(.character("n"))
    #expect(session.state.run?.rows.cursor.index == 1)
  }

  @Test func `a refused call shows its code in every row that it was for`() {
    var session = Session.running(1, on: 1)
    session.record(.sending(batch: 1, attempt: 1, entries: [0]))
    let refusal = CallRefusal(
      code: "AccessDeniedException",
      message: "Not allowed.",
      requestID: "5f1c",
      kind: .accessDenied
    )
    session.record(.refused(batch: 1, attempt: 1, refusal: refusal))
    session.readBack("stack-00", present: [0])
    session.finish()
    #expect(session.lines[3] == ">   user-00-0000@contr.example  stack-00  -       failed AccessDeniedException")
    #expect(session.messageLine == "user-00-0000@contr.example  stack-00  AccessDeniedException: Not allowed. requ..")
  }

  @Test func `before the run has an id it is told to be starting`() {
    var session = Session.planning(1, on: 1)
    session.confirm()
    #expect(session.lines[1].hasPrefix("run starting   rows 1-1 of 1   0 marked"))
    #expect(session.state.farewell() == [])
    session.send(.runStarted(runID))
    #expect(session.lines[1].hasPrefix("run 20261122T140215Z-7f3a   rows 1-1 of 1   0 marked"))
  }

  @Test func `records that come when there is no run change nothing`() {
    var session = Session.reading()
    let before = session.state
    session.record(.observed(stack: "stack-00", present: [], gone: [0], unreadable: []))
    session.record(.finished(RunCounts([])))
    #expect(session.state == before)
    #expect(session.effects.isEmpty)
  }
}
