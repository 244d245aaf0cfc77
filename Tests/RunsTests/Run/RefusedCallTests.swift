import AppStream
import TestSupport
import Testing

@testable import Runs

/// Calls that were refused as a whole.
struct RefusedCallTests {
  /// Plays `player` to its end: calls that `refuse` names are refused, all others are done.
  private func finish(
    _ player: inout RunPlayer,
    _ kind: CallRefusal.Kind,
    refuse: (SendOrder) -> Bool
  ) throws -> [[Int]] {
    var sent: [[Int]] = []
    var done: Set<Int> = []
    while let step = player.machine.nextStep(), step != .finish {
      if step.sendOrder != nil {
        let order = try player.send()
        sent.append(order.entries)
        if refuse(order) {
          player.refused(order, "NoException", kind)
        } else {
          done.formUnion(order.entries)
          player.answered(order)
        }
      } else {
        let read = try player.read()
        player.saw(read, present: read.entries.filter { !done.contains($0) })
      }
    }
    return sent
  }

  @Test func `a refused call is split by stack`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2, "chemistry": 3, "physics": 1]))
    let sent = try finish(&player, .entries) { Set($0.entries) == Set(0..<6) }
    #expect(sent == [Array(0..<6), [0, 1], [2, 3, 4], [5]])
    #expect(Set(player.words) == ["removed"])
    #expect(player.machine.entries.allSatisfy { $0.error == nil })
  }

  @Test func `a call to one stack is split in halves until the entry at fault is alone`() throws {
    var player = RunPlayer(Sample.plan(["biology": 5]))
    let sent = try finish(&player, .entries) { $0.entries.contains(3) }
    #expect(sent == [[0, 1, 2, 3, 4], [0, 1, 2], [3, 4], [3], [4]])
    #expect(player.words == ["removed", "removed", "removed", "failed", "removed"])
    #expect(player.machine.entries[3].error == EntryError(code: "NoException", message: "No."))
  }

  @Test func `one poisoned entry among 25 costs only itself`() throws {
    var player = RunPlayer(Sample.plan(["biology": 10, "chemistry": 15]))
    let sent = try finish(&player, .entries) { $0.entries.contains(17) }
    #expect(player.words.enumerated().filter { $0.element == "failed" }.map(\.offset) == [17])
    #expect(player.words.filter { $0 == "removed" }.count == 24)
    #expect(sent.count == 11)
  }

  @Test func `no access to one stack fails that stack only and does not stop the others`() throws {
    var player = RunPlayer(Sample.plan(["biology": 30, "chemistry": 30, "physics": 30]))
    let forbidden = 30..<60
    let sent = try finish(&player, .accessDenied) { order in order.entries.contains { forbidden.contains($0) } }
    for (index, entry) in player.machine.entries.enumerated() {
      #expect(entry.word == (forbidden.contains(index) ? "failed" : "removed"))
      #expect(entry.error?.code == (forbidden.contains(index) ? "NoException" : nil))
    }
    // 25 biology; 5 + 20 and 10 + 15 across the borders, each refused and split by stack; 15 physics.
    #expect(sent.map(\.count) == [25, 25, 25, 15, 5, 20, 10, 15])
    #expect(player.machine.stopReason == nil)
  }

  @Test func `a stack without access is not split in halves`() throws {
    var player = RunPlayer(Sample.plan(["biology": 25]))
    let sent = try finish(&player, .accessDenied) { _ in true }
    #expect(sent == [Array(0..<25)])
    #expect(Set(player.words) == ["failed"])
  }

  @Test func `what is gone after a refusal is absent and is not sent again`() throws {
    var player = RunPlayer(Sample.plan(["biology": 3]))
    try player.refused(player.send(), "OperationNotPermittedException", .entries)
    try player.saw(player.read(), present: [0, 2])
    #expect(player.words == ["queued", "absent", "queued"])
    #expect(player.machine.entries[1].error?.code == "OperationNotPermittedException")
    #expect(try player.send().entries == [0])
    #expect(try player.send().entries == [2])
  }

  @Test func `the last entry left of a refused call is sent alone before it counts as failed`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    try player.refused(player.send(), "OperationNotPermittedException", .entries)
    try player.saw(player.read(), present: [1])
    #expect(player.words == ["absent", "queued"])
    try player.refused(player.send(), "OperationNotPermittedException", .entries)
    try player.readBack(allPresent: true)
    #expect(player.words == ["absent", "failed"])
  }

  @Test func `refused keys apply nothing, and the call waits whole to be sent again`() throws {
    var player = RunPlayer(Sample.plan(["biology": 60]))
    let (first, second) = try (player.send(), player.send())
    player.refused(first, "ExpiredTokenException", .credentials)
    player.happens(.paused(reason: "ExpiredTokenException: No."))
    #expect(player.machine.stopReason == nil)
    #expect(player.machine.pauseReason == "ExpiredTokenException: No.")
    #expect(player.words[..<25] == ArraySlice(repeating: "queued", count: 25))
    #expect(player.machine.entries[0].sends == 0)
    let again = try player.send()
    #expect(again == SendOrder(batch: first.batch, attempt: 2, entries: first.entries))
    #expect(player.machine.pauseReason == nil, "what is sent is not paused")
    for order in [second, again] { player.answered(order) }
    try player.answered(player.send())
    try player.readBack()
    #expect(player.machine.nextStep() == .finish)
    #expect(player.machine.counts.text == "60 removed")
  }
}
