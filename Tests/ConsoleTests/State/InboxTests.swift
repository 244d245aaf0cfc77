import Testing

@testable import Console

@Suite struct InboxTests {
  @Test func `what is urgent goes before all others, and each kind keeps its order`() async {
    let inbox = Inbox<Int> { $0 < 0 }
    for input in [1, 2, -1, 3, -2] { inbox.yield(input) }
    var taken: [Int] = []
    for _ in 0..<5 { taken.append(await inbox.next()) }
    #expect(taken == [-1, -2, 1, 2, 3])
  }

  @Test func `what comes while others wait is taken next if it is urgent`() async {
    let inbox = Inbox<Int> { $0 < 0 }
    for input in 0..<10_000 { inbox.yield(input) }
    let first = await inbox.next()
    inbox.yield(-1)
    let second = await inbox.next()
    #expect([first, second] == [0, -1])
  }

  @Test func `nothing is lost or doubled, whoever sends, and a loop that waits is woken`() async {
    let inbox = Inbox<Int> { $0 % 2 == 1 }
    var taken: Set<Int> = []
    await withDiscardingTaskGroup { group in
      for sender in 0..<8 {
        group.addTask {
          for number in 0..<500 {
            inbox.yield(sender * 500 + number)
            if number % 100 == 0 { await Task.yield() }
          }
        }
      }
      for _ in 0..<4_000 { taken.insert(await inbox.next()) }
    }
    #expect(taken == Set(0..<4_000))
  }
}
