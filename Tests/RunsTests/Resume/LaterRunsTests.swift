import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

@Suite struct LaterRunsTests {
  private let id = SampleJournal.id
  private let entries = ["abe@x", "bo@x"].map { Association(stackName: "biology", userName: $0) }

  /// A run in which everything failed.
  private func failed() -> RunMachine {
    var machine = RunMachine(Sample.plan(of: entries))
    machine.apply(.opened(RunHolder(processID: 1, host: "bastion", version: "1.0")))
    machine.apply(.confirmed(how: "--yes"))
    machine.apply(.sending(batch: 1, attempt: 1, entries: [0, 1]))
    let errors = entries.map {
      UserStackAssociationError(
        userStackAssociation: PartialAssociation($0),
        errorCode: "INTERNAL_ERROR",
        errorMessage: nil
      )
    }
    machine.apply(.answered(batch: 1, attempt: 1, requestID: nil, errors: errors))
    machine.apply(.observed(stack: "biology", present: [0, 1], gone: [], unreadable: []))
    machine.apply(.finished(machine.counts))
    return machine
  }

  private func following(_ operation: RunOperation, _ entries: [Association], _ id: RunID?) -> Plan {
    Plan(
      operation: operation,
      entries: entries,
      target: Plan.Target(caller: nil, region: "eu-west-1", endpoint: "https://appstream2.eu-west-1.amazonaws.com"),
      authorship: Plan.Authorship(origin: Sample.plan(of: entries).origin, created: Sample.moment),
      follows: id
    )
  }

  private func sequel(_ plans: Plan...) -> RunSequel {
    var later = LaterRuns()
    for (number, plan) in plans.enumerated() {
      later.add(RunID(at: Sample.moment, random: UInt16(number)), RunMachine(plan))
    }
    return later.sequel(of: id, failed())
  }

  private func advice(_ plans: Plan...) -> String? {
    var later = LaterRuns()
    for (number, plan) in plans.enumerated() {
      later.add(RunID(at: Sample.moment, random: UInt16(number)), RunMachine(plan))
    }
    return failed().advice(on: id, after: later.sequel(of: id, failed()))
  }

  private var retry: String { "Try the failed ones again with: appstream-console runs retry \(id)" }

  @Test func `what later runs tried again together is not advised again`() {
    #expect(advice() == retry)
    let first = following(.disassociate, [entries[0]], id)
    #expect(advice(first) == retry)
    let second = following(.disassociate, [entries[1]], id)
    let last = RunID(at: Sample.moment, random: 1)
    #expect(advice(first, second) == "What failed in it was tried again by run \(last).")
  }

  @Test func `an undo, or a run that follows another one, tries nothing again`() {
    #expect(advice(following(.associate, entries, id)) == retry)
    #expect(advice(following(.disassociate, entries, nil)) == retry)
    #expect(advice(following(.disassociate, entries, RunID(at: Sample.moment, random: 9))) == retry)
  }

  @Test func `what was not sent or not read comes first`() {
    var machine = RunMachine(Sample.plan(of: entries))
    #expect(machine.advice(on: id, after: RunSequel()) == "Go on with: appstream-console runs resume \(id)")
    machine.finish()
    #expect(machine.advice(on: id, after: RunSequel()) == "Go on with: appstream-console runs resume \(id)")
  }

  @Test func `a sequel names its runs in the order in which they began`() {
    let retry = following(.disassociate, entries, id)
    let sequel = sequel(retry, following(.associate, entries, id), retry)
    let names = (0...2).map { RunID(at: Sample.moment, random: $0).text }
    #expect(sequel.clauses == ["tried again by runs \(names[0]) and \(names[2])", "undone by run \(names[1])"])
    let short = names.map { $0.suffix(4) }
    #expect(
      sequel.clauses(calling: \.shortText)
        == ["tried again by runs \(short[0]) and \(short[2])", "undone by run \(short[1])"]
    )
    #expect(!sequel.isUntried(entries[0]) && !sequel.isInEffect(entries[1]))
  }

  /// A run of `plan` that came to its end: `done` is where it was wanted, all else failed.
  private func ended(_ plan: Plan, done: [Association]) -> RunMachine {
    let done = Set(done)
    let isRemoval = plan.operation == .disassociate
    let indices = plan.entries.indices
    let (there, gone) = (
      indices.filter { done.contains(plan.entries[$0]) != isRemoval },
      indices.filter { done.contains(plan.entries[$0]) == isRemoval }
    )
    let errors = plan.entries.filter { !done.contains($0) }.map {
      UserStackAssociationError(
        userStackAssociation: PartialAssociation($0),
        errorCode: "INTERNAL_ERROR",
        errorMessage: nil
      )
    }
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    machine.apply(.sending(batch: 1, attempt: 1, entries: Array(indices)))
    machine.apply(.answered(batch: 1, attempt: 1, requestID: nil, errors: errors))
    machine.apply(.observed(stack: "biology", present: there, gone: gone, unreadable: []))
    machine.finish()
    return machine
  }

  @Test func `an undo counts for what it put back, and as long as that was not undone`() {
    let removal = ended(Sample.plan(of: entries), done: entries)
    let (undo, again) = (RunID(at: Sample.moment, random: 1), RunID(at: Sample.moment, random: 2))
    func sequel(_ machine: RunMachine, then removals: RunMachine? = nil) -> RunSequel {
      var later = LaterRuns()
      later.add(undo, machine)
      if let removals { later.add(again, removals) }
      return later.sequel(of: id, removal)
    }
    let plan = following(.associate, entries, id)
    let whole = sequel(ended(plan, done: entries))
    #expect(whole.clauses == ["undone by run \(undo)"])
    #expect(!entries.contains(where: whole.isInEffect))

    let part = sequel(ended(plan, done: [entries[0]]))
    #expect(part.clauses == ["undone in part by run \(undo) (1 of 2)"])
    #expect(entries.map(part.isInEffect) == [false, true])
    let chosen = sequel(ended(following(.associate, [entries[1]], id), done: [entries[1]]))
    #expect(chosen.clauses == ["undone in part by run \(undo) (1 of 2)"])

    let refused = sequel(ended(plan, done: []))
    #expect(refused.clauses == ["to be undone by run \(undo), which put nobody back"])
    #expect(entries.allSatisfy(refused.isInEffect))

    let reversed = sequel(
      ended(plan, done: entries),
      then: ended(following(.disassociate, entries, undo), done: entries)
    )
    #expect(reversed.clauses == ["undone by run \(undo), which was undone itself"])
    #expect(entries.allSatisfy(reversed.isInEffect))
  }

  @Test func `a retry that was stopped before it sent anything tried nothing`() {
    let retry = RunID(at: Sample.moment, random: 1)
    var stopped = RunMachine(following(.disassociate, entries, id))
    stopped.finish()
    var later = LaterRuns()
    later.add(retry, stopped)
    let sequel = later.sequel(of: id, failed())
    #expect(sequel.clauses == ["to be tried again by run \(retry), which tried nothing"])
    #expect(failed().advice(on: id, after: sequel) == self.retry)
  }

  @Test func `runs that are said to follow each other in a circle come to an end`() {
    let (one, other) = (RunID(at: Sample.moment, random: 1), RunID(at: Sample.moment, random: 2))
    let (removal, undo) = (following(.disassociate, entries, other), following(.associate, entries, one))
    var later = LaterRuns()
    later.add(one, ended(removal, done: entries))
    later.add(other, ended(undo, done: entries))
    #expect(later.sequel(of: one, ended(removal, done: entries)).clauses.count == 1)
  }
}
