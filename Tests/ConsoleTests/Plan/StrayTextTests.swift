import Screen
import Testing

@testable import Console

/// Text that is typed for a plan that is not there: its letters are no commands.
@Suite struct StrayTextTests {
  @Test func `a phrase typed after Esc came too early changes nothing, and that is said`() {
    var session = Session.marking(60, on: 3)
    session.press(.character("d"), .escape)
    let left = session.state.list
    session.type("60 from 3 stacks")
    #expect(session.effects.isEmpty)
    #expect(session.state.list == left)
    #expect(session.messageLine == "No plan is open, so what is typed confirms nothing; Enter or Esc ends it.")
    session.press(.enter)
    #expect(session.messageLine == "What was typed confirmed nothing: no plan is open.")
    session.press(.character("c"))
    #expect(session.state.list.marks.isEmpty)
  }

  @Test(arguments: [Key.escape, .enter, .down, .tab])
  func `it ends with Esc, Enter and any key that types nothing`(key: Key) {
    var session = Session.reading()
    session.type("8 f")
    session.press(key)
    session.press(.character("a"))
    #expect(session.state.list.marks.count == 8)
  }

  @Test func `a number before a movement repeats that one`() {
    var session = Session.reading()
    session.type("3")
    #expect(session.messageLine == "3 times: a key that moves, such as j or PgDn, is to follow.")
    session.type("jj")
    #expect(session.state.list.cursor.index == 4)
    session.type("2k")
    #expect(session.state.list.cursor.index == 2)
    session.type("0j")
    #expect(session.state.list.cursor.index == 3)
    session.type("1G")
    #expect(session.state.list.cursor.index == session.state.list.shown.count - 1)
    session.type("99999999999999999999k")
    #expect(session.state.list.cursor.index == 0)
  }

  @Test func `a number repeats nothing but a movement`() {
    var session = Session.reading()
    session.type("3a")
    #expect(session.state.list.marks.isEmpty)
    #expect(session.messageLine == "No plan is open, so what is typed confirms nothing; Enter or Esc ends it.")
    session.press(.escape)
    session.type("j")
    #expect(session.state.list.cursor.index == 1)
  }

  @Test func `a number moves in help and in a run, too`() {
    var session = Session.running(60, on: 3)
    session.type("12j")
    #expect(session.state.run?.rows.cursor.index == 12)
    session.type("7?")
    #expect(session.state.help != nil)
    session.type("4j")
    #expect(session.state.help?.text.scroll.offset == 4)
  }

  @Test func `during the check letters after a digit are no commands either`() {
    var session = Session.marking(60, on: 3)
    session.press(.character("d"))
    session.type("60 from 3 stacks w:")
    #expect(session.state.screen == .plan)
    #expect(session.effects.isEmpty)
    #expect(session.planStatus.contains("The plan is being checked; nothing can be confirmed yet."))
    session.press(.enter)
    #expect(session.planStatus.contains("The plan is being checked; nothing can be confirmed yet."))
    session.press(.character("w"))
    #expect(session.state.screen == .pathPrompt)
  }

  @Test func `in a run every key works at once`() {
    var session = Session.running(60, on: 3)
    session.type("60 from x")
    #expect(session.effects == [.run(.stop(reason: "stopped by the operator"))])
  }

  @Test func `where something is typed a digit is one of it`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("0a")
    #expect(session.state.strayText == nil)
    #expect(session.state.screen == .filterPrompt)
  }
}
