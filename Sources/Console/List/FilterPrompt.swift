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
  /// Whose rows it picks.
  let place: RowPlace
  /// What it was before.
  let before: RowFilter
}

extension FilterPrompt: PromptScreen {
  static var kind: ScreenKind { .filterPrompt }
  static var title: String { "While a filter is typed" }
  static var keyHelp: [KeyHelp] { filterPromptKeys.help }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    let typed = console[rows: place].filter.text
    switch filterPromptKeys.action(for: press.key) {
    case .keep:
      console.prompt = nil
    case .clear:
      console.prompt = nil
      console.setFilter("", in: place)
    case .erase:
      if typed.isEmpty { console.prompt = nil }
      console.setFilter(String(typed.dropLast()), in: place)
    case nil:
      switch press.key {
      case .character(let character):
        console.setFilter(typed.typing(String(character), upTo: TypedText.longestFilter), in: place)
      // Only the first line: a list of names is another way of marking, and not a filter.
      case .paste(let text): console.setFilter(typed.typing(text, upTo: TypedText.longestFilter), in: place)
      case .up: console.move(.up, in: place)
      case .down: console.move(.down, in: place)
      default: break
      }
    }
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.prompt = nil
    console.setFilter(before.text, in: place)
    return []
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    frame.replaceFooter(filterPromptKeys.hints)
  }

}

extension ConsoleState {
  mutating func openFilterPrompt(in place: RowPlace) {
    if place == .list { panes.focus = .rows }
    prompt = .filter(FilterPrompt(place: place, before: self[rows: place].filter))
  }

  mutating func setFilter(_ text: String, in place: RowPlace) {
    guard text != self[rows: place].filter.text else { return }
    self[rows: place].filter = RowFilter(text)
    showRows(in: place, orElse: 0)
  }
}
