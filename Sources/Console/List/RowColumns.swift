import AppStream
import PlainText
import Screen

/// Where the columns of rows stand behind the signs: by rank, as wide as their longest values.
struct RowColumns: Equatable {
  static let signs = 4
  private static let gap = 2

  private let places: [RowColumn: Range<Int>]
  /// What stands over them.
  private let headings: [RowColumn: Line]

  /// Lays columns out.
  ///
  /// - Parameters:
  ///   - shown: Which, from the left.
  ///   - start: Where the first begins.
  ///   - end: Where the last has to end.
  ///   - longest: The longest values of all rows of the view.
  ///   - sort: The order of the rows, which a sign behind a heading tells; `nil` for one that is no list's.
  init(_ shown: [RowColumn], from start: Int = signs, to end: Int, _ longest: LongestValues, _ sort: RowSort? = nil) {
    let columns = shown.compactMap { column in
      column.column(longest[column], sorted: sort.map { $0.column == column ? $0.sign : "" } ?? "").map { (column, $0) }
    }
    let places = columns.map(\.1).places(from: start, to: end, gap: Self.gap)
    self.places = Dictionary(zip(columns.map(\.0), places)) { first, _ in first }
    headings = Dictionary(columns.map { ($0, $1.heading) }) { first, _ in first }
  }

  /// Where a column stands; empty where there is no room for it.
  subscript(column: RowColumn) -> Range<Int> { places[column] ?? 0..<0 }

  /// Puts the names of the columns on the row.
  func putHeadings(row: Int, column start: Int, on frame: inout Frame) {
    for (column, place) in places {
      let heading = (headings[column] ?? "").shortened(to: place.count)
      frame.put(heading, row: row, column: start + place.lowerBound, style: .header)
    }
  }

}

extension RowColumn {
  /// What a row says in all columns, whole, but for those that are left out.
  static func wholeText(
    of row: Association,
    _ facts: UserFacts,
    _ result: RowResult?,
    without columns: [RowColumn] = []
  ) -> Line {
    let said = shown.filter { !columns.contains($0) }.map { Line($0.text(of: row, facts, result)) }
      // A hyphen stands for nothing.
      .filter { !$0.isEmpty && $0 != "-" }
    return said.joined(separator: "  ")
  }
}
