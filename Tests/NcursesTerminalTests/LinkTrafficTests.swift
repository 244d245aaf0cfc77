import Testing

@testable import NcursesTerminal

/// When a frame may be begun, on links of all kinds.
struct LinkTrafficTests {
  private var traffic = LinkTraffic()
  private let start = ContinuousClock.now

  @Test mutating func `while little is under way a frame may be begun at once`() {
    traffic.send(400)
    #expect(traffic.wait(since: start, at: start) == nil)
    traffic.send(1)
    #expect(traffic.wait(since: start, at: start) != nil)
  }

  @Test mutating func `on a link of unknown speed a frame waits for the answer to the one before`() {
    traffic.send(3000)
    #expect(traffic.wait(since: start, at: at(500)) == .milliseconds(1500))
    traffic.answer(upTo: 3000, sent: start, at: at(600))
    #expect(traffic.wait(since: start, at: at(600)) == nil)
  }

  @Test mutating func `on a fast link with a long way a frame waits for none`() {
    traffic.send(8)
    traffic.answer(upTo: 8, sent: start, at: at(300))
    traffic.send(3000)
    traffic.answer(upTo: 3008, sent: at(300), at: at(601))
    traffic.send(10_000)
    #expect(traffic.wait(since: at(601), at: at(601)) == nil)
  }

  /// 9,600 baud take 960 bytes a second, and the way there and back 300 ms.
  @Test mutating func `on a slow link no more is under way than fills it, and a frame's time more`() {
    traffic.send(8)
    traffic.answer(upTo: 8, sent: start, at: at(308))
    traffic.send(3000)
    traffic.answer(upTo: 3008, sent: at(308), at: at(308 + 300 + 3125))
    traffic.send(401)
    #expect(traffic.wait(since: at(4000), at: at(4000)) != nil)
    // Two seconds of patience, and what the link needs.
    let wait = traffic.wait(since: at(4000), at: at(4000)) ?? .zero
    #expect(wait > .milliseconds(2600) && wait < .milliseconds(2800))
  }

  @Test mutating func `bytes that stood in line count for the link's speed only while they were on it`() {
    traffic.send(8)
    traffic.answer(upTo: 8, sent: start, at: at(300))
    traffic.send(960)
    traffic.send(960)
    traffic.answer(upTo: 968, sent: at(300), at: at(1600))
    // Sent at the same time, it came a second after the one before.
    traffic.answer(upTo: 1928, sent: at(300), at: at(2600))
    traffic.send(480)
    #expect((traffic.delay - .milliseconds(800)).isShort)
  }

  @Test mutating func `few bytes say nothing about the speed, however late their answer is`() {
    traffic.send(8)
    traffic.answer(upTo: 8, sent: start, at: at(10))
    traffic.send(3000)
    traffic.answer(upTo: 3008, sent: at(10), at: at(20))
    traffic.send(150)
    traffic.answer(upTo: 3158, sent: at(20), at: at(520))
    traffic.send(5000)
    #expect(traffic.wait(since: at(520), at: at(520)) == nil)
  }

  @Test mutating func `a link that was fast and answers late is waited for`() {
    traffic.send(8)
    traffic.answer(upTo: 8, sent: start, at: at(1))
    traffic.send(3000)
    traffic.answer(upTo: 3008, sent: at(1), at: at(2))
    traffic.send(3000)
    #expect(traffic.wait(since: at(2), at: at(10)) == nil)
    #expect(traffic.wait(since: at(2), at: at(50)) != nil)
  }

  @Test mutating func `a part of a frame keeps a slow link busy for less than a second`() {
    #expect(traffic.budget == .max)
    traffic.send(8)
    traffic.answer(upTo: 8, sent: start, at: at(300))
    traffic.send(960)
    traffic.answer(upTo: 968, sent: at(300), at: at(1600))
    #expect((650...700).contains(traffic.budget))
  }

  @Test mutating func `an answer that does not come holds up frames for no longer than it may take`() {
    traffic.send(3000)
    #expect(traffic.wait(since: start, at: at(2000)) == nil)
  }

  @Test mutating func `what something else has read is not waited for`() {
    traffic.send(3000)
    traffic.forget()
    #expect(traffic.wait(since: start, at: start) == nil)
  }

  private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }
}

extension Duration {
  /// Whether it is next to nothing, either way.
  fileprivate var isShort: Bool { self > .milliseconds(-5) && self < .milliseconds(5) }
}
