import AppStream
import FoundationEssentials
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
      caller: nil,
      region: "eu-west-1",
      endpoint: "https://appstream2.eu-west-1.amazonaws.com",
      entries: entries,
      origin: Sample.plan(of: entries).origin,
      created: Sample.moment,
      follows: id
    )
  }

  private func sequel(_ plans: Plan...) -> RunSequel {
    var later = LaterRuns()
    for (number, plan) in plans.enumerated() {
      later.add(RunID(at: Sample.moment, random: UInt16(number)), plan)
    }
    return later.sequel(of: id, failed().plan)
  }

  private func advice(_ plans: Plan...) -> String? {
    var later = LaterRuns()
    for (number, plan) in plans.enumerated() {
      later.add(RunID(at: Sample.moment, random: UInt16(number)), plan)
    }
    return failed().advice(on: id, after: later.sequel(of: id, failed().plan))
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
    #expect(!sequel.isUntried(entries[0]) && !sequel.isInEffect(entries[1]))
  }
}
