import Screen

/// What comes as pasted text does, and is no key that somebody pressed.
extension ConsoleState {
  /// Takes a key that nobody pressed where it would do something; `nil` for any other.
  ///
  /// A burst is text where text is typed, from its first key on, and otherwise does nothing as a whole: what it would
  /// do from some letter on, such as open a prompt for the rest, nobody meant. Ctrl-C works in the middle of it.
  mutating func takePasted(_ press: KeyPress) -> [Effect]? {
    if press.key == .brokenPaste {
      message = .warning("A paste came without its beginning or its end; its text was dropped.")
      return []
    }
    guard press.isInBurst else {
      isBurstDropped = false
      return nil
    }
    if generalKeys.action(for: press.key) == .interrupt || !isBurstDropped && takesText(press.key) { return nil }
    isBurstDropped = true
    message = .warning("Keys came all at once, as a paste does, and did nothing: type them.")
    return []
  }

  /// Whether `key` is text where it goes: in a prompt, or in the phrase of a plan.
  private func takesText(_ key: Key) -> Bool {
    guard size.isUsable else { return false }
    switch prompt {
    case .command, .path, .question, .code: return true
    case nil: break
    }
    if list.filterBeforePrompt != nil, plan == nil, run == nil, overlay == nil, !runs.isOpen { return true }
    guard let plan, overlay == nil, opening == nil else { return false }
    if case .character(let character) = key, character.isASCIIDigit { return true }
    return !plan.typed.isEmpty
  }
}
