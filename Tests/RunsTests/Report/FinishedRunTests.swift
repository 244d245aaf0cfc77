import Runs
import TestSupport
import Testing

@Suite struct FinishedRunTests {
  private let id = RunID(at: Sample.moment, random: 0x7f3a)
  private let hash = "9ef18fac9c48" + String(repeating: "0", count: 52)

  private func machine(_ records: [RunRecord]) -> RunMachine {
    var machine = RunMachine(Sample.plan(["biology": 2]))
    for record in [.confirmed(how: "--yes")] + records { machine.apply(record) }
    machine.apply(.finished(machine.counts))
    return machine
  }

  private var removed: RunMachine {
    machine([
      .sending(batch: 1, attempt: 1, entries: [0, 1]), .answered(batch: 1, attempt: 1, requestID: nil, errors: []),
      .observed(stack: "biology", present: [], gone: [0, 1], unreadable: []),
    ])
  }

  @Test func `a run in which nothing is left to do is its counts, calls and journal`() {
    let run = FinishedRun(id: id, machine: removed, lastHash: hash)
    #expect(run.summary == "run \(id): 2 removed (1 write call, journal 9ef18fac9c48).")
    #expect(run.unwrittenEnd == nil)
  }

  @Test func `one that was stopped says why, and how to go on`() {
    let run = FinishedRun(id: id, machine: machine([.stopping(reason: "SIGTERM")]), lastHash: hash)
    #expect(
      run.summary
        == "run \(id): 2 stopped (0 write calls, journal 9ef18fac9c48). Stopped: SIGTERM. "
        + "Go on with: appstream-console runs resume \(id)"
    )
  }

  @Test func `an end that is not in the journal is told, unless what kept it out has stopped the run`() {
    let full = JournalError.unwritable(path: "/x", reason: "no space is left")
    let run = FinishedRun(id: id, machine: removed, lastHash: hash, journalError: full)
    #expect(
      run.unwrittenEnd
        == "The end of run \(id) is not in its journal, so runs list calls it interrupted: \(full)"
    )
    let stopped = machine([.stopping(reason: "the journal cannot be written")])
    #expect(FinishedRun(id: id, machine: stopped, lastHash: hash, journalError: full).unwrittenEnd == nil)
  }

  @Test(arguments: RunCommand.allCases)
  func `what can be done with a run is one line to type`(command: RunCommand) {
    #expect(command.line(id) == "appstream-console runs \(command.rawValue) \(id)")
    #expect(id.resumeAdvice == "Go on with: appstream-console runs resume \(id)")
  }
}
