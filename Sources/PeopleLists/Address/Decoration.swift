/// What people and programs put around an address, and what can mean one thing only.
public enum Decoration: Int, Sendable, CaseIterable {
  /// `•` and other marks of lists.
  case bullet
  /// `1.` and `2)`.
  case number
  /// Quotes of any script, in pairs.
  case quotes
  /// A comma or semicolon at the end.
  case delimiter
  /// `mailto:`, as copied links have it.
  case link
  /// Slack's `<mailto:a|b>` and Markdown's `[b](mailto:a)`, `**a**` and backquotes.
  case markup
  /// `="…"`, by which a spreadsheet keeps text as it is.
  case formula
  /// Characters that nobody sees, such as a byte order mark or a mark of the writing direction.
  case invisible

  var noun: String {
    switch self {
    case .bullet: "bullets"
    case .number: "numbers"
    case .quotes: "quotes"
    case .delimiter: "commas or semicolons at the end"
    case .link: "mailto:"
    case .markup: "marks of Slack or Markdown"
    case .formula: "=\"…\""
    case .invisible: "invisible characters"
    }
  }
}

/// Which decorations were taken off; a bit each, because a long list makes one for every line.
struct DecorationSet: Sendable, Equatable {
  private var bits: UInt8 = 0

  var isEmpty: Bool { bits == 0 }

  /// The decorations, in the order of their declaration.
  var all: [Decoration] { Decoration.allCases.filter(contains) }

  func contains(_ decoration: Decoration) -> Bool { bits & Self.bit(of: decoration) != 0 }

  mutating func insert(_ decoration: Decoration) { bits |= Self.bit(of: decoration) }

  mutating func formUnion(_ other: Self) { bits |= other.bits }

  private static func bit(of decoration: Decoration) -> UInt8 { 1 << UInt8(decoration.rawValue) }
}
