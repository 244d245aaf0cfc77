import AppStream
import FoundationEssentials
import Runs
import TestSupport
import Testing

struct CheckTests {
  private let stacks = [
    StackCheck(name: "biology", present: [0, 2], gone: [1], total: 87),
    StackCheck(name: "chemistry", present: [], gone: [], total: 0, failure: Sample.refusal("AccessDeniedException")),
    StackCheck(name: "physics", present: [], gone: [3], total: 0),
  ]

  private let finished = Moment(Sample.moment, Sample.instant)

  @Test(arguments: [(0.0, true), (59.9, true), (60, true), (60.1, false), (3600, false)])
  func `a check is fresh for 60 seconds, whatever the wall clock says`(age: Double, isFresh: Bool) {
    let check = Check(stacks: [], caller: nil, finished: finished)
    #expect(check.isFresh(at: Sample.instant + .seconds(age)) == isFresh)
    #expect(check.time == Sample.moment)
  }

  @Test func `what was read is a record a stack, and what was not read is none`() {
    let check = Check(stacks: stacks, caller: nil, finished: finished)
    #expect(
      check.records == [
        .observed(stack: "biology", present: [0, 2], gone: [1], unreadable: []),
        .observed(stack: "physics", present: [], gone: [3], unreadable: []),
      ]
    )
  }

  @Test func `the first stack that could not be read says why the plan cannot be sent`() {
    #expect(
      Check(stacks: stacks, caller: nil, finished: finished).failure == Sample.refusal("AccessDeniedException")
    )
    #expect(Check(stacks: [stacks[0]], caller: nil, finished: finished).failure == nil)
  }

  @Test func `drift shrinks a plan and never makes it larger`() {
    var machine = RunMachine(Sample.plan(["biology": 3, "physics": 1]))
    Check(stacks: stacks, caller: nil, finished: finished).records.forEach { machine.apply($0) }
    machine.apply(.confirmed(how: "y"))
    #expect(machine.entries.map(\.word) == ["queued", "absent", "queued", "absent"])
  }
}
