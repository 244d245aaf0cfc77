import Runs
import Screen
import Testing

@testable import Console

@Suite struct RunScreenTests {
  @Test func `the cursor's row is said in full, with how the run goes above it`() {
    var session = Scenes.progress(.small)
    #expect(session.stateLine == "1.0 calls/s   slowed by the service (throttled 1 time)   about 3 s left")
    #expect(session.messageLine == "user-00-0015@contr.example  stack-00  removed")
    session.press(.end)
    #expect(session.messageLine == "user-02-0019@contr.example  stack-02  queued")
    session.press(.pageUp)
    #expect(session.messageLine == "user-02-0002@contr.example  stack-02  sent, not read back yet")
  }

  @Test func `what was removed is told from what failed by more than words`() {
    let session = Scenes.summary(.small)
    let frame = render(session.state)
    #expect(frame[3, 4].style == .removed)
    #expect(frame[12, 50].style == .danger)
  }

  @Test(arguments: [60, 66, 72, 80, 99, 100, 120])
  func `a code gives way to the address and the stack, and stands whole where there is room for all three`(columns: Int)
  {
    var session = Scenes.progress(Size(rows: 24, columns: columns))
    session.press(.character("n"))
    let row = session.lines.first { $0.hasPrefix(">") } ?? ""
    #expect(row.hasPrefix(">   user-00-0002@contr.example  stack-00  "))
    #expect(row.contains(columns < 72 ? " failed USER_NAME" : " failed USER_NAME_NOT_FOUND"))
    #expect(session.messageLine.contains("USER_NAME_NOT_FOUND:"))
  }

  @Test func `a protected account's run has its frame`() {
    let session = Scenes.summary(.small, .sample { $0.rules.protectedAccounts = ["111122223333"] })
    #expect(session.lines[1] == String(repeating: "=", count: 80))
    #expect(session.lines[2].hasPrefix("run 20261122T140215Z-7f3a"))
  }
}
