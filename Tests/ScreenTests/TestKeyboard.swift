import Screen

/// A decoder with a clock that only the test moves.
struct TestKeyboard {
  private var decoder = KeyDecoder()
  private var now = ContinuousClock.now

  var isWaiting: Bool { decoder.deadline != nil }

  /// What one read brings.
  mutating func receive(_ bytes: [UInt8]) -> [Received] {
    decoder.decode(bytes, at: now)
  }

  /// The keys that one read brings, however long nothing had come before.
  mutating func read(_ bytes: [UInt8]) -> [KeyPress] {
    receive(bytes).presses.map { KeyPress(key: $0.key, isAlone: $0.isAlone) }
  }

  mutating func keys(_ text: String) -> [Key] {
    receive(Array(text.utf8)).presses.map(\.key)
  }

  /// Lets time pass, by default more than anything is waited for, and gives the keys that are let go meanwhile.
  mutating func wait(_ milliseconds: Int = 10_000) -> [KeyPress] {
    now += .milliseconds(milliseconds)
    return decoder.timeout(at: now).presses.map { KeyPress(key: $0.key, isAlone: $0.isAlone) }
  }

  /// Lets time pass in which nobody asks what was given up.
  mutating func pass(_ milliseconds: Int) {
    now += .milliseconds(milliseconds)
  }

  mutating func discard() {
    decoder.discard()
  }
}

extension [Received] {
  /// The keys among it.
  var presses: [KeyPress] {
    compactMap { if case .key(let press) = $0 { press } else { nil } }
  }
}
