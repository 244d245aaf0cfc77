import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

/// What the settings allow to be begun at once, on the screen of a plan.
@Suite struct BoundedPlanTests {
  private func warnings(_ session: Session) -> [String] { (session.state.plan?.warnings ?? []).map(\.text.text) }

  @Test func `a plan above the number says so with its stacks, and cannot be confirmed`() {
    var session = Session.planning(6, on: 2, .sample { $0.rules.atMost = 5 })
    #expect(session.promptLine == "6 entries are more than the settings allow: at_most = 5. Esc leaves.")
    #expect(warnings(session).prefix(2) == ["stack-00: 3 of its 3 people", "stack-01: 3 of its 3 people"])
    #expect(session.askedPhrase == nil)
    session.type("6 from 2")
    session.press(.enter)
    #expect(session.startedRun == nil)
    session = Session.planning(6, on: 2, .sample { $0.rules.atMost = 5 }) { $0.lose(1, of: 0) }
    session.confirm()
    #expect(session.startedRun?.plan.entries.count == 6)
  }

  @Test func `a plan above the share names the stacks that it is too much of`() {
    let change: (inout Check) -> Void = { check in
      (check.stacks[0].total, check.stacks[1].total) = (12, 30)
    }
    var session = Session.planning(24, on: 2, .sample { $0.rules.atMostPercent = 50 }, .small, change)
    #expect(session.promptLine == "1 stack would lose more than 50 % of the people (at_most_percent). Esc leaves.")
    #expect(warnings(session).first == "stack-00: 12 of its 12 people, more than 50 %")
    #expect(session.askedPhrase == nil)
    session = Session.planning(24, on: 2, .sample { $0.rules.atMostPercent = 100 }, .small, change)
    #expect(session.askedPhrase == "24 from 2")
  }

  @Test func `a stack that was not read whole has at least so many people`() {
    let session = Session.planning(3, on: 1) { ($0.stacks[0].total, $0.stacks[0].isWhole) = (87, false) }
    #expect(session.lines[8].hasSuffix("3 of at least 87 people"))
  }

  @Test func `before the check nobody knows how many people a stack has`() {
    var session = Session.marking(3, on: 1)
    session.press(.character("d"))
    #expect(session.lines[8].hasSuffix("  3 people"))
  }

  @Test func `a plan that was left open for too long is planned again`() {
    var session = Session.planning(3, on: 1, .sample { $0.rules.planValidity = PlanValidity("1h") })
    #expect(session.state.plan?.plan.validity == PlanValidity("1h"))
    session.now = noon.addingTimeInterval(3601)
    session.confirm()
    session.check()
    #expect(session.startedRun == nil)
    #expect(session.promptLine == "The plan was to be sent by 2026-11-22 15:02Z: plan again. Esc leaves.")
  }

  @Test func `the number of a plan stays the same when STS names the caller`() {
    var session = Session.marking(3, on: 1)
    session.state.gate.ask()
    session.press(.character("d"))
    let before = session.state.plan?.number
    session.check()
    #expect(session.state.plan?.plan.caller == keller)
    #expect(session.state.plan?.plan.number == before)
    #expect(before.map { session.screen.contains("plan   \($0)") } == true)
  }

  @Test func `whoever saves a plan is told how often, where and until when it can be sent`() throws {
    var session = Session.planning(3, on: 1)
    let plan = try #require(session.state.plan?.plan)
    session.send(.file(.written(.plan(plan), path: "p.json")))
    #expect(session.planStatus.contains("Written: p.json; once, by one user on one host, for 24h"))
  }
}
