import Screen

/// Which look each style has.
///
/// Nothing else in the program knows a colour.
package enum Theme: String, Sendable, CaseIterable {
  /// For light text on a dark background.
  case dark
  /// For dark text on a light background.
  case light
  /// Without colours, in attributes that a VT100 has.
  case mono

  /// This theme, or ``mono`` where there are no colours or nobody wants them (see no-color.org).
  package func effective(hasColours: Bool, environment: [String: String]) -> Theme {
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return hasColours && !refused ? self : .mono
  }

  /// The looks differ between styles only where a reader gains by it: each change of look costs bytes on the link.
  func look(of style: Style) -> Look {
    switch self {
    case .dark: Self.coloured(style, accent: .cyan, mark: .yellow)
    case .light: Self.coloured(style, accent: .blue, mark: .magenta)
    case .mono: Self.plain(style)
    }
  }

  private static func coloured(_ style: Style, accent: Look.Colour, mark: Look.Colour) -> Look {
    switch style {
    case .text: Look()
    case .dim: Look(attributes: .dim)
    case .title, .header, .prompt: Look(attributes: .bold)
    case .heading, .key: Look(foreground: accent, attributes: .bold)
    case .cursor: Look(attributes: .reverse)
    case .marked: Look(foreground: mark)
    case .warning: Look(foreground: mark, attributes: .bold)
    case .danger: Look(foreground: .red, attributes: .bold)
    case .frame: Look(foreground: accent)
    case .protected: Look(foreground: .white, background: .red, attributes: .bold)
    }
  }

  private static func plain(_ style: Style) -> Look {
    switch style {
    case .text, .dim, .frame: Look()
    case .title, .header, .heading, .marked, .key, .warning, .prompt: Look(attributes: .bold)
    case .cursor: Look(attributes: .reverse)
    case .danger: Look(attributes: [.bold, .underline])
    case .protected: Look(attributes: [.bold, .reverse])
    }
  }
}
