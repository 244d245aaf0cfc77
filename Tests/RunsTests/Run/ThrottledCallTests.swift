import AppStream
import TestSupport
import Testing

@testable import Runs

/// Calls that the service asked to send later.
struct ThrottledCallTests {
  @Test func `a throttled call goes to the front again, as the next attempt of the same call`() throws {
    var player = RunPlayer(Sample.plan(["biology": 75]))
    let first = try player.send()
    player.throttled(first)
    #expect(player.words[..<25] == ArraySlice(repeating: "queued", count: 25))
    #expect(try player.send() == SendOrder(batch: first.batch, attempt: 2, entries: first.entries))
    #expect(player.machine.writeCalls == 2)
    #expect(player.machine.throttledCalls == 1)
  }

  @Test func `throttling has no limit of attempts and uses up no sends`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    for attempt in 1...50 {
      let order = try player.send()
      #expect(order.attempt == attempt)
      #expect(player.machine.entries[0].sends == 1)
      player.throttled(order)
      #expect(player.machine.entries[0].sends == 0)
    }
    try player.answered(player.send())
    try player.readBack()
    #expect(player.words == ["removed"])
    #expect(player.machine.entries[0].sends == 1)
  }

  @Test func `reads go on while writes wait`() throws {
    var player = RunPlayer(Sample.plan(["biology": 25, "chemistry": 25, "physics": 1]))
    let (first, second) = try (player.send(), player.send())
    player.answered(first)
    player.throttled(second)
    #expect(player.machine.nextStep(isHolding: true)?.readOrder?.stack == "biology")
    try player.machine.nextStep(isHolding: true).map { step in
      player.saw(try #require(step.readOrder))
    }
    #expect(player.machine.nextStep(isHolding: true) == nil, "what waits to be sent keeps the run from its end")
    #expect(player.machine.nextStep()?.sendOrder?.batch == second.batch)
  }

  @Test func `a throttled call of a stopped run is stopped, for nothing of it was applied`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    let order = try player.send()
    player.happens(.stopping(reason: "SIGTERM"))
    player.throttled(order)
    #expect(player.machine.nextStep() == .finish)
    player.happens(.finished(player.machine.counts))
    #expect(player.words == ["stopped", "stopped"])
  }
}
