import Algorithms
import PlainText
import Screen

/// A table for people: columns as wide as their widest cell, two blanks apart.
struct TextTable {
  /// What a column is in a table.
  struct Heading {
    var text: Line
    /// Which columns give way before this one does: those of a higher rank (``Column``).
    var rank: Int
    /// Narrower than that it is left out.
    var least: Int
    /// Whether its cells tell rows apart: then none is cut where two would look alike.
    var tellsApart = false
    /// Whether all others are cut before it is left out, as one whose cells tell rows apart is in any case.
    var isEssential = false
  }

  private static let gap = 2

  private let headings: [Heading]
  private let rows: AnyRandomAccessCollection<[Line]>

  /// A table of `rows`, each of which is made twice or three times: for the widths, and for its line.
  init(_ headings: [Heading], _ rows: some RandomAccessCollection<[Line]>) {
    self.headings = headings
    let repertoire = OutputRepertoire.current
    self.rows = AnyRandomAccessCollection(rows.lazy.map { $0.map { Line(repertoire.spelling($0.text)) } })
  }

  /// The table in lines of at most `width` columns; `nil` for as many as it takes.
  ///
  /// Names that would look alike stay whole, and their lines are longer then.
  func text(in width: Int?) -> String {
    var text = ""
    write(in: width) { text += $0 }
    return text
  }

  /// Gives `take` the lines of ``text(in:)``.
  func write<Failure>(in width: Int?, _ take: (String) throws(Failure) -> Void) throws(Failure) {
    var widths = headings.map { DisplayWidth.of($0.text) }
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
    }
    let natural = widths
    if let width { widths = fitted(widths, to: width) }
    let whole = headings.indices.map { column in
      let isCut = widths[column] > 0 && widths[column] < natural[column]
      return isCut && headings[column].tellsApart ? ambiguous(column, cutTo: widths[column]) : []
    }
    try take(line(headings.map(\.text), widths, whole))
    for row in rows { try take(line(row, widths, whole)) }
  }

  /// One name that is far longer than the others is not to cost all other columns their room, so none takes more than
  /// half of it before the others have theirs.
  private func fitted(_ natural: [Int], to room: Int) -> [Int] {
    func taken(_ widths: [Int]) -> Int {
      widths.reduce(0, +) + Self.gap * max(0, widths.count { $0 > 0 } - 1)
    }
    guard taken(natural) > room else { return natural }
    let columns = zip(headings, natural).map { heading, width in
      let most = heading.tellsApart ? max(heading.least, room / 2) : width
      return Column(
        heading: heading.text,
        width: min(width, most),
        least: heading.least,
        rank: heading.rank,
        isEssential: heading.isEssential || heading.tellsApart
      )
    }
    var widths = columns.widths(in: room, gap: Self.gap)
    for index in headings.indices.sorted(by: { headings[$0].rank < headings[$1].rank }) where widths[index] > 0 {
      widths[index] += min(natural[index] - widths[index], max(0, room - taken(widths)))
    }
    return widths
  }

  /// The cells of a column that look like another one where they are cut to `width`.
  private func ambiguous(_ column: Int, cutTo width: Int) -> Set<Line> {
    let cells = Set(rows.map { $0[column] })
    let alike = Dictionary(grouping: cells) { $0.shortened(to: width, cut: cut(column)) }
    return Set(alike.values.lazy.filter { $0.count > 1 }.joined())
  }

  private func cut(_ column: Int) -> Cut { headings[column].tellsApart ? .middle : .end }

  private func line(_ cells: [Line], _ widths: [Int], _ whole: [Set<Line>]) -> String {
    var line = ""
    for column in cells.indices where widths[column] > 0 {
      let (cell, width) = (cells[column], widths[column])
      let taken = DisplayWidth.of(cell)
      if !line.isEmpty { line += String(repeating: " ", count: Self.gap) }
      // What fits stays as it is, to be copied from here.
      guard taken > width, !whole[column].contains(cell) else {
        line += cell.text
        line += String(repeating: " ", count: max(0, width - taken))
        continue
      }
      line += cell.fitted(to: width, cut: cut(column)).text
    }
    return line.trimmingSuffix { $0 == " " } + "\n"
  }
}
