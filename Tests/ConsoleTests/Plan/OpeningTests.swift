import AppStream
import Runs
import Screen
import Testing

@testable import Console

@Suite struct OpeningTests {
  @Test func `d freezes the marked rows as a plan and has it checked`() throws {
    var session = Session.reading()
    session.press(.end, .character(" "), .character("g"), .character(" "), .character("d"))
    let plan = try #require(session.state.plan?.plan)
    #expect(session.effects == [.task(.check(plan))])
    #expect(
      plan.entries == [
        Association(stackName: "biology-2026a", userName: "abe.olsen@contr.example"),
        Association(stackName: "maths-open", userName: "emma.lindqvist-hansen@contr.example"),
      ]
    )
    #expect(plan.operation == .disassociate)
    #expect(plan.caller == keller)
    #expect(plan.region == "eu-west-1")
    #expect(plan.endpoint == "https://appstream2.eu-west-1.amazonaws.com")
    #expect(plan.reason == "CHG-20417")
    #expect(plan.origin == bastion)
    #expect(plan.created == noon)
    #expect(plan.sendEmailNotification == nil)
  }

  @Test func `with no mark anywhere d takes the row under the cursor`() {
    var session = Session.reading()
    session.press(.down, .character("d"))
    #expect(
      session.state.plan?.plan.entries == [
        Association(stackName: "chemistry-lab", userName: "abe.olsen@contr.example")
      ]
    )
  }

  @Test func `d never takes the row under the cursor while a hidden row is marked`() {
    var session = Session.reading()
    session.press(.character(" "), .character("/"))
    session.type("dana")
    session.press(.enter, .character("d"))
    #expect(session.state.plan == nil)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "No marked row is shown: 1 mark is hidden from here.")
  }

  @Test func `d in the stacks pane never takes a row that is not marked`() {
    var session = Session.reading(size: .large)
    session.press(.tab, .character("d"))
    #expect(session.state.plan == nil)
    #expect(session.messageLine == "No row is marked: Space marks the row under the cursor.")
    session.press(.tab, .character(" "), .tab, .character("d"))
    #expect(session.state.plan?.plan.entries.count == 1)
  }

  @Test func `hidden marks are left out until H includes them, and each plan is checked`() throws {
    var session = Session.reading()
    session.press(.character("a"), .character("/"))
    session.type("biology")
    session.press(.enter, .character("d"))
    #expect(session.state.plan?.plan.entries.count == 3)
    #expect(session.screen.contains("! 5 hidden marks are left out: H includes them"))
    session.check()
    session.press(.character("H"))
    let all = try #require(session.state.plan?.plan)
    #expect(all.entries.count == 8)
    #expect(session.effects == [.task(.check(all))])
    #expect(session.screen.contains("! 5 hidden marks are included: H leaves them out"))
    session.press(.character("H"))
    #expect(session.state.plan?.plan.entries.count == 3)
  }

  @Test func `H without hidden marks says so`() {
    var session = Session.planning(2, on: 1)
    session.press(.character("H"))
    #expect(session.planStatus.hasPrefix("-- No hidden row is marked. --"))
  }

  @Test func `marks set after the plan was frozen do not enter it`() {
    var session = Session.reading()
    session.press(.character(" "), .character("d"))
    session.check()
    let plan = session.state.plan?.plan
    session.read("chemistry-lab", of: SampleAccount())
    #expect(session.state.plan?.plan == plan)
  }

  @Test(arguments: [[Key.escape], [.character("q")], [.control("c")]])
  func `a plan is left without anything being sent, also while it is checked`(keys: [Key]) throws {
    var session = Session.marking(6, on: 2)
    session.press(.character("d"))
    let plan = try #require(session.state.plan?.plan)
    for key in keys { session.press(key) }
    #expect(session.state.plan == nil)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "Nothing was sent.")
    #expect(session.state.list.marks.count == 6)
    session.send(.checked(Check(of: plan, at: noon), of: plan))
    #expect(session.state.plan == nil)
    #expect(session.effects.isEmpty)
  }

  @Test func `the check of an earlier plan is not taken for this one's`() throws {
    var session = Session.marking(6, on: 2)
    session.press(.character("d"))
    let earlier = try #require(session.state.plan?.plan)
    session.press(.escape, .character(" "), .character("d"))
    session.send(.checked(Check(of: earlier, at: noon), of: earlier))
    #expect(session.state.plan?.check == nil)
    #expect(session.effects.isEmpty)
  }
}
