import CNcurses
import Screen

/// A theme in ncurses' terms: the attributes and the colour pair of every style, looked up once.
struct Palette {
  struct Entry: Equatable {
    var attributes: attr_t
    var pair: CShort
  }

  private let plain: [Style: Entry]

  /// - Precondition: A screen is open on a terminal that has `looks`.
  @MainActor init(_ theme: Theme, on looks: TerminalLooks) {
    var pairs: [Look: CShort] = [:]
    plain = Dictionary(
      uniqueKeysWithValues: Style.allCases.map { style in
        let look = theme.look(of: style, on: looks)
        return (style, Entry(attributes: look.attributes.curses, pair: Self.pair(for: look, in: &pairs)))
      }
    )
  }

  func entry(for cell: Cell) -> Entry {
    var entry = plain[cell.style] ?? Entry(attributes: cncurses_normal(), pair: 0)
    if cell.reversed { entry.attributes |= cncurses_reverse() }
    return entry
  }

  /// Pair 0 is the terminal's own and cannot be changed; the others are made as looks need them.
  @MainActor private static func pair(for look: Look, in pairs: inout [Look: CShort]) -> CShort {
    let colours = Look(foreground: look.foreground, background: look.background)
    if colours == Look() { return 0 }
    if let known = pairs[colours] { return known }
    let number = CShort(pairs.count + 1)
    init_pair(number, colours.foreground.rawValue, colours.background.rawValue)
    pairs[colours] = number
    return number
  }
}
