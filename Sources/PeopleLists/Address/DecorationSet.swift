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
