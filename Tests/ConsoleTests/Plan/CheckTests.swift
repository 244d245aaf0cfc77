import AWSClientCore
import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

@Suite struct CheckTests {
  @Test func `entries that are gone shrink what is confirmed and are not sent`() throws {
    var session = Session.planning(60, on: 3) { $0.lose(3, of: 1) }
    #expect(session.promptLine == "Type  57 from 3 stacks  and Enter:")
    #expect(session.screen.contains("! 3 entries are gone since: absent, and not sent"))
    #expect(session.lines[2].hasPrefix("57 associations   57 people   3 stacks"))
    #expect(session.lines[5].hasPrefix("calls    3 write (25+25+7), 3 read"))
    session.type("57 from 3 stacks")
    session.press(.enter)
    let machine = try #require(session.startedRun)
    #expect(machine.plan.entries.count == 60)
    #expect(machine.counts[.absent] == 3)
    #expect(machine.counts.queued == 57)
  }

  @Test func `a stack of which everything is gone does not count as one`() {
    let session = Session.planning(60, on: 3) { $0.lose(20, of: 2) }
    #expect(session.promptLine == "Type  40 from 2 stacks  and Enter:")
  }

  @Test func `a plan that shrinks to a few is confirmed as the few`() {
    let session = Session.planning(6, on: 1) { $0.lose(3, of: 0) }
    #expect(session.promptLine == "Type  3 from 1  and Enter:")
  }

  @Test func `when everything is gone there is nothing to confirm`() {
    var session = Session.planning(3, on: 1) { $0.lose(3, of: 0) }
    #expect(session.promptLine == "Every entry is gone already: there is nothing to send. Esc leaves.")
    session.type("0 from 0")
    session.press(.enter)
    #expect(session.startedRun == nil)
  }

  @Test func `a stack that cannot be read stops the plan, says why, and r checks again`() throws {
    var session = Session.planning(6, on: 2) { $0.fail(1, .refusal("AccessDeniedException")) }
    let plan = try #require(session.state.plan?.plan)
    #expect(session.promptLine == "stack-01 could not be checked: nothing can be sent. r checks again. Esc leaves.")
    #expect(session.screen.contains("! stack-01 could not be checked: The service refused"))
    #expect(session.screen.contains("(AccessDeniedException, request\n  7f3a)"))
    #expect(session.lines[1].contains("check failed 14:02:11Z"))
    session.type("6 from 2")
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("stack-01 could not be checked"))
    #expect(session.state.plan?.typed == "")
    session.press(.character("r"))
    #expect(session.effects == [.task(.check(plan))])
    #expect(session.lines[1].hasSuffix(" checking --"))
    session.check()
    session.type("6 from 2")
    session.press(.enter)
    #expect(session.startedRun?.plan == plan)
  }

  @Test func `r while a check is under way asks for no second one`() {
    var session = Session.marking(6, on: 2)
    session.press(.character("d"), .character("r"))
    #expect(session.planStatus.contains("The plan is being checked already."))
    #expect(session.effects.count == 1)
  }

  @Test func `another account than planned is refused`() {
    let other = CallerIdentity(account: "999900001111", arn: "arn:aws:iam::999900001111:user/eve", userID: "AIDA")
    var session = Session.planning(3, on: 1) { $0.caller = other }
    session.type("3 from 1")
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(
      session.screen.contains("The plan is for 111122223333, credentials are 999900001111's now. Esc leaves.")
    )
  }

  @Test func `in a read-only console a plan can be seen but not confirmed`() {
    var session = Session.planning(3, on: 1, .sample { $0.rules.readOnly = .option })
    #expect(session.promptLine == "Read-only: nothing can be sent. Esc leaves.")
    session.type("3 from 1")
    session.press(.enter)
    #expect(session.startedRun == nil)
  }

  @Test func `where a reason is required, a plan without one is refused`() {
    var session = Session.planning(
      3,
      on: 1,
      .sample {
        $0.rules.requiresReason = true; $0.reason = nil
      }
    )
    session.type("3 from 1")
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.promptLine == "Nothing can be sent without a reason: t types one. Esc leaves.")
    session = Session.planning(3, on: 1, .sample { $0.rules.requiresReason = true })
    session.confirm()
    #expect(session.startedRun?.plan.reason == "CHG-20417")
  }

  @Test func `a plan made before STS answered takes its caller from the check`() throws {
    var session = Session.marking(3, on: 1)
    session.state.gate.ask()
    session.press(.character("d"))
    #expect(session.state.plan?.plan.caller == nil)
    session.check()
    #expect(session.state.plan?.plan.caller == keller)
    #expect(session.promptLine == "Type  3 from 1  and Enter:")
    session.confirm()
    #expect(session.startedRun?.plan.caller == keller)
    #expect(session.lines[0].contains("111122223333"))
  }

  @Test func `a check is good for 60 s, and then repeated before anything is sent`() throws {
    var session = Session.planning(3, on: 1)
    let plan = try #require(session.state.plan?.plan)
    session.now = noon.addingTimeInterval(61)
    session.confirm()
    #expect(session.effects == [.task(.check(plan))])
    #expect(session.planStatus.contains("The check is older than 60 s: the stacks are read once more first."))
    session.check()
    #expect(session.startedRun?.plan == plan)
    #expect(session.state.message == nil, "what was said of the check is past")

    session = Session.planning(3, on: 1)
    session.now = noon.addingTimeInterval(60)
    session.confirm()
    #expect(session.startedRun?.plan == plan)
  }

  @Test func `a repeated check that finds less is confirmed anew`() {
    var session = Session.planning(60, on: 3)
    session.now = noon.addingTimeInterval(120)
    session.type("60 from 3 stacks")
    session.press(.enter)
    session.check { $0.lose(1, of: 0) }
    #expect(session.effects == [.terminal(.awaitSight(session.state.sight.number))])
    #expect(session.promptLine == "Type  59 from 3 stacks  and Enter:")
    #expect(session.planStatus.contains("The check was repeated, and something has changed: confirm anew."))
    session.type("60 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun == nil)
  }

  @Test func `a repeated check without an identity is confirmed anew, since that is stricter`() {
    var session = Session.planning(3, on: 1)
    session.now = noon.addingTimeInterval(120)
    session.confirm()
    session.check { $0.caller = nil }
    #expect(session.effects == [.terminal(.awaitSight(session.state.sight.number))])
    #expect(session.promptLine == "Type  3 from 1 stack  and Enter:")
  }

  @Test func `a repeated check can be cancelled`() throws {
    var session = Session.planning(3, on: 1)
    let plan = try #require(session.state.plan?.plan)
    session.now = noon.addingTimeInterval(120)
    session.confirm()
    session.press(.escape)
    session.send(.checked(Check(of: plan, at: session.now), of: plan))
    #expect(session.startedRun == nil)
    #expect(session.state.run == nil)
  }

  @Test func `credentials that end before the run is told to be over are a warning`() {
    var session = Session.marking(60, on: 3)
    session.send(.credentialsFound(.sample(expire: noon.addingTimeInterval(3), at: noon)))
    session.press(.character("d"))
    session.check()
    #expect(session.lines[5].contains("credentials last: no"))
    #expect(session.screen.contains("! the credentials end at 14:02Z, before the run may be over"))
  }
}
