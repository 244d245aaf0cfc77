import Screen

/// What a key does while there is something to read.
enum OverlayAction: Sendable, Equatable {
  case move(Movement)
  case close
}

let overlayKeys = KeyTable<OverlayAction>(
  KeyBinding.movements(hint: KeyHint("j/k", "scroll")) { .move($0) } + [
    KeyBinding(
      [.escape, .character("q"), .character("?"), .enter],
      "Esc q ? Enter",
      .close,
      "close",
      hint: KeyHint("Esc", "back")
    )
  ]
)

extension ConsoleState {
  mutating func takeInOverlay(_ key: Key) -> [Effect] {
    if isRunning, runKeys.action(for: key) == .stop {
      overlay = nil
      return stopRun()
    }
    switch overlayKeys.action(for: key) {
    case .move(let movement): overlay?.move(movement, times: times, on: size)
    case .close: overlay = nil
    case nil: return refuse(key)
    }
    return []
  }

  mutating func openHelp() {
    overlay = Overlay(title: "KEYS", helpParagraphs(first: screen))
  }
}
