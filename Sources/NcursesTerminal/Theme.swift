import Screen

/// Which look each style has.
///
/// Nothing else in the program knows a colour. They are the terminal's own, which its owner has chosen to be read
/// beside each other; of the brighter eight only white is used, since others may be the background's colour.
package enum Theme: String, Sendable, CaseIterable {
  /// For light text on a dark background.
  case dark
  /// For dark text on a light background.
  case light
  /// Without colours.
  case mono

  /// This theme, or ``mono`` where `environment` refuses colours (see no-color.org).
  package func allowed(by environment: [String: String]) -> Theme {
    environment["NO_COLOR"].map { !$0.isEmpty } ?? false ? .mono : self
  }

  /// The look of `style` on a terminal that has `looks`.
  ///
  /// Looks differ between styles only where a reader gains by it: each change of look costs bytes on the link.
  func look(of style: Style, on looks: TerminalLooks) -> Look {
    guard looks.colours != .none else { return Self.plain(style, looks) }
    return switch self {
    case .dark: Self.coloured(style, accent: .cyan, mark: .yellow, removed: .green, looks)
    case .light: Self.coloured(style, accent: .blue, mark: .magenta, removed: .blue, looks)
    case .mono: Self.plain(style, looks)
    }
  }

  /// - Parameter removed: The colour of removed rows where text cannot be dim.
  private static func coloured(
    _ style: Style,
    accent: Look.Colour,
    mark: Look.Colour,
    removed: Look.Colour,
    _ looks: TerminalLooks
  ) -> Look {
    switch style {
    case .text: Look()
    case .dim: looks.dim ?? Look()
    case .removed: looks.dim ?? Look(foreground: removed)
    case .title, .header, .prompt: Look(attributes: .bold)
    case .heading, .key: Look(foreground: accent, attributes: .bold)
    case .cursor: Look(attributes: .reverse)
    case .marked: Look(foreground: mark)
    case .warning: Look(foreground: mark, attributes: .bold)
    case .danger: Look(foreground: .red, attributes: .bold)
    case .frame: Look(foreground: accent)
    case .protected:
      Look(foreground: looks.colours == .sixteen ? .brightWhite : .white, background: .red, attributes: .bold)
    }
  }

  private static func plain(_ style: Style, _ looks: TerminalLooks) -> Look {
    switch style {
    case .text, .frame: Look()
    case .dim: looks.dim ?? Look()
    case .removed: looks.dim ?? Look(attributes: .underline)
    case .title, .header, .heading, .marked, .key, .warning, .prompt: Look(attributes: .bold)
    case .cursor: Look(attributes: .reverse)
    case .danger: Look(attributes: [.bold, .underline])
    case .protected: Look(attributes: [.bold, .reverse])
    }
  }
}
