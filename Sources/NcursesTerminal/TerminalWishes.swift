/// What whoever uses the program wants of the terminal beside what it draws.
package struct TerminalWishes: Sendable, Equatable {
  package var theme: Theme
  /// Whether the terminal reports what is done with the mouse, which its own selecting then needs Shift for.
  package var takesMouse: Bool
  /// Whether the terminal's window has a title while the program has the terminal.
  package var setsTitle: Bool
  /// Whether the terminal's bell is rung.
  package var ringsBell: Bool

  package init(theme: Theme, takesMouse: Bool = false, setsTitle: Bool = false, ringsBell: Bool = false) {
    self.theme = theme
    self.takesMouse = takesMouse
    self.setsTitle = setsTitle
    self.ringsBell = ringsBell
  }
}
