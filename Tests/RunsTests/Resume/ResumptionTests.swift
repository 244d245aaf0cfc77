import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

/// What is left to do in a run, and what may follow it.
@Suite struct ResumptionTests {
  @Test func `entries that were answered are read and never planned again`() throws {
    var player = RunPlayer(Sample.plan(["biology": 25, "chemistry": 25, "physics": 10]))
    try player.answered(player.send())
    _ = try player.send()
    let resumption = try #require(Resumption(player.contents(), Sample.holder))
    #expect(resumption.plan.entries == Array(player.machine.plan.entries[25...]))
    #expect(resumption.machine.entries[0].state == .answered(.clean))
  }

  @Test func `a check of the smaller plan speaks of the run's own entries`() throws {
    var player = RunPlayer(Sample.plan(["biology": 25, "physics": 2]))
    try player.answered(player.send())
    let resumption = try #require(Resumption(player.contents(), Sample.holder))
    let check = Check(
      stacks: [StackCheck(name: "physics", present: [1], gone: [0], total: 1)],
      caller: nil,
      finished: Moment(Sample.moment, Sample.instant)
    )
    #expect(
      resumption.records(of: check)
        == [.observed(stack: "physics", present: [26], gone: [25], unreadable: [])]
    )
    let start = RunStart(resumption, check, confirmed: "--yes")
    #expect(start.records(openedBy: Sample.holder).last == .confirmed(how: "--yes"))
    #expect(start.machine.entries[25].word == "absent")
    #expect(start.machine.nextStep()?.sendOrder?.entries == [26])
  }

  @Test func `a settled run has nothing to resume`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.answered(player.send())
    try player.readBack()
    player.happens(.finished(player.machine.counts))
    #expect(try Resumption(player.contents(), Sample.holder) == nil)
    #expect(try player.contents().status(isHeld: false) == .finished)
    #expect(try player.contents().status(isHeld: true) == .running)
  }

  @Test func `a settled run whose end is not on record is resumed to get one, and sends nothing`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.answered(player.send())
    try player.readBack()
    let resumption = try #require(Resumption(player.contents(), Sample.holder))
    #expect(resumption.plan.entries.isEmpty)
    #expect(RunStart(resumption, nil, confirmed: nil).machine.nextStep() == .finish)
  }

  @Test func `a run without an end is interrupted, and one with unsent entries is stopped`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    #expect(try player.contents().status(isHeld: false) == .interrupted)
    player.happens(.stopping(reason: "x"))
    player.happens(.finished(player.machine.counts))
    #expect(try player.contents().status(isHeld: false) == .stopped)
  }

  @Test func `retry takes what failed, and leaves out what somebody may have put back`() throws {
    var player = RunPlayer(Sample.plan(["biology": 3]))
    let entries = player.machine.plan.entries
    let order = try player.send()
    player.answered(order, [player.error(0, "INTERNAL_ERROR")])
    for _ in 0...3 { player.happens(.observed(stack: "biology", present: [0, 1], gone: [2], unreadable: [])) }
    #expect(player.words == ["failed", "failed", "removed"])
    let retry = FollowUp.retry(of: player.machine)
    #expect(retry.entries == [entries[0]])
    #expect(retry.leftOut == [entries[1]])
    #expect(FollowUp.retry(of: player.machine, includesStillPresent: true).entries == [entries[0], entries[1]])
  }

  @Test(.timeLimit(.minutes(3)))
  func `a retry of 20,000 that failed takes no longer than looking at each`() throws {
    var player = RunPlayer(Sample.plan(["biology": 20_000]))
    while case .send(let order)? = player.machine.nextStep() {
      player.happens(player.machine.record(of: order))
      // Every other one is still there after a clean answer.
      player.answered(order, order.entries.filter { $0 % 2 == 0 }.map { player.error($0, "INTERNAL_ERROR") })
    }
    for _ in 0...3 { try player.readBack(allPresent: true) }
    let retry = FollowUp.retry(of: player.machine)
    #expect(retry.entries.count == 10_000)
    #expect(retry.leftOut.count == 10_000)
  }

  @Test func `undo puts back exactly what was removed, mails nobody, and names what cannot come back`() throws {
    let saml = Association(stackName: "biology", userName: "s@x.example", authenticationType: .saml)
    let pool = Sample.associations(["biology": 3])
    var player = RunPlayer(Sample.plan(.disassociate, of: pool + [saml]))
    let first = try #require(player.machine.plan.entries.firstIndex(of: pool[0]))
    let order = try player.send()
    player.answered(order, [player.error(first, "INTERNAL_ERROR")])
    let gone = player.machine.plan.entries.indices.filter { player.machine.plan.entries[$0] != pool[0] }
    let there = player.machine.plan.entries.indices.filter { player.machine.plan.entries[$0] == pool[0] }
    player.happens(.observed(stack: "biology", present: there, gone: gone, unreadable: []))
    let undo = FollowUp.undo(of: player.machine)
    #expect(undo.operation == .associate)
    #expect(Set(undo.entries) == Set(pool[1...]))
    #expect(undo.leftOut == [saml])
    let plan = undo.plan(
      following: try player.contents(),
      caller: nil,
      authorship: Plan.Authorship(origin: Sample.origin, created: Sample.moment)
    )
    #expect(plan.sendEmailNotification == false)
    #expect(plan.follows == RunID(at: Sample.moment, random: 0x7f3a))
    #expect(plan.region == player.machine.plan.region)
    #expect(FollowUp.undo(of: player.machine, where: { $0 == pool[1] }).entries == [pool[1]])
  }
}
