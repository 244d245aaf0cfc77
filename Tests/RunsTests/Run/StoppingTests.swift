import AppStream
import TestSupport
import Testing

@testable import Runs

/// Runs that are stopped.
struct StoppingTests {
  @Test func `a stop before the first call sends nothing`() {
    var player = RunPlayer(Sample.plan(["biology": 60]))
    player.happens(.stopping(reason: "x"))
    #expect(player.machine.nextStep() == .finish)
    player.happens(.finished(player.machine.counts))
    #expect(player.machine.counts.text == "60 stopped")
    #expect(player.machine.writeCalls == 0)
  }

  @Test func `calls on their way are awaited and read back, and the rest is stopped`() throws {
    var player = RunPlayer(Sample.plan(["biology": 80]))
    let (first, second) = try (player.send(), player.send())
    player.happens(.stopping(reason: "x"))
    #expect(player.machine.nextStep() == nil)
    player.answered(first)
    #expect(player.machine.nextStep() == nil, "the stack has another call on its way")
    player.lost(second)
    let read = try player.read()
    #expect(read.entries == Array(0..<50), "it is read although other entries of it wait, for they are not sent")
    player.saw(read, present: [49])
    #expect(player.words[49] == "queued", "known not to have been applied")
    #expect(player.machine.nextStep() == .finish)
    player.happens(.finished(player.machine.counts))
    #expect(player.machine.counts.text == "49 removed, 31 stopped")
  }

  @Test func `a stack that waited for entries to be sent is read at once when the run stops`() throws {
    var player = RunPlayer(Sample.plan(["biology": 60]))
    try player.answered(player.send())
    let next = try player.send()
    player.throttled(next)
    #expect(player.machine.nextStep(isHolding: true) == nil)
    player.happens(.stopping(reason: "x"))
    #expect(try player.read().entries == Array(0..<25))
  }

  @Test func `what is unread at the end is unknown, on its way or answered`() throws {
    var player = RunPlayer(Sample.plan(["biology": 25, "chemistry": 25, "physics": 25]))
    let first = try player.send()
    _ = try player.send()
    player.happens(.stopping(reason: "x"))
    player.answered(first)
    player.happens(.finished(player.machine.counts))
    #expect(player.machine.counts.text == "25 stopped, 50 unknown")
    #expect(player.machine.isFinished)
    #expect(player.machine.nextStep() == nil)
  }

  @Test func `entries refused together are stopped with their code when the run stops before they are alone`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    let order = try player.send()
    player.happens(.stopping(reason: "x"))
    player.refused(order, "OperationNotPermittedException", .entries)
    try player.readBack(allPresent: true)
    #expect(player.machine.nextStep() == .finish)
    player.happens(.finished(player.machine.counts))
    #expect(player.words == ["stopped", "stopped"])
    #expect(player.machine.entries[0].error?.code == "OperationNotPermittedException")
  }

  @Test func `the first reason to stop is kept`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    player.happens(.stopping(reason: "Ctrl-C"))
    player.happens(.stopping(reason: "x"))
    #expect(player.machine.stopReason == "Ctrl-C")
  }

  @Test func `an answer that comes after the end changes nothing`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    let order = try player.send()
    player.happens(.finished(player.machine.counts))
    let ended = player.machine
    player.answered(order)
    #expect(player.machine == ended)
    #expect(player.words == ["unknown"])
  }
}
