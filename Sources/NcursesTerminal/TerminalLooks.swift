import CNcurses

/// Which looks a terminal has to choose from.
struct TerminalLooks: Equatable, Sendable {
  /// How many colours of its own it has, of which its owner chooses what they look like.
  enum Colours: Sendable, CaseIterable {
    case none, eight, sixteen
  }

  var colours: Colours
  /// Whether text can be dim; where it cannot, ncurses draws it as any other.
  var hasDim: Bool

  /// How dim text looks, where there is any.
  var dim: Look? { hasDim ? Look(attributes: .dim) : nil }
}

extension TerminalLooks {
  /// Those of the terminal that a screen is open on, whose colours can be used from now on.
  @MainActor static func ofOpenTerminal() -> TerminalLooks {
    // Colours are only used beside the terminal's own text and background, which nobody knows.
    let hasColours = has_colors() && start_color() == OK && use_default_colors() == OK
    let count = hasColours ? Int(cncurses_colours()) : 0
    return TerminalLooks(
      colours: count >= 16 ? .sixteen : count >= 8 ? .eight : .none,
      hasDim: cncurses_can("dim")
    )
  }
}
