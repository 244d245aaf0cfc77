import AppStream
import Runs
import Screen
import Testing

@testable import Console

/// The rows of a run are a list like others.
@Suite struct RunRowsTests {
  private static func finished() -> Session {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    return session
  }

  private func names(_ session: Session) -> [Substring] {
    session.lines[3..<21].filter { !$0.isEmpty }.map { $0.dropFirst(4).prefix { $0 != " " } }
  }

  @Test func `f shows only what failed, and again all`() {
    var session = Self.finished()
    session.press(.character("f"))
    #expect(names(session).count == 3)
    #expect(session.lines[1].contains("   3 of 60 rows   0 marked"))
    #expect(session.lines[1].hasSuffix("/result:failed|stopped|.."))
    session.press(.character("f"))
    #expect(session.messageLine == "All rows are shown.")
    #expect(session.state.run?.rows.count == 60)
  }

  @Test func `it is filtered while typing, also while it runs`() {
    var session = Session.running(60, on: 3)
    session.press(.character("/"))
    session.type("stack-02")
    session.press(.enter)
    #expect(session.state.run?.rows.count == 20)
    session.press(.character("/"))
    for _ in 0..<8 { session.press(.backspace) }
    session.type("result:removed")
    session.press(.enter)
    #expect(session.state.run?.rows.count == 0)
    session.sendBatch(1, 0..<25)
    session.readBack("stack-00")
    #expect(session.state.run?.rows.count == 20)
    session.press(.escape)
    #expect(session.state.run?.rows.count == 60 && session.state.screen == .run)
  }

  @Test func `what to do about a pause is readable, whatever range is open`() {
    var session = Session.running(60, on: 3)
    session.press(.character("v"), .down)
    #expect(session.screen.contains("Range of 2 rows: v marks it, Esc gives it up."))
    session.press(.character("p"))
    #expect(session.screen.contains("paused: nothing is sent or read; p goes on, x stops the run"))
  }

  @Test func `it is sorted by its columns`() {
    var session = Self.finished()
    session.press(.character(":"))
    session.type("sort result")
    session.press(.enter)
    #expect(session.messageLine == "Sorted by result.")
    #expect(session.lines[3].contains("failed DIRECTORY_NOT_FOUND"))
  }

  @Test func `ranges, a, i, u and c mark rows of the run alone`() {
    var session = Self.finished()
    let listMarks = session.state.list.marks
    session.press(.home, .character("v"), .down, .down, .character("v"))
    #expect(session.state.run?.marked.count == 3)
    session.press(.character("i"))
    #expect(session.state.run?.marked.count == 57)
    session.press(.character("u"), .character("a"))
    #expect(session.state.run?.marked.count == 60)
    session.press(.character("c"))
    #expect(session.state.run?.marked.isEmpty == true)
    #expect(session.state.list.marks == listMarks)
  }

  @Test func `R tries the marked rows again, and no others`() throws {
    let contents = try EarlierRun.contents { EarlierRun.finished($0, failing: [1, 5, 9]) }
    var session = Session.listing([ListedRun(contents)])
    session.press(.enter)
    session.answerReading(ListedRun(contents))
    session.press(.character("f"), .character(" "), .character(" "))
    #expect(session.lines[23].contains("R retry 2"))
    session.press(.character("R"))
    session.answerReading(ListedRun(contents))
    #expect(session.state.plan?.plan.entries.count == 2)
  }

  @Test func `R with marks on nothing that failed says so`() throws {
    let contents = try EarlierRun.contents { EarlierRun.finished($0, failing: [1]) }
    var session = Session.listing([ListedRun(contents)])
    session.press(.enter)
    session.answerReading(ListedRun(contents))
    session.press(.character(" "), .character("R"))
    session.answerReading(ListedRun(contents))
    #expect(session.messageLine == "None of the marked rows failed: there is nothing to do again.")
  }
}
