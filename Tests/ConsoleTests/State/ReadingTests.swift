import AppStream
import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

@Suite struct ReadingTests {
  private let account = SampleAccount.of(stacks: 6, usersEach: 3)

  @Test func `at the start identity, stacks and users are asked for at once`() {
    var session = Session()
    session.send(.started)
    #expect(
      session.effects == [.task(.identify(generation: 0)), .task(.readStacks), .task(.readUsers), .task(.listRuns)]
    )
    #expect(session.rows == ["    The stacks are being read."])
  }

  @Test func `whoever asks again for what is being read gets the same answer`() {
    var session = Session.reading(account)
    session.press(.character("r"))
    #expect(session.effects.contains(.task(.readStacks)) && session.effects.contains(.task(.readUsers)))
    for _ in 0..<100 { session.press(.character("r")) }
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "Everything is being read already.")
    session.readStacks(of: account)
    session.press(.character("r"))
    #expect(session.effects == [.task(.readStacks)])
    session.readUsers(account.users)
    session.press(.character("r"))
    #expect(session.effects == [.task(.readUsers)])
  }

  private let largeAccount = SampleAccount.of(stacks: 12, usersEach: 1)

  @Test func `eight stacks are read at once, and another whenever one is done`() {
    let account = largeAccount
    var session = Session()
    session.send(.estate(.stackListStarted))
    session.send(.estate(.stacks(account.stackNames.map { Stack(name: $0) })))
    #expect(session.effects == account.stackNames.prefix(8).map { .task(.readAssociations(stack: $0)) })
    session.send(.estate(.stackListEnded(nil, at: noon)))
    #expect(session.effects.isEmpty)
    session.read("stack-01", of: account)
    #expect(session.effects == [.task(.readAssociations(stack: "stack-08"))])
    for stack in ["stack-00", "stack-02", "stack-03", "stack-04"] { session.read(stack, of: account) }
    #expect(session.effects.isEmpty)
  }

  @Test func `the stack that is looked at is read before the others`() {
    var session = Session(size: .large)
    session.readStacks(of: largeAccount)
    session.press(.tab, .character("G"))
    #expect(session.rows == ["    stack-11 is being read."])
    session.read("stack-00", of: largeAccount)
    #expect(session.effects == [.task(.readAssociations(stack: "stack-11"))])
  }

  @Test func `the first stack's rows are on the screen before the others are read`() {
    var session = Session()
    session.readStacks(of: account)
    session.read("stack-02", of: account)
    #expect(session.rows.count == 3)
    #expect(session.screen.contains("1 of 6 stacks read"))
  }

  @Test func `the rows of a stack that is looked at appear page by page`() {
    var session = Session(size: .large)
    session.readStacks(of: account)
    session.press(.tab, .down)
    session.send(.estate(.associationsStarted(stack: "stack-00")))
    let rows = account.associations(of: "stack-00")
    session.send(.estate(.associations(stack: "stack-00", Array(rows[..<2]))))
    #expect(session.rows.count == 2)
    session.send(.estate(.associations(stack: "stack-00", Array(rows[2...]))))
    #expect(session.rows.count == 3)
  }

  @Test func `before anybody moves it, the cursor stays at the top while rows arrive`() {
    var session = Session()
    session.readStacks(of: account)
    session.read("stack-02", of: account)
    session.read("stack-00", of: account)
    #expect(session.state.list.cursor.index == 0)
    session.press(.down)
    let row = session.state.currentRow
    session.read("stack-01", of: account)
    #expect(session.state.currentRow == row)
  }

  @Test func `r reads the stack that is shown, or everything`() {
    var session = Session.reading(account, size: .large)
    session.press(.character("r"))
    let first = account.stackNames.prefix(8).map { Effect.task(.readAssociations(stack: $0)) }
    #expect(session.effects == [.task(.readStacks), .task(.readUsers)] + first)

    session = Session.reading(account, size: .large)
    session.press(.tab, .down, .character("r"))
    #expect(session.effects == [.task(.readAssociations(stack: "stack-00"))])
    session.press(.character("r"))
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "stack-00 is being read already.")
  }

  @Test func `a stack is read again with what is marked on it, which must not count as gone unproved`() {
    var session = Session.reading(account, size: .large)
    session.press(.character(" "), .character("r"))
    let marked = account.associations(of: "stack-00")[0].identity
    #expect(session.effects.contains(.task(.readAssociations(stack: "stack-00", provingGone: [marked]))))
    #expect(session.effects.contains(.task(.readAssociations(stack: "stack-01"))))
  }

  @Test func `what failed is said, and what was read before is kept`() {
    var session = Session.reading(account)
    session.send(.estate(.associationsStarted(stack: "stack-03")))
    session.send(.estate(.associations(stack: "stack-03", account.associations(of: "stack-03"))))
    session.send(.estate(.associationsEnded(stack: "stack-03", .refusal("InternalError"), at: noon)))
    #expect(
      session.lines[21]
        == "5 of 6 stacks read. stack-03 is partial: page 2 failed, r reads it"
    )
    #expect(session.state.rowCount == 18)
    session.press(.tab)
    #expect(session.lines.contains { $0.contains("stack-03") && $0.hasSuffix("part") })
  }

  @Test func `a refused list of stacks is told in place of the rows`() {
    var session = Session()
    session.send(.started)
    session.send(.estate(.stackListStarted))
    session.send(.estate(.stackListEnded(.refusal("AccessDeniedException", "DescribeStacks"), at: noon)))
    let text = session.rows.map { $0.dropFirst(4) }.joined(separator: " ")
    #expect(
      text == "The stacks could not be read. The service refused DescribeStacks: It did not work "
        + "(AccessDeniedException, request 7f3a). Ask for the IAM action appstream:DescribeStacks, or choose another "
        + "profile with --profile. r reads them again."
    )
    session.press(.character("r"))
    #expect(session.effects == [.task(.readStacks), .task(.readUsers)])
  }

  @Test func `where users may not be listed, names and states say so and rows can be marked`() {
    var session = Session.reading()
    session.readUsers([], failure: .refusal("AccessDeniedException", "DescribeUsers"))
    // The users that were read before stay known, so this is about a console that never could read them.
    session = Session()
    session.readStacks(of: SampleAccount())
    for stack in SampleAccount().stackNames { session.read(stack, of: SampleAccount()) }
    session.readUsers([], failure: .refusal("AccessDeniedException", "DescribeUsers"))
    #expect(session.rows[0] == ">   abe.olsen@contr.example              biology-2026a  not per..  not permitted")
    #expect(session.lines[21] == "NAME and STATUS are not permitted (AccessDeniedException); removal works")
    session.press(.character("a"), .character("d"))
    #expect(session.state.plan?.plan.entries.count == 8)
  }

  @Test func `a stack that vanished takes its rows with it, and all stacks are shown`() {
    var smaller = account
    smaller.stacks["stack-03"] = nil
    var session = Session.reading(account, size: .large)
    session.press(.tab, .down, .down, .down, .down)
    #expect(session.state.list.stack == "stack-03")
    session.readStacks(of: smaller)
    #expect(session.state.list.stack == nil)
    #expect(session.state.rowCount == 15)
    #expect(session.messageLine == "stack-03 is no stack any more; all stacks are shown.")
  }

  @Test func `a stack keeps its place under the cursor when others come before it`() {
    var larger = account
    larger.stacks["a-first"] = []
    var session = Session.reading(account, size: .large)
    session.press(.tab, .down, .down)
    session.readStacks(of: larger)
    #expect(session.state.list.stack == "stack-01")
    #expect(session.state.panes.stacksCursor.index == 3)
    #expect(session.effects.isEmpty)
  }

  @Test func `an identity that did not arrive is asked for again with everything else`() {
    var session = Session.reading()
    session.identify(nil)
    #expect(session.lines[0].hasPrefix("prod-admin account unknown  eu-west-1 "))
    session.press(.character("r"))
    #expect(session.effects.contains(.task(.identify(generation: 0))))
  }
}
