package import PlainText

/// A column of a table: how much of the width it would have, and when it gives way.
package struct Column: Sendable, Equatable {
  /// What stands above it.
  package var heading: Line
  /// As many columns of the terminal as its heading and its longest value take.
  package var width: Int
  /// The least that says something: it is cut no further.
  package var least: Int
  /// Which columns give way before this one does: those of a higher rank, one after the other.
  package var rank: Int
  /// Whether all others are cut before it is left out.
  package var isEssential: Bool
  /// Whether it has what all of them leave, beside its width: what it says goes on for as long as there is room.
  package var isRest: Bool

  /// Makes a column.
  package init(
    heading: Line,
    width: Int,
    least: Int,
    rank: Int,
    isEssential: Bool = false,
    isRest: Bool = false
  ) {
    self.heading = heading
    self.width = width
    self.least = least
    self.rank = rank
    self.isEssential = isEssential
    self.isRest = isRest
  }

  /// Makes a column as wide as its heading and its longest value, which takes `longest` columns of the terminal.
  package init(
    _ heading: Line,
    longest: Int,
    least: Int,
    rank: Int,
    isEssential: Bool = false,
    isRest: Bool = false
  ) {
    let width = Swift.max(DisplayWidth.of(heading), longest)
    self.init(heading: heading, width: width, least: least, rank: rank, isEssential: isEssential, isRest: isRest)
  }
}

extension [Column] {
  /// How wide each of them is where they stand side by side in `room`, with `gap` blanks between two; 0 for one that is
  /// left out.
  ///
  /// One after the other is cut down to the least that says something, and left out where that is not enough, before
  /// the next is cut; the essential ones are left out only when all are cut. What is left goes to those that are cut,
  /// the first in rank before the others, and then to the one that has the rest. One stays, however little room there
  /// is.
  package func widths(in room: Int, gap: Int) -> [Int] {
    var widths = map(\.width)
    var over: Int { widths.reduce(0, +) + gap * Swift.max(0, widths.count { $0 > 0 } - 1) - room }
    let lastFirst = indices.sorted { self[$0].rank > self[$1].rank }
    for index in lastFirst where over > 0 {
      let cut = widths[index] - over
      let isLeftOut = cut < self[index].least && !self[index].isEssential
      widths[index] = isLeftOut ? 0 : Swift.max(Swift.min(self[index].least, widths[index]), cut)
    }
    for index in lastFirst.dropLast() where over > 0 { widths[index] = 0 }
    if let last = lastFirst.last, over > 0 || widths.allSatisfy({ $0 == 0 }) {
      widths[last] = Swift.max(1, Swift.min(self[last].width, room))
    }
    for index in lastFirst.reversed() where widths[index] > 0 && over < 0 {
      widths[index] += Swift.min(self[index].width - widths[index], -over)
    }
    if let rest = indices.first(where: { self[$0].isRest && widths[$0] > 0 }) { widths[rest] += Swift.max(0, -over) }
    return widths
  }

  /// Where each of them stands, the first from `start` on and all before `end`, with `gap` blanks between two.
  ///
  /// One that is left out has an empty place.
  package func places(from start: Int, to end: Int, gap: Int) -> [Range<Int>] {
    var next = start
    return widths(in: end - start, gap: gap).map { width in
      let place = next..<(next + width)
      if width > 0 { next = place.upperBound + gap }
      return place
    }
  }
}
