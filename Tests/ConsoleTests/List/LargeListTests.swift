import AppStream
import Screen
import Testing

@testable import Console

/// More rows than can be found while a key waits: they are looked for elsewhere, and shown when they are found.
@Suite struct LargeListTests {
  /// A console that has read 300 rows, which are more than it finds at once, and shows them.
  private func large() -> Session {
    var session = Session()
    session.state.list.arranging.rowsAtOnce = 20
    session.readAll(of: SampleAccount.of(stacks: 3, usersEach: 100))
    return session
  }

  /// The same, in which rows are found only by ``find(_:)``.
  private func session() -> Session {
    var session = large()
    session.arrangesAtOnce = false
    return session
  }

  private func find(_ session: inout Session) {
    guard let rows = session.effects.lazy.compactMap(\.arrangement).first?.arranged() else { return }
    session.send(.arranged(rows))
  }

  @Test func `all rows are there when all is read`() {
    #expect(large().state.list.shown.count == 300)
    #expect(large().screen.contains("300 of 300 shown"))
  }

  @Test func `a filter is looked for elsewhere, and its rows are shown when they are found`() {
    var session = session()
    session.press(.character("/"))
    session.type("0099")
    #expect(session.effects.compactMap(\.arrangement).count == 4)
    #expect(session.state.list.isLooking && session.state.list.shown.count == 300)
    #expect(session.screen.contains("looking"))
    let last = session.effects.compactMap(\.arrangement).last
    session.send(.arranged(last!.arranged()!))
    #expect(!session.state.list.isLooking && session.state.list.shown.count == 3)
    #expect(!session.screen.contains("looking"))
  }

  @Test func `rows that were asked for earlier are of no use any more`() {
    var session = session()
    session.press(.character("/"), .character("9"))
    let first = session.effects.compactMap(\.arrangement).first
    session.press(.character("8"))
    let second = session.effects.compactMap(\.arrangement).first
    session.send(.arranged(first!.arranged()!))
    #expect(session.state.list.shown.count == 300 && session.state.list.isLooking)
    session.send(.arranged(second!.arranged()!))
    #expect(session.state.list.filter.text == "98" && !session.state.list.isLooking)
  }

  @Test(arguments: [Key.character("a"), .character("i"), .character("d"), .character("e"), .character(" ")])
  func `nothing is done to rows while others than were asked for are shown`(key: Key) {
    var session = session()
    session.press(.character("/"))
    session.type("0099")
    session.press(.enter, key)
    #expect(session.state.list.marks.isEmpty && session.state.plan == nil && session.state.prompt == nil)
    #expect(session.messageLine.contains("still being looked for"))
  }

  @Test func `a given up arrangement finds nothing`() {
    var session = session()
    session.press(.character("/"), .character("9"))
    #expect(session.effects.compactMap(\.arrangement).first?.arranged(isGivenUp: { true }) == nil)
  }

  @Test func `what is typed on is looked for among what was found, and comes to the same`() {
    var session = session()
    session.press(.character("/"), .character("9"))
    find(&session)
    session.press(.character("9"))
    let narrowed = session.effects.compactMap(\.arrangement).first
    #expect(narrowed?.candidates?.shown.count == session.state.list.shown.count)
    find(&session)
    var other = self.session()
    other.press(.character("/"), .paste("99"))
    find(&other)
    #expect(session.state.list.shown == other.state.list.shown)
  }

  @Test func `rows that arrive meanwhile are put in order too, however often looking was given up`() {
    var session = session()
    for stack in ["stack-00", "stack-01"] {
      session.send(.estate(.associationsStarted(stack: stack)))
      session.send(.estate(.associations(stack: stack, [])))
    }
    #expect(session.effects.compactMap(\.arrangement).count == 1)
    for stack in ["stack-00", "stack-01"] {
      session.send(.estate(.associationsEnded(stack: stack, nil, at: noon)))
      #expect(session.effects.compactMap(\.arrangement).isEmpty)
    }
    session.press(.character("/"), .character("9"))
    find(&session)
    #expect(session.state.list.order.rows.count == 100)
    #expect(session.state.list.shown.allSatisfy { session.state.estate.present.contains($0.index) })
  }

  @Test func `a row that is gone is taken out as soon as its stack is read, and a does not mark it`() {
    var session = session()
    session.press(.character("a"))
    session.send(.estate(.associationsStarted(stack: "stack-00")))
    session.send(.estate(.associations(stack: "stack-00", Array(stack.dropFirst()))))
    session.press(.character("c"), .character("a"))
    #expect(session.state.list.marks.count == 299)
    session.send(.estate(.associationsEnded(stack: "stack-00", nil, at: noon)))
    #expect(session.effects.compactMap(\.arrangement).count == 1)
    find(&session)
    #expect(session.state.list.shown.count == 299)
  }

  @Test func `users who arrive are looked for among all rows, not among those found before`() {
    var session = session()
    session.press(.character("/"), .character("s"))
    find(&session)
    session.send(.estate(.userListStarted))
    session.send(.estate(.users([User(userName: "user-00-0007@contr.example", firstName: "Smith")])))
    session.press(.character("m"))
    find(&session)
    #expect(session.state.list.shown.count == 1)
  }

  /// The rows of the first stack.
  private var stack: [UserStackAssociation] {
    SampleAccount.of(stacks: 3, usersEach: 100).associations(of: "stack-00")
  }
}
