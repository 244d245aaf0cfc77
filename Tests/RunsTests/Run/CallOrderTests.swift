import AppStream
import TestSupport
import Testing

@testable import Runs

/// How many calls there are, and when.
struct CallOrderTests {
  static let cuts: [(KeyValuePairs<String, Int>, [Int])] = [
    (["biology": 60], [25, 25, 10]),
    (["biology": 20, "chemistry": 20, "physics": 20], [25, 25, 10]),
    (["biology": 1, "chemistry": 1, "physics": 1], [3]),
    (["biology": 25], [25]),
  ]

  @Test(arguments: cuts)
  func `entries are cut into 25s across the borders of stacks`(
    stacks: KeyValuePairs<String, Int>,
    sizes: [Int]
  ) throws {
    var player = RunPlayer(Sample.plan(stacks))
    var sent: [Int] = []
    while let step = player.machine.nextStep(), step != .finish {
      if step.sendOrder == nil {
        try player.readBack()
      } else {
        let order = try player.send()
        sent += order.entries
        player.answered(order)
      }
    }
    #expect(sent == Array(player.machine.entries.indices))
    #expect(player.machine.writeCalls == sizes.count)
    #expect(player.records.compactMap(\.sendingCount) == sizes)
    #expect(player.machine.reads == stacks.count, "one read a stack while nothing fails")
  }

  @Test func `at most two writes are on their way`() throws {
    var player = RunPlayer(Sample.plan(["biology": 100]))
    let first = try player.send()
    _ = try player.send()
    #expect(player.machine.nextStep() == nil)
    player.answered(first)
    #expect(player.machine.nextStep()?.sendOrder?.entries == Array(50..<75))
  }

  @Test func `at most eight reads are on their way`() throws {
    var player = RunPlayer(
      Sample.plan(["a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1, "i": 1])
    )
    try player.answered(player.send())
    let reads = try (1...8).map { _ in try player.read() }
    #expect(reads.map(\.stack) == ["a", "b", "c", "d", "e", "f", "g", "h"])
    #expect(player.machine.nextStep() == nil)
    player.saw(reads[2])
    #expect(try player.read().stack == "i")
  }

  @Test func `a stack is read as soon as its last entry is answered, and not before`() throws {
    // 20 + 5, then 15 of chemistry and 10 of physics.
    var player = RunPlayer(Sample.plan(["biology": 20, "chemistry": 20, "physics": 10]))
    let (first, second) = try (player.send(), player.send())
    player.answered(first)
    #expect(try player.read().stack == "biology")
    #expect(player.machine.nextStep() == nil, "chemistry has entries on their way")
    player.answered(second)
    #expect(try player.read() == ReadOrder(stack: "chemistry", entries: Array(20..<40), unexplained: [], delay: .zero))
    #expect(try player.read().stack == "physics")
    #expect(player.machine.nextStep() == nil)
  }

  @Test func `a stack that is being read is not read a second time meanwhile`() throws {
    var player = RunPlayer(Sample.plan(["biology": 25]))
    try player.answered(player.send())
    _ = try player.read()
    #expect(player.machine.nextStep() == nil)
  }

  @Test func `sent again are as many entries in a call as fit`() throws {
    var player = RunPlayer(Sample.plan(["biology": 60]))
    for _ in 0..<2 { _ = try player.send() }
    for record in player.records { if let order = record.sendOrder { player.lost(order) } }
    try player.answered(player.send())
    try player.readBack(allPresent: true)
    #expect(try player.send().entries == Array(0..<25))
    #expect(try player.send().entries == Array(25..<50))
  }
}

extension RunRecord {
  fileprivate var sendingCount: Int? { if case .sending(_, _, let entries) = self { entries.count } else { nil } }

  fileprivate var sendOrder: SendOrder? {
    guard case .sending(let batch, let attempt, let entries) = self else { return nil }
    return SendOrder(batch: batch, attempt: attempt, entries: entries)
  }
}
