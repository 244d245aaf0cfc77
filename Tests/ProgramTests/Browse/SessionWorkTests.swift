import AWSClientCore
import AppStream
import AppStreamEmulator
import Console
import Logging
import PlainText
import Runs
import TestSupport
import Testing

@testable import Program

/// Effects that are carried out in a session, each answered by an event.
@Suite(.timeLimit(.minutes(1))) struct SessionWorkTests {
  private let desk = Desk()

  private func events(_ effect: TaskEffect, faults: [Fault] = []) async -> [Event] {
    let log = Log<Event>()
    let work = SessionWork(
      session: desk.session(.square, faults: faults),
      logsToSyslog: false,
      arrangement: LatestArrangement()
    ) { log.append($0) }
    await work.perform(effect)
    return log.elements
  }

  private func plan(in session: Session) async -> Plan {
    Plan(
      operation: .disassociate,
      entries: square,
      target: session.destination.target(of: await session.identity()),
      authorship: Plan.Authorship(origin: desk.process.origin(), created: Desk.moment)
    )
  }

  @Test func `stacks are read, and the list says when it ended`() async {
    let events = await events(.readStacks)
    var estate = Estate()
    for case .estate(let event) in events { estate.apply(event) }
    #expect(estate.stacks.map(\.name) == ["stack-0001", "stack-0002"])
    #expect(estate.stackList.isComplete)
  }

  @Test func `who calls is told with the generation that was asked about`() async {
    guard case .identified(let caller, generation: 7)? = await events(.identify(generation: 7)).last else {
      return #expect(Bool(false), "nobody was identified")
    }
    #expect(caller?.account == "123456789012")
  }

  @Test func `STS that refuses is no answer, and no failure either`() async {
    let faults = [Fault(.expiredKey(nil), FaultTrigger(operations: ["GetCallerIdentity"]))]
    #expect(await events(.identify(generation: 1), faults: faults) == [.identified(nil, generation: 1)])
  }

  @Test func `a run is begun, told step by step, and ended with its journal's hash`() async throws {
    let journals = MemoryJournals()
    let log = Log<Event>()
    let session = desk.session(.square, journals: journals)
    let plan = await plan(in: session)
    let check = await session.checker.check(plan)
    let work = SessionWork(session: session, logsToSyslog: false, arrangement: LatestArrangement()) { log.append($0) }
    await work.run(RunStart(plan, check, confirmed: "--yes"), RunControl())
    guard case .runStarted(let id)? = log.elements.first,
      case .runEnded(id, journalHash: let hash, problem: nil)? = log.elements.last
    else { return #expect(Bool(false), "\(log.elements)") }
    let contents = try journals.contents(of: id)
    #expect(contents.machine.counts[.removed] == 4)
    #expect(contents.lastHash == hash)
    #expect(contents.holder?.holder == desk.process.holder)
  }

  @Test func `a plan that was sent once is not sent again`() async throws {
    let journals = MemoryJournals()
    let session = desk.session(.square, journals: journals)
    let plan = await plan(in: session)
    let start = RunStart(plan, await session.checker.check(plan), confirmed: "--yes")
    let log = Log<Event>()
    let work = SessionWork(session: session, logsToSyslog: false, arrangement: LatestArrangement()) { log.append($0) }
    await work.run(start, RunControl())
    await work.run(start, RunControl())
    guard case .runRefused(let reason)? = log.elements.last else { return #expect(Bool(false), "it was sent again") }
    #expect(reason.text.contains("used up") || reason.text.contains("was sent"), "\(reason)")
  }

  @Test func `a file is written once, and what is there is left alone`() async throws {
    let scratch = try Scratch()
    let path = scratch["plan.json"]
    let file = OutputFile.plan(await plan(in: desk.session(.square)))
    #expect(await events(.write(file, path: path, replacing: false)) == [.file(.written(file, path: path))])
    #expect(await events(.write(file, path: path, replacing: false)) == [.file(.exists(file, path: path))])
    #expect(await events(.write(file, path: path, replacing: true)) == [.file(.written(file, path: path))])
  }
}
