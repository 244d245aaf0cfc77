import AppStream
import Runs
import Screen
import Testing

@testable import Console

@Suite struct ReasonTests {
  private func giving(_ text: String, in start: Session) -> Session {
    var session = start
    session.press(.character(":"))
    session.type("reason \(text)")
    session.press(.enter)
    return session
  }

  @Test func `a reason goes with every plan after it`() {
    var session = giving("CHG-1 for Ada", in: .reading())
    #expect(session.messageLine == "The reason of every plan from now on: CHG-1 for Ada")
    session.press(.character("a"), .character("d"))
    #expect(session.state.plan?.plan.reason == "CHG-1 for Ada")
    #expect(session.lines[6].hasPrefix("reason   CHG-1 for Ada"))
  }

  @Test func `without a text it says what the reason is`() {
    #expect(giving("", in: .reading()).messageLine == "The reason is: CHG-20417")
    let session = giving("", in: .reading(SampleAccount(), .sample { $0.reason = nil }))
    #expect(session.messageLine == "No reason is given: :reason TEXT gives one.")
  }

  @Test func `a plan gets it and is checked anew, so that what is confirmed is what is sent`() {
    let before = Session.planning(60, on: 3)
    var session = giving("CHG-1", in: before)
    let plan = session.state.plan?.plan
    #expect(plan?.reason == "CHG-1")
    #expect(plan?.entries == before.state.plan?.plan.entries)
    #expect(session.state.plan?.number != before.state.plan?.number)
    #expect(plan.map { session.effects == [.task(.check($0))] } == true)
    session.type("60 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun == nil)
    session.check()
    session.type("60 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun?.plan == plan)
  }

  @Test func `a check of the plan without it says nothing of the plan with it`() {
    var session = Session.marking(3, on: 1)
    session.press(.character("d"))
    let old = session.state.plan?.plan
    session = giving("CHG-1", in: session)
    if let old { session.send(.checked(Check(of: old, at: noon), of: old)) }
    #expect(session.state.plan?.check == nil)
  }

  @Test func `hidden marks stay as they were left`() {
    var session = Session.reading()
    session.press(.character("a"), .character("/"))
    session.type("biology")
    session.press(.enter, .character("d"))
    session = giving("CHG-1", in: session)
    #expect(session.state.plan?.hidden.count == 5)
    session.press(.character("H"))
    #expect(session.state.plan?.plan.entries.count == 8)
    #expect(session.state.plan?.plan.reason == "CHG-1")
  }

  @Test func `where one is required, it is the way out`() {
    var session = Session.planning(3, on: 1, .sample { ($0.reason, $0.rules.requiresReason) = (nil, true) })
    #expect(session.promptLine.hasPrefix("Nothing can be sent without a reason: t types one."))
    session = giving("CHG-1", in: session)
    session.check()
    session.confirm()
    #expect(session.startedRun?.plan.reason == "CHG-1")
  }

  @Test func `t types the reason of the plan, from the one that there is`() {
    var session = Session.planning(60, on: 3)
    let before = session.state.plan
    session.press(.character("t"))
    #expect(session.typed == "CHG-20417")
    session.press(.control("u"))
    session.type("60 leavers ")
    #expect(session.promptLine == "Reason: 60 leavers")
    session.press(.enter)
    let plan = session.state.plan
    #expect(plan?.plan.reason == "60 leavers" && plan?.plan.entries == before?.plan.entries)
    #expect(plan?.number != before?.number && plan?.check == nil)
    session.check()
    session.confirm()
    #expect(session.startedRun?.plan.reason == "60 leavers")
  }

  @Test(arguments: [
    [Key.escape], [.control("c")], [.enter], [.control("u"), .enter], [.control("u"), .character(" "), .enter],
  ])
  func `what is no other reason leaves the plan as it is, with its check`(keys: [Key]) {
    var session = Session.planning(60, on: 3)
    let before = session.state.plan
    session.press(.character("t"))
    for key in keys { session.press(key) }
    #expect(session.state.plan == before && session.state.prompt == nil)
    #expect(session.planStatus.hasPrefix("-- The reason is as it was. --"))
  }

  @Test func `where one is required and there is none, the plan names the key`() {
    var session = Session.planning(3, on: 1, .sample { ($0.reason, $0.rules.requiresReason) = (nil, true) })
    session.press(.character("t"))
    session.type("CHG-1")
    session.press(.enter)
    session.check()
    session.confirm()
    #expect(session.startedRun?.plan.reason == "CHG-1")
    session = .planning(3, on: 1)
    session.press(.character("t"))
    session.type(" and 2")
    session.press(.enter, .character("t"), .up)
    #expect(session.typed == "CHG-20417 and 2")
  }

  @Test func `in a phrase that is being typed t is a letter of it`() {
    var session = Session.planning(60, on: 3)
    session.type("60t+")
    #expect(session.state.screen == .plan && session.state.plan?.typed == "60t+")
  }

  @Test func `in a phrase that is being typed a colon is no command`() {
    var session = Session.planning(60, on: 3)
    session.type("60:")
    #expect(session.state.screen == .plan)
    #expect(session.state.plan?.typed == "60:")
  }
}
