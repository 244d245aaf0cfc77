import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

@Suite struct ConfirmationTests {
  @Test(arguments: [
    (1, 1, "1 from 1"), (5, 1, "5 from 1"), (6, 1, "6 from 1"), (24, 2, "24 from 2"), (25, 1, "25 from 1"),
    (26, 1, "26 from 1 stack"), (26, 2, "26 from 2 stacks"), (60, 3, "60 from 3 stacks"),
  ])
  func `a removal is confirmed by typing what is asked for and Enter`(count: Int, stacks: Int, phrase: String) {
    var session = Session.planning(count, on: stacks)
    #expect(session.promptLine == "Type  \(phrase)  and Enter:")
    session.type(phrase)
    #expect(session.startedRun == nil)
    #expect(session.promptLine == "Type  \(phrase)  and Enter:  \(phrase)")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == count)
    #expect(session.state.screen == .run)
  }

  @Test(arguments: [
    "60", "60 from 3 stack", "60 from 3 stacks ", "60 from 2 stacks", "6 from 3 stacks", "60  from 3 stacks",
    "60 FROM 3 STACKS", "0", "60 to 3 stacks",
  ])
  func `anything else than the phrase sends nothing, and is said and cleared`(typed: String) {
    var session = Session.planning(60, on: 3)
    session.type(typed)
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("What was typed is not  60 from 3 stacks "))
    #expect(session.promptLine == "Type  60 from 3 stacks  and Enter:")
    session.type("60 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 60)
  }

  @Test func `Enter alone never means yes`() {
    for count in [1, 10, 60] {
      var session = Session.planning(count, on: 1)
      session.press(.enter)
      #expect(session.startedRun == nil)
      #expect(session.state.screen == .plan)
    }
  }

  @Test(arguments: [(1, "y"), (3, "y"), (3, "Y"), (3, "3"), (6, "6"), (25, "25"), (26, "26"), (60, "60")])
  func `no key and no number confirms, with Enter or without`(count: Int, typed: String) {
    var session = Session.planning(count, on: 1)
    session.type(typed)
    #expect(session.startedRun == nil)
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.state.screen == .plan)
  }

  @Test(arguments: [(false, 1.0), (true, 0.299), (true, 0), (false, 0)])
  func `an Enter that did not come by itself keeps the phrase, and Enter is asked for once more`(
    isAlone: Bool,
    quiet: Double
  ) {
    var session = Session.planning(60, on: 3)
    session.type("60 from 3 stacks")
    session.send(.key(KeyPress(key: .enter, isAlone: isAlone, quiet: .seconds(quiet)), at: session.moment))
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("Enter once more"))
    #expect(session.promptLine == "Type  60 from 3 stacks  and Enter:  60 from 3 stacks")
    session.send(.key(KeyPress(key: .enter, isAlone: true, quiet: .seconds(0.3)), at: session.moment))
    #expect(session.startedRun?.plan.entries.count == 60)
  }

  @Test func `the phrase may come in one piece, as over a slow link`() {
    var session = Session.planning(60, on: 3)
    for character in "60 from 3 stacks" {
      session.send(.key(KeyPress(key: .character(character), isAlone: false, quiet: .zero), at: session.moment))
    }
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 60)
  }

  @Test(arguments: [(3, "3 from 1"), (6, "6 from 1\n"), (60, "60 from 1 stack\n"), (60, "60 from 1 stack")])
  func `a paste confirms nothing`(count: Int, paste: String) {
    var session = Session.planning(count, on: 1)
    session.press(.paste(paste))
    #expect(session.planStatus.contains("A paste confirms nothing: type it."))
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.state.plan?.typed == "")
  }

  @Test func `letters are commands until the first digit, and text after it`() {
    var session = Session.planning(60, on: 3, .sample(), .small)
    session.press(.character("j"))
    #expect(session.state.plan?.scroll.offset == 1)
    session.type("6jnHqr?")
    #expect(session.state.plan?.typed == "6jnHqr?")
    #expect(session.state.screen == .plan)
    session.press(.down, .pageDown)
    #expect(session.state.plan?.scroll.offset ?? 0 > 1)
    #expect(session.state.plan?.typed == "6jnHqr?")
    session.press(.escape)
    #expect(session.state.plan?.typed == "")
    session.press(.escape)
    #expect(session.state.plan == nil)
  }

  @Test func `the phrase can be edited with Backspace, and the caret is at its end`() {
    var session = Session.planning(60, on: 3)
    session.type("61")
    #expect(render(session.state).caret == Position(row: 22, column: 38))
    session.press(.backspace)
    session.type("0 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 60)
  }

  @Test func `a phrase that runs on is not kept for ever`() {
    var session = Session.planning(60, on: 3)
    session.type(String(repeating: "6", count: 500))
    #expect(session.state.plan?.typed.count ?? 500 < 40)
  }

  @Test func `a protected account is confirmed by the phrase with its last digits, however little it is`() {
    var session = Session.planning(1, on: 1, .sample { $0.rules.protectedAccounts = ["111122223333"] })
    session.type("1 from 1")
    session.press(.enter)
    #expect(session.startedRun == nil)
    session.type("1 from 1 stack in 3333")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 1)
  }

  @Test func `a protected stack is confirmed by the phrase`() {
    var session = Session.planning(2, on: 2, .sample { $0.rules.protectedStacks = ["stack-01"] })
    #expect(session.promptLine == "Type  2 from 2 stacks  and Enter:")
    #expect(session.screen.contains("! stack-01 is a protected stack"))
    session.type("2 from 2 stacks")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 2)
  }

  @Test(arguments: [(3, "3 from 1 stack"), (6, "6 from 1 stack")])
  func `where the account is not known the whole phrase is asked for`(count: Int, phrase: String) {
    var session = Session.planning(count, on: 1) { $0.caller = nil }
    #expect(session.screen.contains("! STS did not say whose account this is: the confirmation is stricter"))
    #expect(session.promptLine == "Type  \(phrase)  and Enter:")
    session.type(phrase)
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == count)
  }

  @Test func `what is run is the plan with its check applied, and confirmed`() throws {
    var session = Session.planning(60, on: 3)
    let plan = try #require(session.state.plan?.plan)
    session.type("60 from 3 stacks")
    session.press(.enter)
    let check = Check(of: plan, at: noon)
    let how = "typed \"60 from 3 stacks\", plan \(plan.number)"
    let start = RunStart(plan, check, confirmed: how)
    #expect(session.effects == [.run(.start(start))])
    let opened = RunRecord.opened(thisProcess)
    #expect(start.records(openedBy: thisProcess) == [opened] + check.records + [.confirmed(how: how)])
  }
}
