import AppStream
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct AfterRunTests {
  private func finished() -> Session {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    return session
  }

  @Test func `the summary stays until it is dismissed`() {
    var session = finished()
    #expect(session.lines[21] == "57 removed, 3 failed (1 DIRECTORY_NOT_FOUND, 2 other)   3 write, 6 read")
    session.send(.resized(.large))
    #expect(
      session.lines[27]
        == "57 removed, 3 failed (1 DIRECTORY_NOT_FOUND, 1 INTERNAL_ERROR, 1 USER_NAME_NOT_FOUND)   finished   "
        + "3 write, 6 read"
    )
    session.send(.resized(.small))
    session.press(.down, .up, .character("n"))
    #expect(session.lines[21].hasPrefix("57 removed, 3 failed"))
    session.press(.character("q"))
    #expect(session.state.screen == .list)
    #expect(session.effects.isEmpty)
  }

  @Test func `leaving waits for the journal to be closed, and says what came of that`() throws {
    var session = Session.running(60, on: 3)
    session.record(.finished(try #require(session.state.run?.machine.counts)))
    session.press(.character("q"))
    #expect(session.state.screen == .list)
    for _ in 0..<3 { session.press(.character("q")) }
    #expect(!session.effects.contains(.leave))
    session.send(.runEnded(runID, journalHash: "1f3c9a0b7d2e55aa", problem: "The end of the run could not be written."))
    #expect(session.effects.contains(.leave))
    #expect(session.state.farewell().contains { $0.text.contains("(journal 1f3c9a0b7d2e)") })
    #expect(session.state.farewell().contains("The end of the run could not be written."))
  }

  @Test(arguments: [Key.escape, .character("q"), .control("c")])
  func `a summary is dismissed to all rows, which show the results`(key: Key) {
    var session = finished()
    session.press(key)
    #expect(session.lines[1].contains("3 rows, 57 removed since (r reloads)   3 marked"))
    #expect(session.lines[2].contains("RESULT") && !session.lines[2].contains("NAME"))
    #expect(session.rows[0].hasSuffix("removed"))
    #expect(session.rows[2] == " *  user-00-0002@contr.example  stack-00  -       failed USER_NAME_NOT_FOUND U..")
    #expect(render(session.state)[3, 4].style == .removed)
    #expect(render(session.state)[5, 4].style == .text)
  }

  @Test func `a journal that is being read is not read twice, and what was asked for last is done with it`() {
    var session = finished()
    session.press(.character("r"))
    #expect(session.effects.contains(.task(.readRun(runID))))
    session.press(.character("r"), .character("r"), .character("U"))
    #expect(!session.effects.contains(.task(.readRun(runID))))
    session.send(.journal(.unread(runID, "It is gone.")))
    #expect(session.messageLine == "It is gone.")
    session.press(.character("r"))
    #expect(session.effects.contains(.task(.readRun(runID))))
  }

  @Test func `n finds the failed rows in the list, also while a filter is kept`() {
    var session = finished()
    session.press(.escape, .character("n"))
    #expect(session.state.list.cursor.index == 2)
    #expect(session.screen.contains("USER_NAME_NOT_FOUND: User not found in the"))
    session.press(.character("N"))
    #expect(session.state.list.cursor.index == 55)
    session.press(.character("/"))
    session.type("result:internal")
    session.press(.enter)
    #expect(session.rows.count == 1)
    session.press(.character("n"))
    #expect(session.messageLine == "No other row that is shown failed, was stopped or is unknown.")
  }

  @Test func `removed rows stay until they are read again, and failed ones keep their result`() {
    var account = SampleAccount.of(stacks: 3, usersEach: 20)
    var session = finished()
    session.press(.escape, .character("r"))
    #expect(session.rows[0].hasSuffix("removed"))
    account.stacks["stack-00"] = [account.stacks["stack-00"]?[2]].compactMap(\.self)
    session.read("stack-00", of: account)
    #expect(session.lines[1].contains("3 rows, 38 removed since (r reloads)   3 marked"))
    #expect(session.rows[1] == "    user-01-0000@contr.example  stack-01  -       removed")
    #expect(session.state.result(of: account.associations(of: "stack-00")[0].identity)?.word == "failed")
  }

  @Test func `a reading that began before the run ended does not speak of its results`() {
    let account = SampleAccount.of(stacks: 3, usersEach: 20)
    var session = Session.marking(60, on: 3)
    session.press(.character("r"), .character("d"))
    session.check()
    session.type("60 from 3 stacks")
    session.press(.enter)
    session.runToTheEnd()
    session.read("stack-00", of: account)
    #expect(session.state.result(of: account.associations(of: "stack-00")[0].identity)?.word == "removed")
    session.press(.escape, .character("r"))
    session.read("stack-00", of: account)
    #expect(session.state.result(of: account.associations(of: "stack-00")[0].identity) == nil)
  }

  @Test func `the failed rows, still marked, make the next plan`() {
    var session = finished()
    session.press(.escape, .character("d"))
    #expect(
      session.state.plan?.plan.entries.map(\.userName) == [
        "user-00-0002@contr.example", "user-01-0010@contr.example", "user-02-0015@contr.example",
      ]
    )
    session.check()
    session.confirm()
    #expect(session.startedRun?.plan.entries.count == 3)
  }

  @Test func `a run of the row under the cursor marks nothing`() {
    var session = Session.reading()
    session.press(.character("d"))
    session.check()
    session.confirm()
    session.sendBatch(1, 0..<1)
    session.readBack("biology-2026a")
    session.finish()
    #expect(session.lines[1].contains("0 marked"))
    #expect(session.lines[21].hasPrefix("1 removed   finished"))
  }

  @Test func `in a wide list name and state stay beside the result`() {
    var session = Session.running(6, on: 1, .sample(), .large)
    session.sendBatch(1, 0..<6)
    #expect(
      session.lines[2].contains("NAME") && session.lines[2].contains("STATUS") && session.lines[2].contains("RESULT")
    )
  }

  @Test func `details leave out the stacks that the run took the user off, as the list does`() {
    let stacks = ["biology-2026a", "chemistry-lab", "maths-open"]
    var account = SampleAccount()
    account.stacks = Dictionary(uniqueKeysWithValues: stacks.map { ($0, ["abe.olsen@contr.example"]) })
    var session = Session.reading(account)
    // Off the first of three; the second fails, and the third is no part of it.
    session.press(.character(" "), .character(" "), .character("d"))
    session.check()
    session.confirm()
    session.send(.runStarted(runID))
    func otherStacks(of stack: String) -> [String] {
      session.press(.enter)
      defer { session.press(.escape) }
      return stacks.filter { name in session.lines.contains { $0.hasSuffix("  \(name)") && !$0.hasPrefix("stack ") } }
    }
    #expect(otherStacks(of: stacks[0]) == ["chemistry-lab", "maths-open"])
    session.sendBatch(1, 0..<2, errors: [1: ("INTERNAL_ERROR", "An internal error occurred.")])
    session.readBack("biology-2026a")
    session.readBack("chemistry-lab", present: [1])
    session.press(.down)
    #expect(otherStacks(of: stacks[1]) == ["maths-open"], "what is gone is left out before the run is over")
    session.finish()
    #expect(otherStacks(of: stacks[1]) == ["maths-open"])
    session.press(.escape)
    session.press(.character("G"))
    #expect(otherStacks(of: stacks[2]) == ["chemistry-lab"], "in the list as well")
    session.read("biology-2026a", of: account)
    #expect(otherStacks(of: stacks[2]) == ["biology-2026a", "chemistry-lab"], "somebody has put it back")
  }

  private let farewell: [Line] = [
    "Run 20261122T140215Z-7f3a: 57 removed, 3 failed (journal 1f3c9a0b7d2e).",
    "Try the failed ones again with: appstream-console runs retry 20261122T140215Z-7f3a",
  ]

  @Test func `what became of the run is said after the program is left`() {
    var session = finished()
    #expect(session.state.farewell() == farewell)
    session.press(.escape, .character("c"), .character("q"))
    #expect(session.effects == [.leave])
    #expect(session.state.farewell() == farewell)
  }

  /// A run of `entries` that follows the one that ended here, and that another process is at.
  private func follower(
    of session: Session,
    _ operation: RunOperation,
    _ entries: [Association]
  ) throws -> ListedRun {
    let run = try #require(session.state.run)
    let plan = Plan(
      operation: operation,
      entries: entries,
      target: Plan.Target(caller: keller, region: "eu-west-1", endpoint: run.machine.plan.endpoint),
      authorship: Plan.Authorship(origin: bastion, created: noon),
      follows: runID
    )
    return ListedRun(
      try JournalContents(id: EarlierRun.id, plan: plan, started: noon, lines: [], lastHash: "ab"),
      isHeld: true
    )
  }

  private func entries(of session: Session, _ outcome: Outcome) -> [Association] {
    session.state.run?.machine.entries.filter { $0.outcome == outcome }.map(\.association) ?? []
  }

  @Test func `what another process tried again is not advised again, at the run and after leaving`() throws {
    var session = finished()
    let failed = entries(of: session, .failed)
    let partly = try follower(of: session, .disassociate, Array(failed.dropFirst()))
    session.send(.journal(.listed([partly])))
    #expect(session.lines[23].contains("R retry 1"))
    #expect(session.state.farewell(knowing: [partly]) == farewell)
    let wholly = try follower(of: session, .disassociate, failed)
    session.send(.journal(.listed([wholly])))
    #expect(!session.lines[23].contains("R retry") && session.lines[23].contains("U undo 57"))
    #expect(
      session.state.farewell(knowing: [wholly]) == [
        farewell[0], "What failed in it was tried again by run \(EarlierRun.id).",
      ]
    )
  }

  @Test func `what another process undid is not offered again`() throws {
    var session = finished()
    session.send(.journal(.listed([try follower(of: session, .associate, entries(of: session, .removed))])))
    #expect(!session.lines[23].contains("U undo") && session.lines[23].contains("R retry 3"))
  }

  @Test func `a run that another process resumed since is said as its journal has it`() throws {
    var session = Session.running(6, on: 1)
    session.send(.stopRequested(reason: "SIGTERM"))
    session.record(.stopping(reason: "SIGTERM"))
    session.finish()
    let plan = try #require(session.state.run?.machine.plan)
    let gone = RunRecord.observed(stack: plan.stackNames[0], present: [], gone: Array(0..<6), unreadable: [])
    let records: [RunRecord] = [gone, .finished(RunMachine(plan).counts)]
    let lines = records.map { JournalContents.Line(time: noon, record: $0) }
    let contents = try JournalContents(id: runID, plan: plan, started: noon, lines: lines, lastHash: "another")
    let said = session.state.farewell(knowing: [ListedRun(contents)])
    #expect(said.suffix(1) == ["It was resumed since: 6 absent."])
    #expect(session.state.farewell(knowing: [ListedRun(contents, isHeld: true)]).last?.text.contains("goes on") == true)
  }
}
