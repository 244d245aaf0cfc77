import AppStream
import TestSupport
import Testing

@testable import Runs

/// A clean answer that does not show yet.
struct SettlingTests {
  @Test(arguments: [
    (
      RunOperation.disassociate,
      EntryError(code: "STILL_PRESENT", message: "still there: not removed, or put back by someone")
    ),
    (.associate, EntryError(code: "STILL_ABSENT", message: "still not there: not restored, or taken off by someone")),
  ])
  func `what never shows is read again after 1, 2 and 4 seconds and then failed`(
    operation: RunOperation,
    error: EntryError
  ) throws {
    var player = RunPlayer(Sample.plan(["biology": 1], operation))
    try player.answered(player.send())
    var delays: [Duration] = []
    while let read = player.machine.nextStep()?.readOrder {
      delays.append(read.delay)
      #expect(player.words == ["sent"])
      try player.readBack(allPresent: operation == .disassociate)
    }
    #expect(delays == [.zero, .seconds(1), .seconds(2), .seconds(4)])
    #expect(player.words == ["failed"])
    #expect(player.machine.entries[0].error == error)
    #expect(player.machine.nextStep() == .finish)
  }

  @Test(arguments: 1...3)
  func `what shows late is removed`(readsTooEarly: Int) throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    try player.answered(player.send())
    for _ in 0..<readsTooEarly {
      let read = try player.read()
      player.saw(read, present: [1])
    }
    #expect(player.words == ["removed", "sent"])
    #expect(try player.read().entries == [1], "only what is not settled is looked for again")
    player.happens(.observed(stack: "biology", present: [], gone: [1], unreadable: []))
    #expect(player.words == ["removed", "removed"])
    #expect(player.machine.entries[1].error == nil)
  }

  @Test func `what cannot be read while it settles is unknown`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.answered(player.send())
    try player.readBack(allPresent: true)
    try player.couldNotRead(player.read())
    #expect(player.words == ["unknown"])
    #expect(player.machine.nextStep() == .finish)
  }

  @Test func `a stack that settles is not read while an entry of it is sent again`() throws {
    var player = RunPlayer(Sample.plan(["biology": 26]))
    let (first, second) = try (player.send(), player.send())
    player.answered(first)
    player.lost(second)
    try player.readBack(allPresent: true)
    let again = try player.send()
    #expect(again.entries == [25])
    #expect(player.machine.nextStep() == nil)
    player.answered(again)
    let read = try player.read()
    // Those that were seen after they were said to be removed need a proof.
    let doubted = Array(0..<25)
    #expect(read == ReadOrder(stack: "biology", entries: doubted + [25], unexplained: doubted, delay: .seconds(1)))
    player.saw(read)
    #expect(Set(player.words) == ["removed"])
  }
}
