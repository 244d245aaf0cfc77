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

extension ConsoleState {
  mutating func openFilterPrompt() {
    list.pane = .rows
    list.filterBeforePrompt = list.filter
  }

  mutating func cancelFilterPrompt() {
    guard let before = list.filterBeforePrompt else { return }
    list.filterBeforePrompt = nil
    setFilter(before.text)
  }

  mutating func takeInFilterPrompt(_ key: Key) -> [Effect] {
    switch filterPromptKeys.action(for: key) {
    case .keep:
      list.filterBeforePrompt = nil
    case .clear:
      list.filterBeforePrompt = nil
      setFilter("")
    case .erase:
      if list.filter.text.isEmpty { list.filterBeforePrompt = nil }
      setFilter(String(list.filter.text.dropLast()))
    case nil:
      type(key)
    }
    return []
  }

  private mutating func type(_ key: Key) {
    switch key {
    case .character(let character): setFilter(typing(String(character)))
    // Only the first line: a list of names is another way of marking, and not a filter.
    case .paste(let text): setFilter(typing(text))
    case .up, .down: list.rowsCursor.move(key == .up ? .up : .down, count: list.shown.count, height: geometry.height)
    default: break
    }
  }

  private func typing(_ text: String) -> String {
    list.filter.text.typing(text, upTo: TypedText.longestFilter)
  }

  mutating func setFilter(_ text: String) {
    guard text != list.filter.text else { return }
    let current = list.currentRow
    list.filter = RowFilter(text)
    showRows(keeping: current, orElse: 0)
  }
}
