import AWSClientCore
import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

@Suite struct ConfirmationTests {
  @Test(arguments: [1, 5])
  func `up to five entries are confirmed by y`(count: Int) throws {
    var session = Session.planning(count, on: 1)
    #expect(session.promptLine == "Press  y  to remove \(count == 1 ? "1 association" : "5 associations") on 1 stack.")
    session.press(.character("y"))
    #expect(session.startedRun?.plan.entries.count == count)
    #expect(session.state.screen == .run)
  }

  @Test(arguments: [
    (6, 1, "6"), (24, 2, "24"), (25, 1, "25"), (26, 1, "26 from 1 stack"), (26, 2, "26 from 2 stacks"),
    (60, 3, "60 from 3 stacks"),
  ])
  func `more are confirmed by typing what is asked for and Enter`(count: Int, stacks: Int, phrase: String) {
    var session = Session.planning(count, on: stacks)
    #expect(session.promptLine == "Type  \(phrase)  and Enter:")
    session.type(phrase)
    #expect(session.startedRun == nil)
    #expect(session.promptLine == "Type  \(phrase)  and Enter:  \(phrase)")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == count)
  }

  @Test(arguments: [
    "60", "60 from 3 stack", "60 from 3 stacks ", "60 from 2 stacks", "6 from 3 stacks", "60  from 3 stacks",
    "60 FROM 3 STACKS", "0", "60 to 3 stacks",
  ])
  func `anything else than the phrase sends nothing and can be edited on`(typed: String) {
    var session = Session.planning(60, on: 3)
    session.type(typed)
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("That is not  60 from 3 stacks ."))
    #expect(session.promptLine.hasSuffix(typed.last == " " ? "60 from 3 stacks" : typed))
    for _ in typed { session.press(.backspace) }
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

  @Test func `y does not confirm what has to be typed`() {
    var session = Session.planning(6, on: 1)
    session.press(.character("y"))
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("y is not enough here: type  6  and Enter."))
  }

  @Test func `y counts only by itself, since an unmarked paste comes many bytes at once`() {
    var session = Session.planning(3, on: 1)
    session.send(.key(KeyPress(key: .character("y"), isAlone: false), at: noon))
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("press it by itself"))
    session.press(.character("y"))
    #expect(session.startedRun?.plan.entries.count == 3)
  }

  @Test(arguments: [(3, "y"), (6, "6\n"), (60, "60 from 1 stack\n"), (60, "60 from 1 stack")])
  func `a paste confirms nothing`(count: Int, paste: String) {
    var session = Session.planning(count, on: 1)
    session.press(.paste(paste), .enter)
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

  @Test func `nothing can be confirmed before the check`() {
    for keys in ["y", "3"] {
      var session = Session.marking(3, on: 1)
      session.press(.character("d"))
      session.type(keys)
      session.press(.enter)
      #expect(session.startedRun == nil)
      #expect(session.planStatus.contains("The plan is being checked; nothing can be confirmed yet."))
      #expect(session.state.plan?.typed == "")
    }
  }

  @Test func `a protected account is confirmed by the phrase with its last digits, however little it is`() {
    var session = Session.planning(1, on: 1, .sample { $0.protectedAccounts = ["111122223333"] })
    session.press(.character("y"))
    #expect(session.startedRun == nil)
    session.type("1 from 1 stack in 3333")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 1)
  }

  @Test func `a protected stack is confirmed by the phrase`() {
    var session = Session.planning(2, on: 2, .sample { $0.protectedStacks = ["stack-01"] })
    #expect(session.promptLine == "Type  2 from 2 stacks  and Enter:")
    #expect(session.screen.contains("! stack-01 is a protected stack"))
    session.type("2 from 2 stacks")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 2)
  }

  @Test(arguments: [(3, "3"), (6, "6 from 1 stack")])
  func `where the account is not known the confirmation is one step stricter`(count: Int, phrase: String) {
    var session = Session.planning(count, on: 1) { $0.caller = nil }
    #expect(session.screen.contains("! STS did not say whose account this is: the confirmation is stricter"))
    session.press(.character("y"))
    #expect(session.startedRun == nil)
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
    let start = RunStart(plan, check, confirmed: "typed \"60 from 3 stacks\"")
    #expect(session.effects == [.startRun(start)])
    #expect(start.records == check.records + [.confirmed(how: "typed \"60 from 3 stacks\"")])
  }
}
