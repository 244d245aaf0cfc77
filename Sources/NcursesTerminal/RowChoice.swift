import Screen

/// Which rows of a frame to draw now, where a link is too slow for all that differ.
///
/// The first and last rows of a screen say what it is and how things stand, so they go before the rows between them.
struct RowChoice {
  typealias Row = ArraySlice<Cell>

  /// How many rows at the upper and at the lower edge go first.
  private static let (above, below) = (2, 4)
  /// What moving the cursor and setting a look cost beside the text of a row, in bytes.
  private static let rowCost = 16

  /// What the screen shows; `nil` is a row that nothing is known of.
  let shown: [Row?]
  let frame: Frame

  /// The rows that differ.
  var changed: [Int] {
    (0..<min(shown.count, frame.size.rows)).filter { shown[$0] != frame.cells(inRow: $0) }
  }

  /// The rows to draw for about `budget` bytes: all that differ, or some of them, and always one.
  ///
  /// - Parameter start: Of the rows between the edges, which one is the first in turn.
  func rows(for budget: Int, from start: Int) -> [Int] {
    let changed = changed
    if cost(of: changed) <= budget || scrolledCost(of: changed).map({ $0 <= budget }) == true { return changed }
    var chosen: [Int] = []
    var spent = 0
    for row in inTurn(changed, from: start) {
      let cost = cost(of: row)
      if !chosen.isEmpty, spent + cost > budget { break }
      chosen.append(row)
      spent += cost
    }
    return chosen.sorted()
  }

  private func inTurn(_ rows: [Int], from start: Int) -> [Int] {
    let lower = frame.size.rows - Self.below
    let (edges, middle) = (
      rows.filter { $0 < Self.above || $0 >= lower }, rows.filter { $0 >= Self.above && $0 < lower }
    )
    return edges.filter { $0 >= lower } + edges.filter { $0 < lower } + middle.filter { $0 >= start }
      + middle.filter { $0 < start }
  }

  private func cost(of rows: [Int]) -> Int { rows.reduce(0) { $0 + cost(of: $1) } }

  private func cost(of row: Int) -> Int {
    let cells = frame.cells(inRow: row)
    guard let old = shown[row], old.count == cells.count else {
      return Self.rowCost + cells.count { $0 != .blank }
    }
    return Self.rowCost + zip(old, cells).count { $0 != $1 }
  }

  /// What `rows` cost if most of them only moved up or down, which the terminal can do by itself; `nil` if not.
  private func scrolledCost(of rows: [Int]) -> Int? {
    let distances = (1..<max(2, frame.size.rows)).flatMap { [$0, -$0] }
    let moved = distances.lazy.map { distance in
      rows.filter { shown.indices.contains($0 + distance) && shown[$0 + distance] == frame.cells(inRow: $0) }
    }
    guard let most = moved.first(where: { $0.count > rows.count / 3 }) else { return nil }
    return cost(of: rows.filter { !most.contains($0) })
  }
}
