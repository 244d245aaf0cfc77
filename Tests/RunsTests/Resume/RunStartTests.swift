import Runs
import TestSupport
import Testing

@Suite struct RunStartTests {
  private let plan = Sample.plan(["biology": 2, "physics": 1])

  @Test func `a new run is the fold of what its journal begins with`() {
    let start = RunStart(plan, Check(of: plan, gone: [1]), confirmed: "--yes")
    var machine = RunMachine(plan)
    for record in start.records(openedBy: Sample.holder) { machine.apply(record) }
    #expect(machine == start.machine)
    #expect(start.records(openedBy: Sample.holder).first == .opened(Sample.holder))
    #expect(start.records(openedBy: Sample.holder).last == .confirmed(how: "--yes"))
  }

  @Test(arguments: [nil, "--yes"])
  func `a run that goes on is the fold of its journal and of what is added now`(how: String?) throws {
    let before: [RunRecord] = [
      .opened(Sample.holder), .confirmed(how: "--yes"), .sending(batch: 1, attempt: 1, entries: [0, 1]),
      .stopping(reason: "SIGTERM"),
    ]
    let contents = try JournalContents(
      id: RunID(at: Sample.moment, random: 7),
      plan: plan,
      started: Sample.moment,
      lines: before.map { JournalContents.Line(time: Sample.moment, record: $0) },
      lastHash: "0"
    )
    let resumption = try #require(Resumption(contents, Sample.holder))
    let start = RunStart(resumption, Check(of: resumption.plan), confirmed: how)
    var machine = contents.machine
    for record in start.records(openedBy: Sample.holder) { machine.apply(record) }
    #expect(machine == start.machine)
    #expect(start.machine.isConfirmed == (how != nil))
  }
}
