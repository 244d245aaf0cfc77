package import PlainText

/// What is sent only where it is wished for.
extension NcursesTerminal {
  /// Gives the terminal's window a title (ctlseqs, "Set Text Parameters", OSC 2).
  ///
  /// A line has no control characters, so nothing in it can end the sequence. One that the window has already is not
  /// sent again.
  package mutating func setTitle(_ title: Line) {
    guard held.hasTitle, title != windowTitle else { return }
    windowTitle = title
    send("\u{1B}]2;\(title.text)\u{7}")
  }

  /// Rings the terminal's bell.
  package mutating func ring() {
    if wishes.ringsBell { send("\u{7}") }
  }
}
