/// Tells keys that come in bursts from those that a person presses, on terminals that do not mark pastes.
struct Burst: Sendable {
  /// Whether the terminal has proved that it marks pastes, so that what is not marked was typed.
  var isPasteMarked = false
  private var isOn = false

  /// Marks those of one read's keys that are part of a burst.
  mutating func mark(_ received: inout [Received]) {
    let places = received.indices.filter { if case .key = received[$0] { true } else { false } }
    guard case .key(let first)? = places.first.map({ received[$0] }) else { return }
    if first.quiet >= KeyPress.pause { isOn = false }
    if !isOn { isOn = isBurst(received) }
    guard isOn, !isPasteMarked else { return }
    for place in places {
      guard case .key(var press) = received[place] else { continue }
      press.isInBurst = true
      received[place] = .key(press)
    }
  }

  private func isBurst(_ received: [Received]) -> Bool {
    var printable = 0
    var kinds: Set<Character> = []
    for case .key(let press) in received {
      guard case .character(let character) = press.key else { continue }
      printable += 1
      kinds.insert(character)
    }
    return printable > KeyPress.mostInHand && kinds.count > 1
  }
}
