import PlainText
import Screen

/// The keys of the filter prompt that do not edit the filter.
enum FilterPromptAction: Sendable, Equatable {
  case keep, clear, leaveEmpty
}

let filterPromptKeys = KeyTable<FilterPromptAction>(kept: [
  KeyBinding([.enter], "keep", .keep, "keep the filter", footer: FooterPlace()),
  KeyBinding([.escape], "clear", .clear, "clear the filter", footer: FooterPlace()),
  KeyBinding([.backspace], "leave empty", .leaveEmpty, "in an empty filter, clear"),
])

/// A list's filter while it is typed, which the list itself shows.
struct FilterPrompt: Sendable, Equatable {
  /// Which list it is of.
  let place: ListPlace
  var line: EditedLine
  /// What it was before.
  let before: String
}

extension FilterPrompt: LinePrompt {
  static var kind: ScreenKind { .filterPrompt }
  static var title: String { "While a filter is typed" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { filterPromptKeys.help }
  static var history: PromptHistory.Kind { .filter }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    switch filterPromptKeys.action(for: press.key) {
    case .keep:
      keepEntry(in: &console)
      console.prompt = nil
    case .clear:
      console.prompt = nil
      console.setFilter("", of: place)
    case .leaveEmpty where text.isEmpty: console.prompt = nil
    case .leaveEmpty, nil: return edit(press.key, in: &console)
    }
    return []
  }

  func show(in console: inout ConsoleState) {
    console.prompt = .filter(self)
    console.setFilter(text, of: place)
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.prompt = nil
    console.setFilter(before, of: place)
    return []
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    frame.replaceFooter(filterPromptKeys.hints)
  }
}

extension ConsoleState {
  mutating func openFilterPrompt(in place: ListPlace) {
    if place == .rows(.list) { panes.focus = .rows }
    let before = filterText(of: place)
    let line = EditedLine(before, earlier: history[.filter], upTo: TypedText.longestFilter)
    prompt = .filter(FilterPrompt(place: place, line: line, before: before))
  }

  mutating func setFilter(_ text: String, in place: RowPlace) {
    guard text != self[rows: place].filter.text else { return }
    self[rows: place].filter = RowFilter(text)
    showRows(in: place, orElse: 0)
  }
}
