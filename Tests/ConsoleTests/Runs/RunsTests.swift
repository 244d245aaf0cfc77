import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct RunsTests {
  private let cutOff: JournalContents
  private let finished: JournalContents

  init() throws {
    cutOff = try EarlierRun.contents { EarlierRun.cutOff($0) }
    finished = try EarlierRun.contents()
  }

  @Test func `a run that was cut off is announced at the start, with what to do`() {
    var session = Session.reading()
    session.send(.journal(.listed([ListedRun(cutOff)])))
    #expect(
      session.state.message?.text
        == "Run 20261122T130211Z-0b1e was interrupted with 60 entries open: L lists runs, R there goes on."
    )
    session.press(.down)
    session.send(.journal(.listed([ListedRun(cutOff)])))
    #expect(session.state.message == nil)
  }

  @Test func `runs that are finished, held, or of another Region are not announced`() {
    for run in [ListedRun(finished), ListedRun(cutOff, isHeld: true)] {
      var session = Session.reading()
      session.send(.journal(.listed([run])))
      #expect(session.state.message == nil)
    }
    var session = Session.reading(SampleAccount(), .sample { $0.destination.region = "us-east-1" })
    session.send(.journal(.listed([ListedRun(cutOff)])))
    #expect(session.state.message == nil)
  }

  @Test func `the list of runs on 80x24`() {
    #expect(Session.listing([ListedRun(cutOff)]).screen == runsOn80Columns)
  }

  @Test func `without runs it says so, and why they could not be read`() {
    #expect(Session.listing([]).screen.contains("No run has a journal yet."))
    var session = Session.listing([])
    session.press(.character("R"))
    #expect(session.messageLine == "There is no run here.")
    session.press(.character("r"))
    session.send(.journal(.unlisted("The directory is not ours\u{1B}.")))
    #expect(session.messageLine == "The directory is not ours<U+001B>.")
  }

  @Test func `R resumes what was not sent, after a check and a confirmation`() {
    var session = Session.listing([ListedRun(cutOff)])
    session.press(.character("R"))
    session.answerReading(ListedRun(cutOff))
    #expect(session.lines[1].hasPrefix("-- RESUME of run 20261122T130211Z-0b1e"))
    #expect(session.state.plan?.plan.entries.count == 35)
    session.check()
    session.type("35 from 2 stacks")
    session.press(.enter)
    #expect(session.startedRunStart?.resumed?.id == cutOff.id)
  }

  @Test func `what was sent is only read, without asking`() throws {
    let sent = try EarlierRun.contents(20, on: 1) { EarlierRun.finished($0, failing: []).dropLast(2) }
    var session = Session.listing([ListedRun(sent)])
    session.press(.character("R"))
    session.answerReading(ListedRun(sent))
    #expect(session.state.screen == .run)
    #expect(session.startedRunStart?.resumed?.id == sent.id)
  }

  @Test func `nothing is read before it is known whose account this is`() throws {
    let sent = try EarlierRun.contents(20, on: 1) { EarlierRun.finished($0, failing: []).dropLast(2) }
    var session = Session.listing([ListedRun(sent)])
    session.state.gate.ask()
    session.press(.character("R"))
    session.answerReading(ListedRun(sent))
    #expect(session.startedRun == nil)
    #expect(session.messageLine.hasPrefix("STS has not said yet whose account this is"))
  }

  @Test func `a run that was cut off after its last entry gets its end`() throws {
    let settled = try EarlierRun.contents { EarlierRun.finished($0).dropLast() }
    var session = Session.listing([ListedRun(settled)])
    #expect(session.messageLine == "It was interrupted after its last entry: R puts its end on record.")
    session.press(.character("R"))
    session.answerReading(ListedRun(settled))
    #expect(session.startedRunStart?.resumed?.id == settled.id)
    #expect(session.startedRun?.counts[.failed] == 3)
  }

  @Test func `R retries what failed where nothing is open`() {
    var session = Session.listing([ListedRun(finished)])
    session.press(.character("R"))
    session.answerReading(ListedRun(finished))
    #expect(session.lines[1].hasPrefix("-- RETRY of run 20261122T130211Z-0b1e"))
    #expect(session.state.plan?.plan.entries.count == 3)
    #expect(session.state.plan?.plan.follows == finished.id)
  }

  @Test func `a run is opened, and Esc goes back to the runs and then to the list`() {
    var session = Session.listing([ListedRun(finished)])
    session.press(.enter)
    session.answerReading(ListedRun(finished))
    #expect(session.lines[1].hasPrefix("run 20261122T130211Z-0b1e   rows 1-18 of 60"))
    #expect(session.lines[23].hasSuffix("q back"))
    #expect(session.lines[21].hasPrefix("57 removed, 3 failed (3 INTERNAL_ERROR)   finished   3 write, "))
    session.press(.escape)
    #expect(session.state.screen == .runs)
    session.press(.escape)
    #expect(session.state.screen == .list)
  }

  @Test func `a receipt is asked for with a name of the run's own`() {
    var session = Session.listing([ListedRun(finished)])
    session.press(.character("e"))
    #expect(session.messageLine == "Receipt to: 20261122T130211Z-0b1e.csv")
    session.press(.enter)
    #expect(
      session.effects == [.task(.write(.receipt(finished.id), path: "20261122T130211Z-0b1e.csv", replacing: false))]
    )
  }

  @Test func `a journal that cannot be trusted is shown with its reason, and nothing is done on its word`() {
    let error = JournalError.broken(path: "/x/\u{1B}", line: 3, reason: "the hash differs")
    var session = Session.listing([ListedRun(id: EarlierRun.id, isHeld: false, contents: .failure(error))])
    #expect(session.lines.contains { $0.hasPrefix("> 2026-11-22 13:02Z  0b1e") && $0.contains("broken") })
    session.press(.character("U"))
    #expect(session.effects.isEmpty)
    #expect(session.screen.contains("/x/<U+001B>"))
  }
}

// swift-format-ignore
private let runsOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
1 run   1 interrupted                                               Esc all rows
  WHEN v             RUN   WHO      WHAT    REASON  ENTRIES
> 2026-11-22 13:02Z  0b1e  jkeller  remove  CHG-7   interrupted: 60 open
















20261122T130211Z-0b1e  remove  interrupted: 60 open  CHG-7  jkeller on bastion-2
111122223333 assumed-role/StackOps/j.keller  eu-west-1
60 entries are open: R goes on.
j/k move  / filter  Enter open  R resume 60  e receipt  r reload  ? help  q back
"""
