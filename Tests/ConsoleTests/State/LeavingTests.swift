import Screen
import Testing

@testable import Console

@Suite struct LeavingTests {
  @Test(arguments: [Key.character("q"), .control("c")])
  func `without marks q leaves at once`(key: Key) {
    var session = Session.reading()
    session.press(key)
    #expect(session.effects == [.leave])
  }

  @Test(arguments: [Key.character("q"), .control("c")])
  func `with marks q asks once, and a second q leaves`(key: Key) {
    var session = Session.reading()
    session.press(.character(" "), key)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "1 row is marked, and marks are not kept: q again leaves.")
    session.press(key)
    #expect(session.effects == [.leave])
  }

  @Test func `another key between the two takes the question back`() {
    var session = Session.reading()
    session.press(.character("a"), .character("q"), .down, .character("q"))
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "8 rows are marked, and marks are not kept: q again leaves.")
  }

  @Test func `q also leaves from the stacks, and Ctrl-C first closes what is open`() {
    var session = Session.reading()
    session.press(.tab, .character("q"))
    #expect(session.effects == [.leave])
    session = Session.reading()
    session.press(.character("?"), .control("c"))
    #expect(session.effects.isEmpty)
    #expect(session.state.screen == .list)
    session.press(.enter, .character("q"))
    #expect(session.effects.isEmpty)
    #expect(session.state.screen == .list)
  }
}
