import AppStream
import Screen
import Testing

@testable import Console

@Suite struct MarkingTests {
  private func signs(_ session: Session) -> [Bool] {
    session.rows.map { $0.dropFirst().hasPrefix("*") }
  }

  @Test func `Space marks the row under the cursor and goes down, and again takes the mark off`() {
    var session = Session.reading()
    session.press(.character(" "), .character(" "))
    #expect(signs(session).prefix(3) == [true, true, false])
    #expect(session.lines[1].contains("2 marked"))
    #expect(session.state.list.cursor.index == 2)
    session.press(.up, .character(" "))
    #expect(signs(session).prefix(3) == [true, false, false])
    #expect(session.lines[1].contains("1 marked"))
  }

  @Test func `a marks what is shown, and no more`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("biology")
    session.press(.enter, .character("a"))
    #expect(session.messageLine == "3 rows marked.")
    #expect(session.lines[1].contains("3 of 8 shown   3 marked"))
    session.press(.character("a"))
    #expect(session.messageLine == "All rows that are shown are marked already.")
    session.press(.escape)
    #expect(signs(session).count { $0 } == 3)
  }

  @Test func `i marks what is shown and was not, and takes the other marks off`() {
    var session = Session.reading()
    session.press(.character(" "), .end, .character(" "), .character("/"))
    session.type("!emma")
    session.press(.enter, .character("i"))
    #expect(session.messageLine == "6 rows marked, 1 unmarked.")
    #expect(signs(session) == [false, true, true, true, true, true, true])
    #expect(session.lines[1].contains("7 marked (1 hidden)"))
    session.press(.character("u"))
    #expect(session.lines[1].contains("2 marked (1 hidden)"))
  }

  @Test func `marks that the filter or another stack hides are counted as hidden`() {
    var session = Session.reading()
    session.press(.character("a"), .character("/"))
    session.type("abe")
    #expect(session.lines[1].contains("2 of 8 shown   8 marked (6 hidden)"))
    session.press(.escape, .tab, .down)
    #expect(session.lines[1].contains("8 marked (5 hidden)"))
    session.press(.tab)
    #expect(session.lines[1].contains("3 of 3 shown   8 marked (5 hidden)"))
  }

  @Test func `u takes back changes one by one, and c is a change`() {
    var session = Session.reading()
    session.press(.character(" "), .character("a"), .character("c"))
    #expect(session.messageLine == "8 marks cleared; u takes that back.")
    #expect(session.lines[1].contains("0 marked"))
    session.press(.character("u"))
    #expect(session.messageLine == "Taken back: 8 rows marked again.")
    #expect(session.lines[1].contains("8 marked"))
    session.press(.character("u"))
    #expect(session.messageLine == "Taken back: 7 rows unmarked.")
    session.press(.character("u"))
    #expect(session.messageLine == "Taken back: 1 row unmarked.")
    #expect(session.lines[1].contains("0 marked"))
  }

  @Test func `Space on a stack marks all its rows, and again takes the marks off`() {
    var session = Session.reading(size: .large)
    session.press(.tab, .down, .character(" "))
    #expect(session.messageLine == "3 rows marked.")
    #expect(session.state.list.marks.count == 3 && session.state.marks(on: "biology-2026a") == 3)
    session.press(.character(" "))
    #expect(session.messageLine == "3 rows unmarked.")
    session.press(.up, .character(" "))
    #expect(session.state.list.marks.count == 8)
  }

  @Test func `Space does not mark a stack that is not fully read, and a says that it is not`() {
    let account = SampleAccount()
    var session = Session()
    session.send(.started)
    session.readStacks(of: account)
    session.send(.estate(.associationsStarted(stack: "biology-2026a")))
    session.send(.estate(.associations(stack: "biology-2026a", account.associations(of: "biology-2026a"))))
    session.press(.tab, .down, .character(" "))
    #expect(session.state.list.marks.isEmpty)
    #expect(session.lines[21] == "biology-2026a is not fully read, so Space cannot mark it as a whole; a marks the")
    #expect(session.lines[22] == "rows shown.")
    session.press(.character("a"))
    #expect(session.state.list.marks.count == 3)
    #expect(session.messageLine == "3 rows marked of those read so far; not everything is read yet.")
  }

  @Test func `marks and cursor stay with their rows when stacks are read again`() {
    var account = SampleAccount()
    var session = Session.reading(account)
    session.press(.end, .character(" "), .up)
    let current = session.state.currentRow
    let marked = session.state.list.marks.rows
    account.stacks["biology-2026a"]?.insert("aaron@contr.example", at: 0)
    account.stacks["maths-open"]?.reverse()
    session.press(.character("r"))
    for stack in account.stackNames { session.read(stack, of: account) }
    #expect(session.rows.count == 9)
    #expect(session.state.currentRow == current)
    #expect(session.state.list.marks.rows == marked)
    #expect(session.lines[1].contains("1 marked"))
  }

  @Test func `a marked row that is gone from the service is not marked any more, and that is said`() {
    var account = SampleAccount()
    var session = Session.reading(account)
    session.press(.character("a"))
    account.stacks["chemistry-lab"] = ["dana.weiss@contr.example"]
    session.press(.character("r"))
    session.read("chemistry-lab", of: account)
    #expect(session.state.list.marks.count == 7)
    #expect(
      session.messageLine == "1 marked row of chemistry-lab is gone from the service, and its mark too."
    )
  }

  @Test func `a stack that failed to be read again keeps its rows and marks`() {
    let account = SampleAccount()
    var session = Session.reading(account)
    session.press(.character("a"), .character("r"))
    session.send(.estate(.associationsStarted(stack: "maths-open")))
    session.send(.estate(.associationsEnded(stack: "maths-open", .refusal("InternalError"), at: noon)))
    #expect(session.rows.count == 8)
    #expect(session.state.list.marks.count == 8)
    #expect(session.screen.contains("2 of 3 stacks read. maths-open is partial: page 1 failed, r reads it"))
  }
}
