import Runs
import Screen
import Testing

@testable import Console

// The screens as text, without the blanks at the ends of lines. They stand in the first column and are kept there,
// because a screen of 120 columns is as wide as a line may be.

@Suite struct RunScreenTests {
  @Test func `a run in progress on 80x24`() {
    #expect(Scenes.progress(.small).screen == progressOn80Columns)
  }

  @Test func `a run in progress on 120x30`() {
    #expect(Scenes.progress(.large).screen == progressOn120Columns)
  }

  @Test func `a finished run on 80x24`() {
    let session = Scenes.summary(.small)
    #expect(session.screen == summaryOn80Columns)
    let frame = render(session.state)
    #expect(frame[3, 4].style == .removed)
    #expect(frame[12, 50].style == .danger)
  }

  @Test(arguments: [60, 72, 80, 99, 100, 120])
  func `the longest code that is known fits beside the row on every screen`(columns: Int) {
    var session = Scenes.progress(Size(rows: 24, columns: columns))
    session.press(.character("n"))
    #expect(session.lines.contains { $0.hasPrefix(">   ") && $0.contains(" failed USER_NAME_NOT_FOUND") })
  }

  @Test func `a protected account's run has its frame`() {
    let session = Scenes.summary(.small, .sample { $0.rules.protectedAccounts = ["111122223333"] })
    #expect(session.lines[1] == String(repeating: "=", count: 80))
    #expect(session.lines[2].hasPrefix("run 20261122T140215Z-7f3a"))
  }
}

// swift-format-ignore
private let progressOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
run 20261122T140215Z-7f3a   rows 10-27 of 60   0 marked                      all
    USER                        STACK ^   STATUS  RESULT
    user-00-0009@contr.example  stack-00  -       removed
    user-00-0010@contr.example  stack-00  -       removed
    user-00-0011@contr.example  stack-00  -       removed
    user-00-0012@contr.example  stack-00  -       removed
    user-00-0013@contr.example  stack-00  -       removed
    user-00-0014@contr.example  stack-00  -       removed
    user-00-0015@contr.example  stack-00  -       removed
>   user-00-0016@contr.example  stack-00  -       removed
    user-00-0017@contr.example  stack-00  -       removed
    user-00-0018@contr.example  stack-00  -       removed
    user-00-0019@contr.example  stack-00  -       removed
    user-01-0000@contr.example  stack-01  -       sent
    user-01-0001@contr.example  stack-01  -       sent
    user-01-0002@contr.example  stack-01  -       sent
    user-01-0003@contr.example  stack-01  -       sent
    user-01-0004@contr.example  stack-01  -       sent
    user-01-0005@contr.example  stack-01  -       sent
    user-01-0006@contr.example  stack-01  -       sent
[#########################-----] 50 of 60 sent   19 removed, 1 failed
1.0 calls/s   slowed by the service (throttled 1 time)   about 3 s left
Space mark  / filter  n next failed  Enter details  p pause  x stop  ? help
"""

// swift-format-ignore
private let progressOn120Columns = """
appstream-console  prod-admin 111122223333  eu-west-1                                            credentials till 14:49Z
run 20261122T140215Z-7f3a   rows 13-36 of 60   0 marked                                                              all
    USER                        STACK ^   NAME  STATUS  RESULT
    user-00-0012@contr.example  stack-00  -     -       removed
    user-00-0013@contr.example  stack-00  -     -       removed
    user-00-0014@contr.example  stack-00  -     -       removed
    user-00-0015@contr.example  stack-00  -     -       removed
    user-00-0016@contr.example  stack-00  -     -       removed
    user-00-0017@contr.example  stack-00  -     -       removed
    user-00-0018@contr.example  stack-00  -     -       removed
    user-00-0019@contr.example  stack-00  -     -       removed
    user-01-0000@contr.example  stack-01  -     -       sent
    user-01-0001@contr.example  stack-01  -     -       sent
>   user-01-0002@contr.example  stack-01  -     -       sent
    user-01-0003@contr.example  stack-01  -     -       sent
    user-01-0004@contr.example  stack-01  -     -       sent
    user-01-0005@contr.example  stack-01  -     -       sent
    user-01-0006@contr.example  stack-01  -     -       sent
    user-01-0007@contr.example  stack-01  -     -       sent
    user-01-0008@contr.example  stack-01  -     -       sent
    user-01-0009@contr.example  stack-01  -     -       sent
    user-01-0010@contr.example  stack-01  -     -       sent
    user-01-0011@contr.example  stack-01  -     -       sent
    user-01-0012@contr.example  stack-01  -     -       sent
    user-01-0013@contr.example  stack-01  -     -       sent
    user-01-0014@contr.example  stack-01  -     -       sent
    user-01-0015@contr.example  stack-01  -     -       sent
[#########################-----] 50 of 60 sent   19 removed, 1 failed
1.0 calls/s   slowed by the service (throttled 1 time)   about 3 s left
Space mark  / filter  n next failed  Enter details  p pause  x stop  ? help
"""

// swift-format-ignore
private let summaryOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
run 20261122T140215Z-7f3a   rows 22-39 of 60   0 marked                      all
    USER                        STACK ^   STATUS  RESULT
    user-01-0001@contr.example  stack-01  -       removed
    user-01-0002@contr.example  stack-01  -       removed
    user-01-0003@contr.example  stack-01  -       removed
    user-01-0004@contr.example  stack-01  -       removed
    user-01-0005@contr.example  stack-01  -       removed
    user-01-0006@contr.example  stack-01  -       removed
    user-01-0007@contr.example  stack-01  -       removed
    user-01-0008@contr.example  stack-01  -       removed
    user-01-0009@contr.example  stack-01  -       removed
>   user-01-0010@contr.example  stack-01  -       failed INTERNAL_ERROR An int..
    user-01-0011@contr.example  stack-01  -       removed
    user-01-0012@contr.example  stack-01  -       removed
    user-01-0013@contr.example  stack-01  -       removed
    user-01-0014@contr.example  stack-01  -       removed
    user-01-0015@contr.example  stack-01  -       removed
    user-01-0016@contr.example  stack-01  -       removed
    user-01-0017@contr.example  stack-01  -       removed
    user-01-0018@contr.example  stack-01  -       removed
57 removed, 3 failed   finished, read back 14:02:19Z   3 write calls, 6 read
user-01-0010@contr.example  stack-01  INTERNAL_ERROR: An internal error occurr..
n next failed  f failed only  R retry 3  U undo 57  e receipt  ? help  q back
"""
