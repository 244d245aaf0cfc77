import Runs
import Screen
import Testing

@testable import Console

@Suite struct PathPromptTests {
  private func asking() -> Session {
    var session = Session.planning(60, on: 3)
    session.press(.character("w"))
    return session
  }

  @Test func `w proposes a name that says which plan it is`() {
    var session = asking()
    let plan = session.state.plan?.plan
    let name = "plan-\(plan?.number.text ?? "").json"
    #expect(session.messageLine == "Plan to: \(name)")
    session.press(.enter)
    #expect(plan.map { session.deeds == [.task(.write(.plan($0), path: name, replacing: false))] } == true)
    #expect(session.state.screen == .plan)
  }

  @Test func `the name is edited, and letters that are keys elsewhere only type`() {
    var session = asking()
    for _ in 0..<60 { session.press(.backspace) }
    session.type("/tmp/dqy 60.json")
    #expect(session.messageLine == "Plan to: /tmp/dqy 60.json")
    #expect(session.state.plan?.typed == "")
  }

  @Test func `the end of a name that is too long for the line is what is seen`() {
    var session = asking()
    session.type(String(repeating: "x", count: 100) + "end")
    #expect(DisplayWidth.of(session.messageLine) < 80)
    #expect(session.messageLine.hasSuffix("xend"))
  }

  @Test func `a pasted line is typed, and what cannot be seen is shown with marks`() {
    var session = asking()
    session.press(.paste("a\u{202E}b\n"))
    #expect(session.messageLine.hasSuffix("a<U+202E>b"))
    #expect(session.effects.isEmpty)
  }

  @Test func `a name that is too long for 60 columns is seen around the cursor`() {
    var session = Session.planning(60, on: 3, .sample(), Size(rows: 20, columns: 60))
    session.press(.character("w"), .control("u"))
    session.type("/srv/\u{754C}\u{754C}/" + String(repeating: "leavers-2026/", count: 6) + "plan.json")
    #expect(session.messageLine == "Plan to: 6/leavers-2026/leavers-2026/leavers-2026/plan.json")
    #expect(render(session.state).caret == Position(row: 18, column: 59))
    session.press(.home)
    #expect(session.messageLine == "Plan to: /srv/\u{754C}\u{754C}/leavers-2026/leavers-2026/leavers-2026/l")
    #expect(render(session.state).caret == Position(row: 18, column: 9))
    for _ in 0..<29 { session.press(.right) }
    #expect(session.messageLine == "Plan to: \u{754C}/leavers-2026/leavers-2026/leavers-2026/leavers")
    #expect(render(session.state).caret == Position(row: 18, column: 33))
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `a prompt that is left writes nothing, and the plan is still there`(key: Key) {
    var session = asking()
    session.press(key)
    #expect(session.deeds.isEmpty)
    #expect(session.state.screen == .plan)
    #expect(session.planStatus.contains("Nothing was written."))
  }

  @Test func `an empty name is no file`() {
    var session = asking()
    for _ in 0..<60 { session.press(.backspace) }
    session.press(.enter)
    #expect(session.deeds.isEmpty)
    #expect(session.planStatus.contains("Nothing was written."))
  }

  @Test func `a file that is there already is not written over while a run goes on`() {
    var session = Session.running(6, on: 1)
    guard let plan = session.state.run?.machine.plan else {
      Issue.record("no run has begun")
      return
    }
    session.send(.file(.exists(.plan(plan), path: "plan.json")))
    #expect(session.state.prompt == nil)
    #expect(session.messageLine == "plan.json is there already; nothing was written.")
  }
}
