/// From which line on a text is shown that has no cursor.
struct Scroll: Sendable, Equatable {
  /// The first line on the screen.
  private(set) var offset = 0

  /// - Parameter offset: The first line; ``fit(count:height:)`` keeps it inside the text.
  init(offset: Int = 0) {
    self.offset = offset
  }

  /// Moves through `count` lines, of which `height` are shown, so many times.
  mutating func move(_ movement: Movement, times: Int = 1, count: Int, height: Int) {
    switch movement {
    case .first: offset = 0
    case .last: offset = count
    default: offset += (movement.rows(height: height) ?? 0) * times
    }
    fit(count: count, height: height)
  }

  /// Keeps the window inside the text.
  mutating func fit(count: Int, height: Int) {
    offset = max(0, min(offset, count - height))
  }

  /// The lines on the screen.
  func visible(count: Int, height: Int) -> Range<Int> {
    let start = max(0, min(offset, count))
    return start..<max(start, min(count, start + max(0, height)))
  }
}
