import PlainText
import Screen
import Testing

@testable import Console

@Suite struct ClockTests {
  @Test func `a clock that differs is said until the next key`() {
    var session = Session.reading()
    session.send(.clockDiffers("This machine's clock is wrong."))
    #expect(session.effects.isEmpty)
    #expect(session.state.message == .warning("This machine's clock is wrong."))
    session.press(.down)
    #expect(session.state.message == nil)
  }
}
