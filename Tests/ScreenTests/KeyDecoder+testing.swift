import Screen

/// The decoder where neither moments nor answers matter.
extension KeyDecoder {
  /// The keys that one read completes.
  mutating func read(_ bytes: [UInt8]) -> [KeyPress] {
    decode(bytes, at: .now).presses.map { KeyPress(key: $0.key, isAlone: $0.isAlone) }
  }

  /// The keys that are held back, and let go when nothing follows them.
  mutating func wait() -> [KeyPress] {
    timeout().presses.map { KeyPress(key: $0.key, isAlone: $0.isAlone) }
  }
}

extension [Received] {
  /// The keys among it.
  var presses: [KeyPress] {
    compactMap { if case .key(let press) = $0 { press } else { nil } }
  }
}
