import AppStream
import PlainText
import Runs
import Screen

/// Where rows stand on a screen, under their headings.
struct RowArea {
  let headingRow: Int
  /// How many rows there are.
  let height: Int
  /// The columns of the screen that they may take.
  let columns: Range<Int>
  /// Whether keys go to them.
  var isFocused = true

  var firstRow: Int { headingRow + 1 }
}

extension ConsoleState {
  /// Draws the rows of a list that are on the screen, under their headings.
  ///
  /// - Parameter isHere: Whether they belong to the account that is shown.
  func drawRows(
    of place: RowPlace,
    _ columns: RowColumns,
    _ area: RowArea,
    isHere: Bool = true,
    on frame: inout Frame
  ) {
    let (list, source) = (self[rows: place], source(of: place))
    let start = area.columns.lowerBound
    columns.putHeadings(row: area.headingRow, column: start, on: &frame)
    let facts = UserFacts(source.estate)
    let visible = list.cursor.visible(count: list.count, height: area.height)
    let ids = visible.map { list.shown[$0] }
    let rows = ids.map { source.estate.table[$0] }
    let names = RowTexts(rows, columns)
    let range = list.openRange
    for (line, index) in visible.enumerated() {
      drawRow(
        RowLine(
          row: rows[line],
          result: source.results[ids[line], source.estate.table],
          isCurrent: index == list.cursor.index,
          isFocused: area.isFocused,
          isMarked: list.marks.contains(ids[line]),
          isKept: keptName(of: .row(ids[line]), in: place) != nil,
          isInRange: range?.contains(index) ?? false,
          isHere: isHere
        ),
        names[line],
        facts,
        columns,
        row: area.firstRow + line,
        column: start,
        on: &frame
      )
    }
  }
}
