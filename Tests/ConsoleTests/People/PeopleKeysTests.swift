import Screen
import Testing

@testable import Console

/// How a list of people is asked for, and how many keys that takes.
@Suite struct PeopleKeysTests {
  private let list = "abe.olsen@contr.example\nbo.diaz@contr.example\n"

  @Test func `m, m, a file's name and two Enters mark the people of a file`() {
    var session = Session.reading()
    session.press(.character("m"))
    #expect(session.messageLine == "People from a list: m marks them, k keeps them, so that no key marks them.")
    #expect(session.lines[23] == "m mark them  k keep them  Esc cancel  F1 help")
    session.press(.character("m"))
    session.type("leavers.csv")
    #expect(session.messageLine == "Mark people from file (- for lines): leavers.csv")
    #expect(render(session.state).caret == Position(row: 22, column: 48))
    session.press(.enter)
    session.answerPeople(files: ["leavers.csv": list])
    #expect(session.state.list.marks.isEmpty)
    session.press(.enter)
    #expect(session.state.list.marks.count == 3)
    #expect(session.messageLine == "3 rows of 2 people marked (u takes the marks back).")
  }

  @Test(arguments: ["", "/", "/x", ":", ":st", "e", "v"])
  func `several lines that are pasted are people, whatever was being typed`(before: String) {
    var session = Session.reading()
    session.type(before)
    session.press(.paste("abe.olsen@contr.example\rbo.diaz@contr.example"))
    session.answerPeople()
    #expect(session.state.prompt == nil)
    #expect(session.state.list.filter.isEmpty)
    #expect(session.lines[1].hasPrefix("-- PEOPLE FROM pasted lines --"))
    #expect(session.state.list.marks.isEmpty)
    session.press(.enter)
    #expect(session.state.list.marks.count == 3)
  }

  @Test func `the lines of a paste have the numbers that somebody sees`() {
    var session = Session.reading()
    session.press(.paste("\n\nabe.olsen@contr.example\n\nABE.olsen@contr.example\n"))
    session.answerPeople()
    #expect(session.screen.contains("line 5  ABE.olsen@contr.example"))
  }

  @Test func `one pasted line is the text of a prompt, and no key of the list`() {
    var session = Session.reading()
    session.press(.paste("abe\n"))
    #expect(session.messageLine == "Pasted text is not taken for keys.")
    session.press(.character("/"), .paste("abe\n"))
    #expect(session.state.list.filter.text == "abe")
    #expect(session.deeds.isEmpty)
  }

  @Test func `several lines are no file's name over a plan, and leave it as it is`() {
    var session = Session.planning(60, on: 3)
    session.press(.character("w"), .paste("a@x.example\nb@x.example\n"))
    #expect(session.state.screen == .pathPrompt)
    #expect(session.deeds.isEmpty)
    #expect(session.state.plan != nil)
  }

  @Test func `a paste that may have been cut is not taken`() {
    var session = Session.reading()
    let line = "abe.olsen@contr.example\n"
    session.press(.paste(String(repeating: line, count: KeyDecoder.pasteLimit / line.utf8.count + 1)))
    #expect(session.state.screen == .list && session.deeds.isEmpty)
    #expect(session.messageLine.contains("may have been cut"))
  }

  @Test func `- has the lines typed or pasted, and Ctrl-D ends them`() {
    var session = Session.reading()
    session.press(.character("m"), .character("m"), .character("-"), .enter)
    #expect(session.lines[21] == "Type or paste the people to mark, one address a line; Ctrl-D ends the list.")
    #expect(session.lines[22] == "Line 1:")
    session.type("abe.olsen@contr.examplex")
    session.press(.backspace, .enter)
    #expect(session.lines[22] == "Line 2:")
    session.press(.backspace, .enter, .paste("bo.diaz@contr.example\r\nnobody@x.example"))
    #expect(session.lines[22] == "Line 3: nobody@x.example")
    session.press(.control("d"))
    session.answerPeople()
    #expect(session.lines[1].hasPrefix("-- PEOPLE FROM typed lines --"))
    #expect(session.screen.contains(" 2 match exactly"))
    #expect(session.screen.contains("line 3  nobody@x.example"))
  }

  @Test(arguments: [
    [Key.escape], [.control("c")], [.character("m"), .escape], [.character("m"), .enter],
    [.character("k"), .character("-"), .enter, .control("d")], [.character("m"), .character("-"), .enter, .escape],
  ])
  func `a prompt for a list that is left reads none`(keys: [Key]) {
    var session = Session.reading()
    session.press(.character("m"))
    for key in keys { session.press(key) }
    #expect(session.state.screen == .list && session.deeds.isEmpty)
    #expect(session.messageLine == "No list was read.")
  }

  @Test func `another key than m or k says what they are, and several lines are the list that is asked for`() {
    var session = Session.reading()
    session.press(.character("m"), .character("x"))
    #expect(session.messageLine == "m marks the people of a list, k keeps them.")
    session.press(.character("k"), .paste(list))
    session.answerPeople()
    #expect(session.lines[1].contains("2 kept"))
  }

  @Test func `mark without a file asks for one, and a plan is left before`() {
    var session = Session.reading()
    session.command("mark")
    #expect(session.messageLine == "Mark people from file (- for lines):")
    var plan = Session.planning(6, on: 1)
    plan.command("mark leavers.csv")
    #expect(plan.messageLine.isEmpty == false && plan.state.plan != nil && plan.deeds.isEmpty)
  }

  @Test func `a burst says nothing of what a list is for`() {
    var session = Session.reading()
    session.press(.character("m"))
    session.send(.key(KeyPress(key: .character("k"), isAlone: false, isInBurst: true), at: session.moment))
    #expect(session.state.prompt == .peopleUse(PeopleUsePrompt()))
  }
}
