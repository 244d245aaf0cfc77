import AppStream
import TestSupport
import Testing

@testable import Runs

/// Runs that another process left, by value.
@Suite struct ReopeningTests {
  private let opened = RunRecord.opened(RunHolder(processID: 7, host: "bastion-2", version: "1"))

  @Test func `a call that was cut off counts as lost, and nothing is sent before it is confirmed anew`() throws {
    var player = RunPlayer(Sample.plan(["biology": 30]))
    _ = try player.send()
    player.happens(opened)
    #expect(player.machine.entries[0].state == .answered(.lost))
    #expect(player.machine.entries[29].state == .queued)
    let read = try player.read()
    #expect(read.entries == Array(0..<25))
    player.happens(.observed(stack: "biology", present: Array(0..<5), gone: Array(5..<25), unreadable: []))
    #expect(player.machine.counts.text == "20 removed")
    #expect(player.machine.nextStep() == .finish, "it has not been confirmed")
    player.happens(.confirmed(how: "--yes"))
    #expect(try player.send().entries == [0, 1, 2, 3, 4, 25, 26, 27, 28, 29])
  }

  @Test(arguments: [
    (RunEntry.LastAnswer.clean, "removed", "sent"), (.failed, "absent", "failed"), (.lost, "removed", "queued"),
  ])
  func `what was unknown is settled by the answer that it had`(
    answer: RunEntry.LastAnswer,
    whenGone: String,
    whenPresent: String
  ) throws {
    for (isGone, word) in [(true, whenGone), (false, whenPresent)] {
      var player = RunPlayer(Sample.plan(["biology": 1]))
      let order = try player.send()
      switch answer {
      case .clean: player.answered(order)
      case .failed: player.answered(order, [player.error(0, "INTERNAL_ERROR")])
      default: player.lost(order)
      }
      player.happens(.observed(stack: "biology", present: [], gone: [], unreadable: [0]))
      player.happens(.finished(player.machine.counts))
      #expect(player.words == ["unknown"])
      player.happens(opened)
      #expect(player.machine.isFinished == false)
      player.happens(.observed(stack: "biology", present: isGone ? [] : [0], gone: isGone ? [0] : [], unreadable: []))
      #expect(player.words == [word], "\(answer), gone: \(isGone)")
    }
  }

  @Test func `an answer of before the run was left explains no more why a read does not show the entry`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    try player.answered(player.send())
    #expect(try player.read().unexplained == [])
    player.happens(opened)
    #expect(try player.read().unexplained == [0, 1])
  }

  @Test func `what was stopped waits to be sent, and is absent when somebody else removed it meanwhile`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    player.happens(.stopping(reason: "x"))
    player.happens(.finished(player.machine.counts))
    #expect(player.words == ["stopped", "stopped"])
    player.happens(opened)
    player.happens(.observed(stack: "biology", present: [1], gone: [0], unreadable: []))
    player.happens(.confirmed(how: "pressed y"))
    #expect(player.words == ["absent", "queued"])
    #expect(try player.send().entries == [1])
  }

  @Test func `a lost entry that is gone later is ours, even if it was stopped meanwhile`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.lost(player.send())
    try player.readBack(allPresent: true)
    player.happens(.stopping(reason: "x"))
    player.happens(.finished(player.machine.counts))
    #expect(player.words == ["stopped"])
    player.happens(opened)
    player.happens(.observed(stack: "biology", present: [], gone: [0], unreadable: []))
    #expect(player.words == ["removed"])
  }

  @Test func `a lost answer is counted once, however often the run is taken up again`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.lost(player.send())
    for _ in 0..<3 {
      player.happens(.observed(stack: "biology", present: [], gone: [], unreadable: [0]))
      player.happens(.finished(player.machine.counts))
      player.happens(opened)
    }
    player.happens(.observed(stack: "biology", present: [0], gone: [], unreadable: []))
    #expect(player.words == ["queued"])
  }

  @Test func `what is settled stays so, whatever is opened or read again`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    let order = try player.send()
    player.answered(order, [player.error(1, "INTERNAL_ERROR")])
    player.happens(.observed(stack: "biology", present: [1], gone: [0], unreadable: []))
    player.happens(.finished(player.machine.counts))
    let before = player.machine.entries
    player.happens(opened)
    player.happens(.observed(stack: "biology", present: [0], gone: [1], unreadable: []))
    #expect(player.machine.entries == before)
    #expect(player.machine.nextStep() == .finish)
  }

  @Test func `the records of a run that went on make the same run again`() throws {
    var player = RunPlayer(Sample.plan(["biology": 30]))
    _ = try player.send()
    player.happens(opened)
    player.happens(.observed(stack: "biology", present: Array(0..<25), gone: [], unreadable: []))
    player.happens(.confirmed(how: "--yes"))
    try player.answered(player.send())
    var again = RunMachine(player.machine.plan)
    for record in player.records { try again.take(record) }
    #expect(again == player.machine)
  }
}
