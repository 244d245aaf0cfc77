import AWSClientCore
import TestSupport
import Testing

@testable import Program

@Suite struct ClockNoticeTests {
  private let said = Log<ClockSkew>()

  @Test func `it is said once, and the latest is known`() {
    let notice = ClockNotice()
    notice.redirect { [said] in said.append($0) }
    #expect(notice.skew == nil)
    notice.report(ClockSkew(seconds: 400))
    notice.report(ClockSkew(seconds: 410))
    #expect(said.elements == [ClockSkew(seconds: 400)])
    #expect(notice.skew == ClockSkew(seconds: 410))
  }

  @Test(arguments: [(true, 1), (false, 0)])
  func `a screen that covers what was said says it again, and a line does not`(isRepeated: Bool, count: Int) {
    let notice = ClockNotice()
    notice.redirect { _ in }
    notice.report(ClockSkew(seconds: -400))
    notice.redirect(repeating: isRepeated) { [said] in said.append($0) }
    #expect(said.elements.count == count)
  }
}
