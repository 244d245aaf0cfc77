/// What a terminal is connected by: how fast its bytes come, and how long its answers are on their way.
package struct Link: Sendable {
  /// `nil` where nothing is waited for.
  package var bytesPerSecond: Int?
  /// From a question's arrival at the terminal to its answer's at the program.
  package var latency: Duration
  /// Whether the terminal answers questions at all.
  package var answers: Bool

  package init(bytesPerSecond: Int?, latency: Duration, answers: Bool = true) {
    (self.bytesPerSecond, self.latency, self.answers) = (bytesPerSecond, latency, answers)
  }

  /// A terminal on the same machine.
  package static let local = Link(bytesPerSecond: nil, latency: .zero)
  /// A serial line of 9,600 baud, with 10 bits to the byte, at the end of a long way.
  package static let slow = Link(bytesPerSecond: 960, latency: .milliseconds(300))

  var isLocal: Bool { bytesPerSecond == nil && latency == .zero }
}

/// How many bytes a link has brought by now.
struct ByteBudget {
  private var saved = 0.0
  private var last: ContinuousClock.Instant?

  /// How many bytes may be read now.
  mutating func allowance(on link: Link) -> Int {
    guard let rate = link.bytesPerSecond else { return 65536 }
    let now = ContinuousClock.now
    saved += last.map { (now - $0) / .seconds(1) * Double(rate) } ?? 0
    // An idle line saves nothing up.
    saved = min(saved, max(2, Double(rate) / 4))
    last = now
    return Int(saved)
  }

  mutating func spend(_ bytes: Int) {
    saved -= Double(bytes)
  }
}

/// Bytes that are under way.
struct DelayedBytes {
  private var waiting: [(bytes: [UInt8], due: ContinuousClock.Instant)] = []

  mutating func add(_ bytes: [UInt8], due: ContinuousClock.Instant) {
    waiting.append((bytes, due))
  }

  /// Those that arrive by now, oldest first.
  mutating func take(at moment: ContinuousClock.Instant) -> [[UInt8]] {
    let count = waiting.prefix { $0.due <= moment }.count
    defer { waiting.removeFirst(count) }
    return waiting.prefix(count).map(\.bytes)
  }
}
