import PlainText
import Screen

/// The keys of the filter prompt that do not type.
enum FilterPromptAction: Sendable, Equatable {
  case keep, clear, erase
}

let filterPromptKeys = KeyTable<FilterPromptAction>([
  KeyBinding([.enter], "Enter", .keep, "keep the filter", hint: KeyHint("Enter", "keep")),
  KeyBinding([.escape], "Esc", .clear, "clear the filter", hint: KeyHint("Esc", "clear")),
  KeyBinding([.backspace, .delete], "Backspace", .erase, "take back a character; in an empty filter, clear"),
])

/// The list's filter while it is typed, which the list itself shows.
struct FilterPrompt: Sendable, Equatable {
  /// What it was before.
  let before: RowFilter
}

extension FilterPrompt: PromptScreen {
  static var kind: ScreenKind { .filterPrompt }
  static var title: String { "While a filter is typed" }
  static var keyHelp: [KeyHelp] { filterPromptKeys.help }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    let typed = console.list.filter.text
    switch filterPromptKeys.action(for: press.key) {
    case .keep:
      console.prompt = nil
    case .clear:
      console.prompt = nil
      console.setFilter("")
    case .erase:
      if typed.isEmpty { console.prompt = nil }
      console.setFilter(String(typed.dropLast()))
    case nil:
      switch press.key {
      case .character(let character): console.setFilter(typed.typing(String(character), upTo: TypedText.longestFilter))
      // Only the first line: a list of names is another way of marking, and not a filter.
      case .paste(let text): console.setFilter(typed.typing(text, upTo: TypedText.longestFilter))
      case .up: moveCursor(.up, in: &console)
      case .down: moveCursor(.down, in: &console)
      default: break
      }
    }
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.prompt = nil
    console.setFilter(before.text)
    return []
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    frame.replaceFooter(filterPromptKeys.hints)
  }

  private func moveCursor(_ movement: Movement, in console: inout ConsoleState) {
    let height = console.geometry.height
    console.list.rowsCursor.move(movement, count: console.list.shown.count, height: height)
  }
}

extension ConsoleState {
  mutating func openFilterPrompt() {
    list.pane = .rows
    prompt = .filter(FilterPrompt(before: list.filter))
  }

  mutating func setFilter(_ text: String) {
    guard text != list.filter.text else { return }
    list.filter = RowFilter(text)
    showRows(orElse: 0)
  }
}
