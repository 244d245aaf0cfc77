import AppStream
import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

/// What is asked takes keys for its answer only once somebody can have seen it.
@Suite struct SightTests {
  /// A console whose frames nobody has seen since `session`.
  private func unwatched(_ session: Session) -> Session {
    var session = session
    session.isWatched = false
    return session
  }

  private func planning(_ count: Int = 60, on stacks: Int = 3) -> Session {
    var session = unwatched(.marking(count, on: stacks))
    session.press(.character("d"))
    session.check()
    return session
  }

  @Test func `a plan that was not seen is not confirmed, and the line that asks comes last`() {
    var session = planning()
    #expect(session.effects == [.terminal(.awaitSight(1))])
    #expect(session.promptLine == "Reading 3 stacks once more; Esc leaves.")
    #expect(session.lines[1].contains("checked 14:02:11Z"))
    session.type("60 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.state.plan?.typed == "")
    #expect(session.planStatus.contains("The terminal has not shown this yet"))
    session.send(.frameSeen(1))
    #expect(session.promptLine == "Type  60 from 3 stacks  and Enter:")
    #expect(!session.planStatus.contains("not shown this yet"))
    session.press(.enter)
    #expect(session.startedRun == nil)
    session.type("60 from 3 stacks")
    #expect(session.effects == [.terminal(.awaitSight(2))])
    session.send(.frameSeen(2))
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 60)
  }

  @Test func `an Enter before the phrase was shown does not count, and the phrase stays`() {
    var session = Session.planning(60, on: 3)
    session.isWatched = false
    session.type("60 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("Enter once more"))
    #expect(session.promptLine.hasSuffix("60 from 3 stacks"))
    session.send(.frameSeen(2))
    session.press(.backspace, .character("s"))
    #expect(session.effects == [.terminal(.awaitSight(3))])
    session.press(.enter)
    #expect(session.startedRun == nil)
    session.send(.frameUnseen(3))
    #expect(session.effects == [.terminal(.redraw), .terminal(.awaitSight(3))])
    session.send(.frameSeen(3))
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 60)
  }

  @Test func `another frame than the one that asks says nothing`() {
    var session = planning()
    session.send(.frameSeen(0))
    session.send(.frameSeen(2))
    session.confirm()
    #expect(session.startedRun == nil)
  }

  @Test func `what was said of the check goes when it can be confirmed`() {
    var session = unwatched(.marking(3, on: 1))
    session.press(.character("d"))
    session.type("3 from 1")
    #expect(session.planStatus.contains("The plan is being checked; nothing can be confirmed yet."))
    session.check()
    #expect(!session.planStatus.contains("nothing can be confirmed yet"))
    session.send(.frameSeen(1))
    #expect(session.planStatus.contains("nothing has been sent"))
    #expect(session.state.plan?.typed == "")
    session.isWatched = true
    session.confirm()
    #expect(session.startedRun?.plan.entries.count == 3)
  }

  @Test(arguments: [Key.escape, .character("q"), .control("c")])
  func `whatever was typed before, it can be left at any time`(key: Key) {
    for isChecked in [false, true] {
      var session = unwatched(.marking(3, on: 1))
      session.press(.character("d"))
      if isChecked { session.check() }
      session.type("3 f")
      session.press(key)
      #expect(session.state.plan == nil)
      #expect(session.messageLine == "Nothing was sent.")
    }
  }

  @Test func `a terminal that does not say what it shows is drawn and asked again`() {
    var session = planning()
    session.send(.frameUnseen(1))
    #expect(session.effects == [.terminal(.redraw), .terminal(.awaitSight(1))])
    #expect(session.planStatus.contains("The terminal does not say that it shows this, so it is drawn again."))
    session.confirm()
    #expect(session.startedRun == nil)
    session.send(.frameSeen(1))
    #expect(session.planStatus.contains("nothing has been sent"))
    session.send(.frameUnseen(1))
    #expect(session.effects.isEmpty)
  }

  @Test func `what was hidden has to be seen again`() {
    var session = Session.planning(60, on: 3)
    session.isWatched = false
    session.press(.character("?"), .escape)
    #expect(session.effects == [.terminal(.awaitSight(2))])
    session.confirm()
    #expect(session.startedRun == nil)
    session.send(.frameSeen(session.state.sight.number))
    session.isWatched = true
    session.confirm()
    #expect(session.startedRun != nil)
  }

  @Test func `a plan that is checked behind the help, or on a screen that is too small, was not seen`() {
    for hide in [{ $0.press(.character("?")) }, { $0.send(.resized(Size(rows: 5, columns: 20))) }]
      as [(inout Session) -> Void]
    {
      var session = Session.marking(60, on: 3)
      session.press(.character("d"))
      hide(&session)
      session.check()
      #expect(session.effects.isEmpty)
      session.isWatched = false
      session.press(.escape)
      session.send(.resized(.small))
      #expect(session.state.screen == .plan)
      #expect(session.state.sight.asked != nil)
      session.confirm()
      #expect(session.startedRun == nil)
    }
  }

  @Test func `a question takes nothing that was typed before it was seen, and is left at any time`() {
    var session = unwatched(.reading())
    session.press(.character("a"), .character(":"))
    session.type("profile dev")
    session.press(.enter)
    #expect(session.effects == [.terminal(.awaitSight(1))])
    #expect(session.messageLine == "")
    session.confirm()
    #expect(session.effects.isEmpty)
    var left = session
    left.press(.escape)
    #expect(left.messageLine == "Nothing was changed.")
    session.send(.frameSeen(1))
    #expect(session.messageLine == "Type  drop marks  and Enter:")
    session.isWatched = true
    session.confirm()
    #expect(session.effects == [.session(.open(SessionChoice(number: 1, profile: "dev")))])
  }

  @Test func `a code takes nothing that was typed before it was asked for`() {
    var session = unwatched(.reading())
    session.send(.codeNeeded(CodeRequest(id: 7, serial: "mfa", session: 0)))
    session.type("123456")
    session.press(.enter, .escape)
    #expect(session.effects.isEmpty)
    session.send(.frameSeen(1))
    #expect(session.messageLine == "Code:")
    session.press(.escape)
    #expect(session.effects == [.session(.answerCode(CodeRequest(id: 7, serial: "mfa", session: 0), nil))])
  }
}
