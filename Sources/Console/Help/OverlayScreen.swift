import PlainText
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

extension Overlay: StackedScreen {
  static var kind: ScreenKind { .overlay }
  static var title: String { "This help, and the details of a row" }
  static var keyHelp: [KeyHelp] { overlayKeys.help }
  static var layer: ScreenLayer { .overlay }

  func digits(in console: ConsoleState) -> DigitUse { .count }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    if console.isRunning, runKeys.action(for: press.key) == .stop {
      console.overlay = nil
      return console.stopRun()
    }
    switch overlayKeys.action(for: press.key) {
    case .move(let movement):
      let (times, size) = (console.times, console.size)
      console.overlay?.move(movement, times: times, on: size)
    case .close: console.overlay = nil
    case nil: return console.refuse(press.key)
    }
    return []
  }

  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    let size = console.size
    if let movement = event.scrolling { console.overlay?.move(movement, times: MouseEvent.wheelRows, on: size) }
    return []
  }

  func fit(_ console: inout ConsoleState) {
    let size = console.size
    console.overlay?.fit(to: size)
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let size = console.size
    let lines = lines(columns: size.columns)
    let visible = scroll.visible(count: lines.count, height: Overlay.height(on: size))
    console.drawHeader(on: &frame)
    let place: Line =
      visible.count < lines.count ? "lines \(visible.lowerBound + 1)-\(visible.upperBound) of \(lines.count)" : ""
    console.drawRule(title, place, row: 1, on: &frame)
    for (row, index) in visible.enumerated() {
      let line = lines[index]
      let column = line.style == .heading ? 0 : Overlay.labelColumns
      frame.put(line.label, row: row + 2, column: 0, width: Overlay.labelColumns - 1, style: .key)
      frame.put(line.text, row: row + 2, column: column, style: line.style)
    }
    if let message = console.message { frame.put(message.line, row: size.rows - 2, column: 0, style: message.style) }
    frame.putFooter(overlayKeys.hints)
  }
}

extension ConsoleState {
  mutating func openHelp() {
    overlay = Overlay(title: "KEYS", helpParagraphs(first: screen))
  }
}
