import CNcurses

/// How a piece of text looks on a terminal.
struct Look: Hashable, Sendable {
  var foreground = Colour.ofTerminal
  var background = Colour.ofTerminal
  var attributes: Attributes = []

  /// The eight colours that every colour terminal lets its owner choose, the white of the brighter eight that most have
  /// besides, and the owner's own text and background.
  enum Colour: Int16, Sendable {
    case ofTerminal = -1
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightWhite = 15
  }

  struct Attributes: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let underline = Attributes(rawValue: 4)
    static let reverse = Attributes(rawValue: 8)
  }
}

extension Look.Attributes {
  /// The same attributes as ncurses wants them.
  var curses: attr_t {
    let table: [(Look.Attributes, attr_t)] = [
      (.bold, cncurses_bold()), (.dim, cncurses_dim()), (.underline, cncurses_underline()),
      (.reverse, cncurses_reverse()),
    ]
    return table.reduce(cncurses_normal()) { contains($1.0) ? $0 | $1.1 : $0 }
  }
}
