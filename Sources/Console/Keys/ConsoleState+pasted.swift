import PlainText
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
    if generalKeys.action(for: press.key) == .interrupt
      || !isBurstDropped && size.isUsable && screens.front.takesText(press.key)
    {
      return nil
    }
    isBurstDropped = true
    message = .warning("Keys came all at once, as a paste does, and did nothing: type them.")
    return []
  }
}
