/// A mode of the terminal that ncurses knows nothing of, and that is on while the program has it.
struct TerminalSwitch: Sendable, Equatable {
  let on: String
  let off: String

  /// Text that is pasted comes between marks (ctlseqs, "Bracketed Paste Mode").
  static let pasteMarks = TerminalSwitch(on: "\u{1B}[?2004h", off: "\u{1B}[?2004l")
  /// Buttons, the wheel, and moves with a button held down are reported, in the form that has room for every column
  /// (ctlseqs, "Mouse Tracking").
  static let mouse = TerminalSwitch(on: "\u{1B}[?1002h\u{1B}[?1006h", off: "\u{1B}[?1006l\u{1B}[?1002l")

  /// The window's own title is kept (ctlseqs, "Window manipulation", 22), and comes back; where the terminal cannot
  /// keep it, none is left.
  static let title = TerminalSwitch(on: "\u{1B}[22;2t", off: "\u{1B}]2;\u{7}\u{1B}[23;2t")

  /// Those that `profile` can be asked for and `wishes` want; most terminals know them that know paste marks.
  static func all(for profile: TerminalProfile, _ wishes: TerminalWishes) -> [TerminalSwitch] {
    guard profile.marksPastes else { return [] }
    return [.pasteMarks] + (wishes.takesMouse ? [.mouse] : []) + (wishes.setsTitle ? [.title] : [])
  }
}
