import AppStream
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct ListNotesTests {
  private let account = SampleAccount.of(stacks: 5, usersEach: 2)

  private func partlyRead(_ size: Size) -> Session {
    var session = Session(size: size)
    session.readStacks(of: account)
    session.read("stack-00", of: account)
    return session
  }

  @Test func `when everything was read there is nothing to say`() {
    #expect(Session.reading().state.readingNote(isWide: false) == "")
    #expect(Session.reading(size: .large).state.readingNote(isWide: true) == "")
  }

  @Test func `a wide screen says what is being read and what waits, since the counts are beside it`() {
    var session = partlyRead(.large)
    #expect(session.state.readingNote(isWide: true) == "4 stacks wait")
    session.send(.estate(.associationsStarted(stack: "stack-01")))
    #expect(session.state.readingNote(isWide: true) == "stack-01 is being read, 3 stacks wait")
    session.send(.estate(.associationsStarted(stack: "stack-02")))
    session.send(.estate(.associationsStarted(stack: "stack-03")))
    #expect(session.state.readingNote(isWide: true) == "3 stacks are being read, stack-04 waits")
  }

  @Test func `a stack that is not permitted is no stack to read again`() {
    var session = partlyRead(.small)
    session.send(.estate(.associationsStarted(stack: "stack-01")))
    session.send(.estate(.associationsEnded(stack: "stack-01", .refusal("AccessDeniedException"), at: noon)))
    #expect(
      session.state.readingNote(isWide: false)
        == "1 of 5 stacks read. stack-01 is not permitted (AccessDeniedException)"
    )
  }

  @Test func `a stack of which no page came is not read`() {
    var session = partlyRead(.small)
    session.send(.estate(.associationsStarted(stack: "stack-01")))
    session.send(.estate(.associationsEnded(stack: "stack-01", .refusal("InternalError"), at: noon)))
    #expect(
      session.state.readingNote(isWide: false) == "1 of 5 stacks read. stack-01 is not read: page 1 failed, r reads it"
    )
  }

  @Test func `a list of stacks of which a later page failed is partial, and its stacks are read`() {
    var session = Session(size: .large)
    session.send(.estate(.stackListStarted))
    session.send(.estate(.stacks([Stack(name: "stack-00")])))
    #expect(session.effects == [.task(.readAssociations(stack: "stack-00"))])
    session.send(.estate(.stackListEnded(.refusal("Throttling", "DescribeStacks"), at: noon)))
    session.read("stack-00", of: account)
    #expect(session.state.readingNote(isWide: true) == "the list of stacks is partial: page 2 failed, r reads it")
    #expect(session.rows.count == 2)
  }

  @Test func `users that could not be read are told, with the code`() {
    var session = Session.reading()
    session.readUsers([], failure: .refusal("Throttling", "DescribeUsers"))
    #expect(session.state.readingNote(isWide: false) == "NAME and STATUS could not be read (Throttling), r reads them")
  }

  @Test(arguments: [
    (SampleAccount(stacks: [:], users: []), "There is no stack in eu-west-1."),
    (SampleAccount(stacks: ["empty": []], users: []), "No user is associated with any stack."),
  ])
  func `an empty list says why`(account: SampleAccount, text: String) {
    #expect(Session.reading(account).rows == ["    " + text])
  }

  @Test func `an empty stack says whether it was read`() {
    var session = Session(size: .large)
    session.readStacks(of: account)
    session.press(.tab, .down)
    #expect(session.rows == ["    stack-00 is being read."])
    session.send(.estate(.associationsStarted(stack: "stack-00")))
    session.send(.estate(.associations(stack: "stack-00", [])))
    session.send(.estate(.associationsEnded(stack: "stack-00", nil, at: noon)))
    #expect(session.rows == ["    No user is associated with stack-00."])
    session.press(.down)
    session.send(.estate(.associationsStarted(stack: "stack-01")))
    session.send(.estate(.associationsEnded(stack: "stack-01", .refusal("InternalError"), at: noon)))
    #expect(session.rows.first == "    stack-01 could not be read. The service refused")
  }

  @Test func `the row under the cursor is written out, without what there is no room for`() {
    var session = Session.reading(size: Size(rows: 24, columns: 160))
    #expect(session.messageLine == "abe.olsen@contr.example  biology-2026a  Abe Olsen  CONFIRMED")
    session.send(.resized(.small))
    #expect(session.messageLine == "abe.olsen@contr.example  biology-2026a  Abe Olsen  CONFIRMED")
    session.press(.end)
    #expect(session.messageLine == "emma.lindqvist-hansen@contr.example  maths-open  Emma Lindqvist-Hansen")
  }

  @Test func `a look-alike is named with where it is, where there is room`() {
    var session = Session.reading(size: .large)
    session.press(.down, .down)
    #expect(
      session.messageLine
        == "~ Ada.Byron@contr.example  biology-2026a  Ada Byron: another differs only in case"
    )
    session.send(.resized(Size(rows: 24, columns: 160)))
    #expect(
      session.messageLine
        == "~ Ada.Byron@contr.example  biology-2026a  Ada Byron: another differs only in case "
        + "(ada.byron@contr.example, on maths-open)"
    )
    session.send(.resized(.small))
    #expect(session.messageLine == "~ Ada.Byron@contr.example  biology-2026a: another differs only in case")
  }
}
