import Runs
import TestSupport
import Testing

@Suite struct RunProgressTests {
  private let plan = Sample.plan(["biology": 3])

  private func progress(_ records: [RunRecord]) -> RunProgress {
    var progress = RunProgress(RunMachine(plan))
    for record in records { progress.apply(record) }
    return progress
  }

  private let sending = RunRecord.sending(batch: 1, attempt: 1, entries: [0, 1, 2])

  @Test func `what was sent is told of what there was to send`() {
    let confirmed = RunRecord.confirmed(how: "--yes")
    #expect(progress([confirmed]).sentText == "0 of 3 sent")
    let answered = RunRecord.answered(batch: 1, attempt: 1, requestID: nil, errors: [])
    #expect(progress([confirmed, sending, answered]).sentText == "3 of 3 sent")
  }

  @Test func `what the check settled is not to be sent, and what was sent before is`() {
    var machine = RunMachine(plan)
    machine.apply(.observed(stack: "biology", present: [1, 2], gone: [0], unreadable: []))
    #expect(RunProgress(machine).sentText == "0 of 2 sent")
    machine.apply(.confirmed(how: "--yes"))
    machine.apply(.sending(batch: 1, attempt: 1, entries: [1, 2]))
    machine.apply(.answered(batch: 1, attempt: 1, requestID: nil, errors: []))
    machine.apply(.opened(Sample.holder))
    #expect(RunProgress(machine).sentText == "2 of 2 sent")
  }

  @Test func `a throttled call slows a run, and one that was stopped says why`() {
    var machine = RunMachine(plan)
    #expect(machine.slownessText == nil)
    #expect(machine.stopSentence == nil)
    for record in [.confirmed(how: "--yes"), sending, .throttled(batch: 1, attempt: 1)] { machine.apply(record) }
    #expect(machine.slownessText == "slowed by the service (throttled 1 time)")
    machine.apply(.stopping(reason: "SIGTERM"))
    #expect(machine.stopSentence == "Stopped: SIGTERM.")
  }
}
