/// A column of a table: how much of the width it would have, and when it gives way.
package struct Column: Sendable, Equatable {
  /// What stands above it.
  package var heading: String
  /// As many columns of the terminal as its heading and its longest value take.
  package var width: Int
  /// The least that says something: where there is less room, it is left out.
  package var least: Int
  /// Which columns give way before this one does: those of a higher rank, one after the other.
  package var rank: Int

  /// Makes a column.
  package init(heading: String, width: Int, least: Int, rank: Int) {
    self.heading = heading
    self.width = width
    self.least = least
    self.rank = rank
  }
}

extension [Column] {
  /// How wide each of them is where they stand side by side in `room`, with `gap` blanks between two; 0 for one that is
  /// left out.
  ///
  /// A column is cut only when all of a higher rank are gone. The last one that is left stays, however little room
  /// there is.
  package func widths(in room: Int, gap: Int) -> [Int] {
    var widths = map(\.width)
    for index in indices.sorted(by: { self[$0].rank > self[$1].rank }) {
      let shown = widths.count { $0 > 0 }
      let over = widths.reduce(0, +) + gap * Swift.max(0, shown - 1) - room
      guard over > 0 else { break }
      let rest = widths[index] - over
      widths[index] = rest >= self[index].least ? rest : shown == 1 ? Swift.max(1, room) : 0
    }
    return widths
  }
}
