import AppStream
import TestSupport
import Testing

@testable import Runs

/// Calls whose answer did not arrive.
struct LostAnswerTests {
  @Test(arguments: [(RunOperation.disassociate, "STILL_PRESENT"), (.associate, "STILL_ABSENT")])
  func `what is still to be done after a lost answer is sent three times at most`(
    operation: RunOperation,
    code: String
  ) throws {
    var player = RunPlayer(Sample.plan(["biology": 1], operation))
    for sends in 1...3 {
      #expect(player.words == ["queued"])
      try player.lost(player.send())
      #expect(player.machine.entries[0].sends == sends)
      try player.readBack(allPresent: operation == .disassociate)
    }
    #expect(try settlingDelays(&player, allPresent: operation == .disassociate) == RunMachine.settlingDelays)
    #expect(player.words == ["failed"])
    #expect(player.machine.entries[0].error?.code == code)
    #expect(player.machine.nextStep() == .finish)
    #expect(player.machine.writeCalls == 3)
  }

  @Test func `only what is still there after a lost answer is sent again, as a call of its own`() throws {
    var player = RunPlayer(Sample.plan(["biology": 3]))
    let first = try player.send()
    player.lost(first)
    try player.saw(player.read(), present: [1])
    let second = try player.send()
    #expect(second.entries == [1])
    #expect(second.batch != first.batch)
    #expect(second.attempt == 1)
    #expect(player.words == ["removed", "sent", "removed"])
  }

  enum Later: Sendable, CaseIterable { case clean, error, refused, forbidden }

  @Test(arguments: Later.allCases)
  func `what is gone after any lost answer is removed, whatever a later answer said`(later: Later) throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.lost(player.send())
    try player.readBack(allPresent: true)
    let again = try player.send()
    switch later {
    case .clean: player.answered(again)
    case .error: player.answered(again, [player.error(0, "INTERNAL_ERROR")])
    case .refused: player.refused(again, "OperationNotPermittedException", .entries)
    case .forbidden: player.refused(again, "AccessDeniedException", .accessDenied)
    }
    try player.readBack()
    #expect(player.words == ["removed"])
    #expect(player.machine.entries[0].error == nil)
  }

  @Test func `an error after a lost answer counts when the entry is still there`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.lost(player.send())
    try player.readBack(allPresent: true)
    try player.answered(player.send(), [player.error(0, "INTERNAL_ERROR")])
    try player.readBack(allPresent: true)
    #expect(try settlingDelays(&player, allPresent: true) == RunMachine.settlingDelays)
    #expect(player.words == ["failed"])
    #expect(player.machine.entries[0].error?.code == "INTERNAL_ERROR")
  }

  @Test(arguments: Later.allCases)
  func `what a lost call did may show late, whatever a later answer said`(later: Later) throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.lost(player.send())
    try player.readBack(allPresent: true)
    let again = try player.send()
    switch later {
    case .clean: player.answered(again)
    case .error: player.answered(again, [player.error(0, "USER_NAME_NOT_FOUND")])
    case .refused: player.refused(again, "OperationNotPermittedException", .entries)
    case .forbidden: player.refused(again, "AccessDeniedException", .accessDenied)
    }
    for _ in RunMachine.settlingDelays { try player.readBack(allPresent: true) }
    #expect(player.words == ["sent"])
    try player.readBack()
    #expect(player.words == ["removed"])
  }

  /// Plays the reads that are made before the run gives up, and says how long each waits.
  private func settlingDelays(_ player: inout RunPlayer, allPresent: Bool) throws -> [Duration] {
    var delays: [Duration] = []
    while let read = player.machine.nextStep()?.readOrder {
      delays.append(read.delay)
      try player.readBack(allPresent: allPresent)
    }
    return delays
  }

  @Test func `what waits to be sent again and is seen gone is removed and not sent`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    try player.lost(player.send())
    try player.readBack(allPresent: true)
    #expect(player.words == ["queued", "queued"])
    player.happens(.observed(stack: "biology", present: [1], gone: [0], unreadable: []))
    #expect(player.words == ["removed", "queued"])
    #expect(try player.send().entries == [1])
  }

  @Test func `refusals in between do not use up the three sends`() throws {
    var player = RunPlayer(Sample.plan(["biology": 4]))
    // 4, then 2 and 2, then 1 and 1 of each: the entry at index 0 has been sent three times before it is alone.
    for _ in 0..<2 {
      while let order = player.machine.nextStep()?.sendOrder {
        player.happens(player.machine.record(of: order))
        player.refused(order, "OperationNotPermittedException", .entries)
      }
      try player.readBack(allPresent: true)
    }
    for losses in 1...3 {
      while let order = player.machine.nextStep()?.sendOrder {
        player.happens(player.machine.record(of: order))
        if order.entries.contains(0) { player.lost(order) } else { player.answered(order) }
      }
      let read = try player.read()
      player.saw(read, present: [0])
      #expect(player.words[0] == (losses < 3 ? "queued" : "sent"))
    }
    _ = try settlingDelays(&player, allPresent: true)
    #expect(player.words == ["failed", "removed", "removed", "removed"])
  }

  @Test func `what an earlier call said is forgotten when the last answer is lost`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1, "chemistry": 1]))
    try player.refused(player.send(), "AccessDeniedException", .accessDenied)
    let reads = try [player.read(), player.read()]
    for read in reads { player.saw(read, present: read.entries) }
    for order in try [player.send(), player.send()] { player.lost(order) }
    try player.couldNotRead(player.read())
    #expect(player.words[0] == "unknown")
    #expect(player.machine.entries[0].error == nil)
    #expect(player.machine.entries[0].requestID == nil)
  }
}
