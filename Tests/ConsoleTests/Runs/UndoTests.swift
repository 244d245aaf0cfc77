import AppStream
import Runs
import Screen
import Testing

@testable import Console

@Suite struct UndoTests {
  private func undoing(_ count: Int = 60, on stacks: Int = 3, failing: [Int] = [2, 30, 55]) throws -> Session {
    let contents = try EarlierRun.contents(count, on: stacks) { EarlierRun.finished($0, failing: failing) }
    var session = Session.listing([ListedRun(contents)])
    session.press(.character("U"))
    session.answerReading(ListedRun(contents))
    session.check { check in
      // Nothing of it is there any more.
      for index in check.stacks.indices {
        (check.stacks[index].gone, check.stacks[index].present) = (check.stacks[index].present, [])
      }
    }
    return session
  }

  @Test func `exactly what was removed is planned to come back, and nobody is mailed`() throws {
    var session = try undoing()
    #expect(session.lines[1].hasPrefix("-- UNDO of run 20261122T130211Z-0b1e"))
    #expect(session.lines[2].hasPrefix("put back  57 associations"))
    #expect(session.lines[2].hasSuffix("nobody is mailed"))
    #expect(session.state.plan?.plan.sendEmailNotification == false)
    session.type("57 to 3 stacks")
    session.press(.enter)
    #expect(session.startedRun?.plan.operation == .associate)
    #expect(session.startedRun?.plan.entries.count == 57)
    #expect(session.startedRun?.plan.follows == EarlierRun.id)
  }

  @Test func `one row too asks for the whole phrase, so that y never confirms an undo`() throws {
    var session = try undoing(1, on: 1, failing: [])
    #expect(session.promptLine.hasPrefix("Type  1 to 1 stack  and Enter:"))
    session.press(.character("y"))
    #expect(session.startedRun == nil)
    #expect(session.planStatus.contains("y does nothing here"))
    for wrong in ["1", "1 from 1", "1 from 1 stack", "1 to 1"] {
      session.type(wrong)
      session.press(.enter)
      #expect(session.startedRun == nil)
    }
    session.type("1 to 1 stack")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 1)
  }

  @Test func `rows that are there already are not sent, and the phrase counts the others`() throws {
    let contents = try EarlierRun.contents()
    var session = Session.listing([ListedRun(contents)])
    session.press(.character("U"))
    session.answerReading(ListedRun(contents))
    session.check { check in
      for index in check.stacks.indices.dropFirst() {
        (check.stacks[index].gone, check.stacks[index].present) = (check.stacks[index].present, [])
      }
    }
    #expect(session.promptLine.hasPrefix("Type  38 to 2 stacks  and Enter:"))
    #expect(session.screen.contains("19 entries are there since: present, and not sent"))
  }

  @Test func `on a run Space marks the rows that alone come back, and they are marked nowhere else`() throws {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    let marks = session.state.list.marks
    session.press(.home, .character(" "), .character(" "))
    #expect(session.lines[1].contains("2 marked"))
    #expect(session.lines[23].contains("U undo 2"))
    session.press(.character(" "))
    #expect(session.lines[1].contains("3 marked"))
    #expect(session.lines[23].contains("U undo 2"), "a failed row is no row to undo")
    #expect(session.state.list.marks == marks)
    session.press(.character("U"))
    #expect(session.effects == [.task(.readRun(runID))])
    #expect(session.state.runRequest?.purpose == .undo(session.state.run?.marked ?? []))
  }

  @Test func `an undo of a run that is not settled says what it leaves out`() throws {
    let contents = try EarlierRun.contents { plan in
      EarlierRun.finished(plan, failing: []).filter {
        if case .observed("stack-02", _, _, _, _) = $0 { false } else if case .finished = $0 { false } else { true }
      }
    }
    var session = Session.listing([ListedRun(contents)])
    session.press(.character("U"))
    session.answerReading(ListedRun(contents))
    #expect(session.state.plan?.plan.entries.count == 40)
    #expect(session.screen.contains("! 20 rows of the run are open and left out: R on the run settles them first"))
  }

  @Test func `a run that changed nothing has nothing to undo`() throws {
    let contents = try EarlierRun.contents(3, on: 1) { EarlierRun.finished($0, failing: [0, 1, 2]) }
    var session = Session.listing([ListedRun(contents)])
    session.press(.character("U"))
    session.answerReading(ListedRun(contents))
    #expect(session.messageLine == "The run changed nothing, so there is nothing to undo.")
  }
}
