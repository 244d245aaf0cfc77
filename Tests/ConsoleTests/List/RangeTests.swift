import AppStream
import Runs
import Screen
import Testing

@testable import Console

@Suite struct RangeTests {
  private func signs(_ session: Session) -> [String] {
    session.rows.map { String($0.dropFirst().prefix(1)) }
  }

  @Test func `v opens a range, and v again marks it as one change`() {
    var session = Session.reading()
    session.press(.down, .character("v"), .down, .down)
    #expect(signs(session) == [" ", "+", "+", "+", " ", " ", " ", " "])
    #expect(session.messageLine == "Range of 3 rows: v marks it, Esc gives it up.")
    #expect(session.state.list.marks.isEmpty)
    session.press(.character("v"))
    #expect(signs(session).prefix(5) == [" ", "*", "*", "*", " "])
    #expect(session.messageLine == "3 rows marked.")
    session.press(.character("u"))
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `sixty rows take a handful of keys`() {
    var session = Session.reading(.of(stacks: 1, usersEach: 100))
    let keys: [Key] = [.character("v"), .character("5"), .character("9"), .character("j"), .character("v")]
    for key in keys { session.press(key) }
    #expect(session.state.list.marks.count == 60)
    session.press(.character("d"))
    #expect(session.state.plan?.plan.entries.count == 60)
  }

  @Test func `a range goes up as well, and counts what was marked before`() {
    var session = Session.reading()
    session.press(.down, .character(" "), .down, .character("v"), .up, .up, .up, .character("v"))
    #expect(session.messageLine == "3 rows marked, 1 were already.")
    #expect(session.state.list.marks.count == 4)
  }

  @Test(arguments: [Key.character(" "), .character("d")]) func `Space and d close a range and mark it`(key: Key) {
    var session = Session.reading()
    session.press(.character("v"), .down, key)
    #expect(session.state.list.marks.count == 2 && session.state.list.range == nil)
    #expect((session.state.plan != nil) == (key == .character("d")))
  }

  @Test func `Esc closes a range before it clears the filter, and marks nothing`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("contr")
    session.press(.enter, .character("v"), .down, .escape)
    #expect(session.messageLine == "The range was given up; nothing was marked.")
    #expect(session.state.list.marks.isEmpty && session.state.list.filter.text == "contr")
    session.press(.escape)
    #expect(session.state.list.filter.isEmpty)
  }

  @Test func `it begins at its row, wherever that goes, and ends with it`() {
    var session = Session.reading()
    session.press(.down, .down, .character("v"), .character("S"))
    #expect(session.state.list.openRange?.count == 1)
    session.press(.character("/"))
    session.type("emma")
    #expect(session.state.list.range == nil)
  }

  @Test func `what is gone and not yet from the list is not marked`() {
    var session = Session.reading()
    session.press(.character("v"), .down, .down)
    session.state.estate.apply(.associationsStarted(stack: "chemistry-lab"))
    session.state.estate.apply(.associations(stack: "chemistry-lab", []))
    session.press(.character("v"))
    #expect(session.messageLine == "2 rows marked.")
  }

  @Test func `where nothing is shown there is no range`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("nobody-at-all")
    session.press(.enter, .character("v"))
    #expect(session.messageLine == "There is no row where a range could begin.")
  }
}
