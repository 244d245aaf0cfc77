import PlainText
import Screen

/// What a key does in the help.
enum HelpAction: Sendable, Equatable {
  case move(Movement)
  case search, nextMatch, previousMatch
  case back, close
}

let helpKeys = KeyTable<HelpAction>(
  KeyBinding.movements(footer: "scroll") { .move($0) } + [
    KeyBinding([.character("/")], "search", .search, "search while typing", footer: FooterPlace()),
    KeyBinding(
      [.character("n")],
      "next match",
      .nextMatch,
      "the next place that was searched for",
      footer: FooterPlace(words: "next")
    ),
    KeyBinding([.character("N")], "previous match", .previousMatch, "the previous one"),
    KeyBinding(
      [.escape],
      "back",
      .back,
      "end the search, then close",
      in: .program,
      hold: .reserved,
      footer: FooterPlace()
    ),
    KeyBinding([.character("q")], "quit", .close, "close", in: .program, hold: .reserved),
    KeyBinding([.enter], "close", .close, "close", in: .program),
    KeyBinding([.character("?")], "help", .close, "close", in: .program),
  ]
)

/// The keys and commands, over everything else: what is typed below stays as it is.
struct HelpScreen: Sendable, Equatable {
  var text: ScrolledText
  /// What was searched for.
  var search: HelpSearch?
  /// The search while it is typed.
  var typed: SearchPrompt?

  /// The help as it is of use on a screen.
  init(for screen: ScreenKind, _ keys: KeyTables) {
    text = ScrolledText(helpParagraphs(first: screen, keys))
  }
}

extension HelpScreen: StackedScreen {
  static var kind: ScreenKind { .help }
  static var title: String { "This help" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { keys.help.help }
  static var layer: ScreenLayer { .help }

  func digits(in console: ConsoleState) -> DigitUse { .count }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    if let effects = console.stopWhatGoesOnBelow(press) { return effects }
    let (times, size) = (console.times, console.size)
    switch console.keys.help.action(for: press.key) {
    case .move(let movement): console.help?.text.move(movement, times: times, on: size)
    case .search: console.openSearchPrompt()
    case .nextMatch: goToMatch(by: 1, in: &console)
    case .previousMatch: goToMatch(by: -1, in: &console)
    case .back where search != nil: console.help?.search = nil
    case .back, .close: console.help = nil
    case nil: return console.refuse(press.key)
    }
    return []
  }

  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    let size = console.size
    if let movement = event.scrolling { console.help?.text.move(movement, times: MouseEvent.wheelRows, on: size) }
    return []
  }

  func fit(_ console: inout ConsoleState) {
    let size = console.size
    console.help?.text.fit(to: size)
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let matches = search.map { self.matches(of: $0.word, on: console.size) } ?? []
    let found: Line? = search.map { search in
      let place: Line = matches.isEmpty ? "no match" : "\(search.place % matches.count + 1) of \(matches.count)"
      return "/\(search.word)  \(place)"
    }
    let visible = text.draw(console, title: ["HELP", found].compactMap(\.self).joined(separator: "  "), on: &frame)
    for match in matches where visible.contains(match.row) {
      let row = match.row - visible.lowerBound + ScrolledText.firstRow
      frame.reverse(row: row, column: match.columns.lowerBound, width: match.columns.count)
    }
    frame.putFooter(console.keys.help.hints)
  }

  private func goToMatch(by step: Int, in console: inout ConsoleState) {
    let size = console.size
    guard let search else {
      console.message = .warning("Nothing is searched for: \(console.keys.help.name(of: .search)) begins a search.")
      return
    }
    guard !matches(of: search.word, on: size).isEmpty else {
      console.message = .warning("\(search.word) does not occur in the help.")
      return
    }
    console.help?.goToMatch(by: step, on: size)
  }
}

extension ConsoleState {
  /// Opens the help of what is in front, a prompt too, or closes it.
  mutating func toggleHelp() {
    if help == nil { openHelp() } else { help = nil }
  }

  mutating func openHelp() {
    help = HelpScreen(for: screen, keys)
  }
}
