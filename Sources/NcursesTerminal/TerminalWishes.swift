/// What whoever uses the program wants of the terminal beside what it draws.
package struct TerminalWishes: Sendable, Equatable {
  package var theme: Theme
  /// Whether the terminal reports what is done with the mouse, which its own selecting then needs Shift for.
  package var takesMouse: Bool

  package init(theme: Theme, takesMouse: Bool = false) {
    self.theme = theme
    self.takesMouse = takesMouse
  }
}
