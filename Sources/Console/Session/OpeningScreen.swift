import PlainText
import Screen

/// The keys while another session is being opened.
enum OpeningAction: Sendable, Equatable {
  case stay
}

let openingKeys = KeyTable<OpeningAction>([
  KeyBinding(
    [.escape, .character("q")],
    "stay here",
    .stay,
    "stay where you are",
    in: .program,
    hold: .reserved,
    footer: FooterPlace()
  )
])

/// The wait for another session, over whatever is shown until it is open.
struct OpeningScreen: Sendable, Equatable {
  let choice: SessionChoice
}

extension OpeningScreen: StackedScreen {
  static var kind: ScreenKind { .opening }
  static var title: String { "While another profile or Region is opened" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { openingKeys.help }
  static var layer: ScreenLayer { .waiting }
  static var isTransparent: Bool { true }

  var isInterruptedFirst: Bool { true }

  func digits(in console: ConsoleState) -> DigitUse { .text }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    guard openingKeys.action(for: press.key) == .stay else {
      console.message = .warning("Opening \(choice.name): there is nothing to work on yet, Esc stays here.")
      return []
    }
    return interrupt(&console)
  }

  /// Gives up the session.
  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.opening = nil
    console.message = .done("Nothing was changed.")
    return [.session(.abandon(choice.number))] + console.refuseCodes(of: choice.number)
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let note = console.message ?? Message(line: "Opening \(choice.name)...", style: .prompt)
    frame.fill(row: console.size.rows - 2, column: 0, width: console.size.columns, with: " ")
    frame.putNote(note, lastRow: console.size.rows - 2)
    frame.caret = nil
    frame.replaceFooter(openingKeys.hints)
  }
}
