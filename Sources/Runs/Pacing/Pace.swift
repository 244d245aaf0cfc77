/// When writes may go on after the service asked for fewer: not before a wait that doubles while it keeps asking.
struct Pace: Sendable, Equatable {
  private static let longest = 20.0
  private var inARow = 0
  private var waits = 0

  /// Whether writes wait.
  var isHolding: Bool { waits > 0 }

  /// Notes a throttled call.
  ///
  /// - Parameter spread: A random number from 0 up to 1; it takes up to half of the wait away.
  /// - Returns: How long writes wait; tell the end of it with ``goOn()``.
  mutating func throttled(spread: Double) -> Duration {
    inARow += 1
    waits += 1
    let window = min(Double(1 << min(inARow - 1, 10)), Self.longest)
    return .seconds(window * (1 - spread / 2))
  }

  /// Notes a call that was answered.
  mutating func succeeded() {
    inARow = 0
  }

  /// Notes the end of a wait.
  mutating func goOn() {
    waits = max(0, waits - 1)
  }
}
