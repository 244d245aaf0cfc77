import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct RunTests {
  private func results(_ session: Session) -> [String] {
    let start = session.lines[2].split(separator: "RESULT")[0].count
    let geometry = session.state.runGeometry
    return session.lines[geometry.firstRow..<geometry.progressRow].map { String($0.dropFirst(start)) }.filter {
      !$0.isEmpty
    }
  }

  @Test func `rows are queued, then sent, and removed only once they were read back`() {
    var session = Session.running(60, on: 3)
    #expect(session.progressLine.contains("0 of 60 sent"))
    #expect(results(session).allSatisfy { $0 == "queued" })
    session.sendBatch(1, 0..<25)
    #expect(session.progressLine.contains("25 of 60 sent"))
    #expect(results(session).allSatisfy { $0 == "sent" })
    session.readBack("stack-00")
    #expect(results(session).allSatisfy { $0 == "removed" })
    #expect(session.progressLine.hasSuffix("25 of 60 sent   20 removed"))
  }

  @Test func `a row loses its mark when it is removed, and keeps it when it failed`() {
    var session = Session.running(60, on: 3)
    #expect(session.state.list.marks.count == 60 && session.lines[1].contains("0 marked"))
    session.sendBatch(1, 0..<25, errors: [2: ("USER_NAME_NOT_FOUND", "User not found")])
    #expect(session.state.list.marks.count == 60)
    session.readBack("stack-00", present: [2])
    #expect(session.state.list.marks.count == 41)
    #expect(session.lines[5] == "    user-00-0002@contr.example  stack-00  -       failed USER_NAME_NOT_FOUND U..")
  }

  @Test func `marks of the list are none of the run's, and stay`() {
    var session = Session.reading()
    session.press(.character("a"), .character("/"))
    session.type("biology")
    session.press(.enter, .character("d"))
    session.check()
    session.confirm()
    #expect(session.state.list.marks.count == 8 && session.lines[1].contains("0 marked"))
    session.sendBatch(1, 0..<3)
    session.readBack("biology-2026a")
    session.finish()
    #expect(session.state.list.marks.count == 5 && session.state.list.hiddenMarkCount == 5)
  }

  @Test func `the counts that are not zero are shown while it runs and after`() {
    var session = Session.running(60, on: 3)
    session.sendBatch(1, 0..<25, errors: [2: ("USER_NAME_NOT_FOUND", "User not found")])
    session.sendBatch(2, 25..<50)
    session.readBack("stack-00", present: [2])
    session.readBack("stack-01", unreadable: true)
    #expect(session.progressLine.hasSuffix("50 of 60 sent   19 removed, 1 failed, 20 unknown"))
    session.press(.character("x"))
    session.record(.stopping(reason: "stopped by the operator"))
    session.readBack("stack-02", present: Set(50..<60))
    session.finish()
    #expect(session.progressLine.hasPrefix("29 removed, 1 failed, 10 stopped, 20 unknown   stopped, 20 not read back"))
    #expect(session.state.list.marks.count == 31)
  }

  @Test func `entries absent at the check are counted, and not as sent`() {
    var session = Session.planning(60, on: 3) { $0.lose(3, of: 0) }
    session.type("57 from 3 stacks")
    session.press(.enter)
    #expect(session.progressLine.hasSuffix("0 of 57 sent   3 absent"))
    #expect(session.lines[3].hasSuffix("stack-00  -     -       absent"))
  }

  @Test func `throttling is told`() {
    var session = Session.running(60, on: 3)
    session.record(.sending(batch: 1, attempt: 1, entries: Array(0..<25)))
    session.record(.throttled(batch: 1, attempt: 1))
    #expect(session.progressLine.contains("0 of 60 sent"))
    session.sendBatch(1, 0..<25)
    #expect(session.stateLine.contains("slowed by the service (throttled 1 time)"))
    #expect(session.stateLine.contains("calls/s"))
    #expect(session.stateLine.contains("s left"))
  }

  @Test(arguments: [Key.escape, .character("q"), .control("z")])
  func `during a run going back and suspending say what stops it`(key: Key) {
    var session = Session.running(6, on: 1)
    session.press(key)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "x stops the run.")
    #expect(session.state.screen == .run)
  }

  @Test(arguments: [Key.character("x"), .control("c")])
  func `a run is stopped once`(key: Key) {
    var session = Session.running(6, on: 1)
    session.press(key)
    #expect(session.effects == [.run(.stop(reason: "stopped by the operator"))])
    #expect(session.stateLine.hasPrefix("stopping: nothing more is sent"))
    session.press(key)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "The run is stopping already.")
  }

  @Test func `a run can be stopped from the help, and on a screen too small to draw`() {
    var session = Session.running(6, on: 1)
    session.press(.character("?"), .control("c"))
    #expect(session.effects == [.run(.stop(reason: "stopped by the operator"))])
    session = Session.running(6, on: 1)
    session.send(.resized(Size(rows: 5, columns: 20)))
    session.press(.character("x"))
    #expect(session.effects == [.run(.stop(reason: "stopped by the operator"))])
  }

  @Test func `a request to end stops the run, and the program leaves when it is over`() {
    var session = Session.running(6, on: 1)
    session.send(.stopRequested(reason: "SIGTERM"))
    #expect(session.effects == [.run(.stop(reason: "SIGTERM"))])
    session.send(.stopRequested(reason: "SIGHUP"))
    #expect(session.effects.isEmpty)
    session.record(.stopping(reason: "SIGTERM"))
    #expect(session.effects.isEmpty)
    session.finish()
    #expect(session.effects == [.leave])
    #expect(
      session.state.farewell() == [
        "Run 20261122T140215Z-7f3a: 6 stopped (journal 1f3c9a0b7d2e).", "Stopped: SIGTERM.",
        "Go on with: appstream-console runs resume 20261122T140215Z-7f3a",
      ]
    )
  }

  @Test func `a request to end without a run leaves at once`() {
    var session = Session.reading()
    session.send(.stopRequested(reason: "SIGTERM"))
    #expect(session.effects == [.leave])
    session = Session.planning(60, on: 3)
    session.send(.stopRequested(reason: "SIGHUP"))
    #expect(session.effects == [.leave])
  }

  @Test func `n and N go round the rows that failed`() {
    var session = Session.running(60, on: 3)
    session.press(.character("n"))
    #expect(session.messageLine == "No other row that is shown failed, was stopped or is unknown.")
    session.runToTheEnd()
    var visited: [Int?] = []
    for key in [Key.character("n"), .character("n"), .character("n"), .character("n"), .character("N")] {
      session.press(key)
      visited.append(session.state.run?.rows.cursor.index)
    }
    #expect(visited == [2, 30, 55, 2, 55])
  }

  @Test func `the whole message and the request of the row under the cursor are shown`() {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    session.press(.character("n"), .character("n"))
    #expect(session.messageLine == "user-01-0010@contr.example  stack-01  INTERNAL_ERROR: An internal error occurr..")
    session.state.size = .large
    let whole = "INTERNAL_ERROR: An internal error occurred. Try again later. request 5f1c-a02e"
    #expect(session.messageLine == "user-01-0010@contr.example  stack-01  \(whole)")
  }

  @Test func `Enter opens a row's details with its result`() {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    session.press(.character("n"), .enter)
    for text in ["user-00-0002@contr.example", "USER_NAME_NOT_FOUND", "User not found in the user pool.", "5f1c-a02e"] {
      #expect(session.screen.contains(text))
    }
    session.press(.escape)
    #expect(session.state.screen == .run)
  }

  @Test(arguments: [
    (Key.down, 1), (.character("j"), 1), (.pageDown, 17), (.end, 59), (.control("d"), 8), (.character("G"), 59),
  ])
  func `movement keys move through the run's rows`(key: Key, row: Int) {
    var session = Session.running(60, on: 3)
    session.press(key)
    #expect(session.state.run?.rows.cursor.index == row)
    #expect(session.lines.contains { $0.hasPrefix(">") })
  }
}
