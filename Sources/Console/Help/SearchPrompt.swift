import PlainText
import Screen

/// The keys of the help's search that do not edit it.
enum SearchPromptAction: Sendable, Equatable {
  case keep, clear, leaveEmpty
}

let searchPromptKeys = KeyTable<SearchPromptAction>(kept: [
  KeyBinding([.enter], "keep", .keep, "keep the search", footer: FooterPlace()),
  KeyBinding([.escape], "clear", .clear, "end the search", footer: FooterPlace()),
  KeyBinding([.backspace], "leave empty", .leaveEmpty, "in an empty search, end it"),
])

/// What the help is searched for, while it is typed.
struct SearchPrompt: Sendable, Equatable {
  var line: EditedLine
  /// The text as it was before.
  let before: ScrolledText
  /// What was searched for before.
  let earlier: HelpSearch?
}

extension SearchPrompt: LinePrompt {
  static var kind: ScreenKind { .searchPrompt }
  static var title: String { "While a search in the help is typed" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { searchPromptKeys.help }
  static var history: PromptHistory.Kind { .search }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    switch searchPromptKeys.action(for: press.key) {
    case .keep:
      keepEntry(in: &console)
      console.help?.typed = nil
    case .clear: close(&console, with: nil)
    case .leaveEmpty where text.isEmpty: close(&console, with: nil)
    case .leaveEmpty, nil: return edit(press.key, in: &console)
    }
    return []
  }

  func show(in console: inout ConsoleState) {
    let (size, row) = (console.size, before.scroll.offset)
    console.help?.typed = self
    // While letters are added the text stays where it was, unless the first place is elsewhere.
    console.help?.text = before
    console.help?.search(for: text, from: row, on: size)
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    close(&console, with: earlier)
    return []
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    draw(console, label: "/", on: &frame)
    frame.replaceFooter(searchPromptKeys.hints)
  }

  private func close(_ console: inout ConsoleState, with search: HelpSearch?) {
    let size = console.size
    console.help?.typed = nil
    console.help?.search = search
    console.help?.text = before
    console.help?.text.fit(to: size)
  }
}

extension ConsoleState {
  mutating func openSearchPrompt() {
    guard let help else { return }
    let line = EditedLine(earlier: history[.search], upTo: TypedText.longestFilter)
    self.help?.typed = SearchPrompt(line: line, before: help.text, earlier: help.search)
  }
}
