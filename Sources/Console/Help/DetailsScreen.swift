import PlainText
import Screen

/// What a key does while details are read.
enum DetailsAction: Sendable, Equatable {
  case move(Movement)
  case help, close
}

let detailsKeys = KeyTable<DetailsAction>(
  KeyBinding.movements(footer: "scroll") { .move($0) } + [
    .help(.help),
    KeyBinding(
      [.escape, .character("q")],
      "back",
      .close,
      "close",
      in: .program,
      hold: .reserved,
      footer: FooterPlace()
    ),
    KeyBinding([.enter], "close", .close, "close", in: .program),
  ]
)

/// The details of a row or of a person, over the screen that they were opened from.
struct DetailsScreen: Sendable, Equatable {
  /// What they are of, in the line over them.
  let title: Line
  var text: ScrolledText

  init(title: Line, _ paragraphs: [Paragraph]) {
    self.title = title
    text = ScrolledText(paragraphs)
  }
}

extension DetailsScreen: StackedScreen {
  static var kind: ScreenKind { .details }
  static var title: String { "The details of a row or a person" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { keys.details.help }
  static var layer: ScreenLayer { .details }

  func digits(in console: ConsoleState) -> DigitUse { .count }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    if let effects = console.stopWhatGoesOnBelow(press) { return effects }
    switch console.keys.details.action(for: press.key) {
    case .move(let movement):
      let (times, size) = (console.times, console.size)
      console.details?.text.move(movement, times: times, on: size)
    case .help: console.openHelp()
    case .close: console.details = nil
    case nil: return console.refuse(press.key)
    }
    return []
  }

  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    let size = console.size
    if let movement = event.scrolling { console.details?.text.move(movement, times: MouseEvent.wheelRows, on: size) }
    return []
  }

  func fit(_ console: inout ConsoleState) {
    let size = console.size
    console.details?.text.fit(to: size)
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    text.draw(console, title: title, on: &frame)
    frame.putFooter(console.keys.details.hints)
  }
}

extension ConsoleState {
  /// Stops the run in progress, which lies under what is read and can be stopped from everywhere; `nil` for keys that
  /// do not.
  mutating func stopWhatGoesOnBelow(_ press: KeyPress) -> [Effect]? {
    guard isRunning, keys.run.action(for: press.key) == .stop else { return nil }
    (details, help) = (nil, nil)
    return stopRun()
  }
}
