/// Gathers small texts into pieces that are worth a call of the system, so that a long output is never there as a
/// whole.
struct TextPieces {
  /// How long a piece grows, in bytes; what came last may be over it.
  static let size = 32 << 10

  private var text = ""

  /// Adds `more`, and gives `take` what has come together where that is enough.
  mutating func add(_ more: String, _ take: (String) throws -> Void) throws {
    text += more
    if text.utf8.count >= Self.size { try finish(take) }
  }

  /// Gives `take` what is left.
  mutating func finish(_ take: (String) throws -> Void) throws {
    guard !text.isEmpty else { return }
    defer { text.removeAll(keepingCapacity: true) }
    try take(text)
  }
}
