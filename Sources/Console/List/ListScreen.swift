import AppStream
import PlainText
import Screen

extension ListScreen {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let (list, geometry) = (console.list, console.geometry)
    console.drawHeader(on: &frame)
    if geometry.isTwoPane || list.pane == .rows { drawRowsPane(console, geometry, on: &frame) }
    if geometry.isTwoPane || list.pane == .stacks { drawStacksPane(console, geometry, on: &frame) }
    drawFrame(console, geometry, on: &frame)
    drawNotes(console, geometry, on: &frame)
    frame.putFooter(listKeys.hints)
  }

  private func drawRowsPane(_ console: ConsoleState, _ geometry: ListGeometry, on frame: inout Frame) {
    let list = console.list
    let start = geometry.rowsColumns.lowerBound
    drawRowsTitle(console, geometry, on: &frame)
    let columns = console.rowColumns(geometry)
    columns.putHeadings(row: geometry.headingRow, column: start, on: &frame)
    let facts = UserFacts(console.estate)
    let visible = list.rowsCursor.visible(count: list.shown.count, height: geometry.height)
    let ids = visible.map { list.shown[$0] }
    let rows = ids.map { console.estate.table[$0] }
    let names = RowTexts(rows, columns)
    for (line, index) in visible.enumerated() {
      let row = rows[line]
      let isCurrent = index == list.rowsCursor.index
      console.drawRow(
        RowLine(
          row: row,
          result: list.results[ids[line], console.estate.table],
          isCurrent: isCurrent,
          isFocused: list.pane == .rows,
          isMarked: list.marks.contains(ids[line])
        ),
        names[line],
        facts,
        columns,
        row: geometry.firstRow + line,
        column: start,
        on: &frame
      )
    }
    guard visible.isEmpty else { return }
    let room = geometry.rowsColumns.count - RowColumns.signs
    for (line, text) in console.emptyText.wrapped(to: room).prefix(geometry.height).enumerated() {
      frame.put(text, row: geometry.firstRow + line, column: start + RowColumns.signs, style: .dim)
    }
  }

  /// The stack, how many of its rows are shown and marked, and the filter at the end.
  private func drawRowsTitle(_ console: ConsoleState, _ geometry: ListGeometry, on frame: inout Frame) {
    let list = console.list
    let range = geometry.rowsColumns
    let row = geometry.titleRow
    let found: Line =
      console.isLooking
      ? "looking..." : "\(list.shown.count) of \(max(console.rowCount, list.shown.count)) shown"
    let counts: Line = "\(found)   \(console.marksText(hidden: console.isLooking ? 0 : list.hiddenMarkCount))"
    let name = (list.stack.map { Line($0) } ?? "All stacks")
      .shortened(to: max(10, range.count - DisplayWidth.of(counts) - 23), cut: .middle)
    let title: Line = "\(name)   \(counts)"
    frame.put(title.shortened(to: range.count), row: row, column: range.lowerBound, style: .heading)
    let isPrompting = console.isFiltering
    let filter: Line = isPrompting || !list.filter.isEmpty ? "/\(list.filter.text)" : ""
    let room = max(0, range.count - DisplayWidth.of(title) - 4)
    let whole = [sortNote(console, geometry), filter].filter { !$0.isEmpty }.joined(separator: "   ")
    let end = DisplayWidth.of(whole) <= room ? whole : filter.endingIn(room)
    let start =
      geometry.isTwoPane
      ? range.lowerBound + DisplayWidth.of(title) + 3 : range.upperBound - DisplayWidth.of(end) - (isPrompting ? 1 : 0)
    frame.put(end, row: row, column: start, style: .prompt)
    if isPrompting {
      frame.caret = Position(row: row, column: min(console.size.columns - 1, start + DisplayWidth.of(end)))
    }
  }

  /// By which column the rows are sorted, where it is not on the screen for its heading to say so.
  private func sortNote(_ console: ConsoleState, _ geometry: ListGeometry) -> Line {
    let sort = console.list.arranged.view.sort
    return console.rowColumns(geometry)[sort.column].isEmpty ? "by \(sort.column.rawValue)\(sort.sign)" : ""
  }

  private func drawFrame(_ console: ConsoleState, _ geometry: ListGeometry, on frame: inout Frame) {
    guard geometry.hasRules else { return }
    console.drawRule(row: geometry.topRule, on: &frame)
    console.drawRule(row: geometry.bottomRule, on: &frame)
    guard geometry.isTwoPane else { return }
    for row in geometry.topRule...geometry.bottomRule {
      frame.put(
        Line(String(console.vertical)),
        row: row,
        column: ListGeometry.stacksWidth,
        style: console.isAccountProtected ? .protected : .frame
      )
    }
  }

  /// The line on reading, and under it what there is to say about the last key or the row under the cursor.
  private func drawNotes(_ console: ConsoleState, _ geometry: ListGeometry, on frame: inout Frame) {
    let note = console.readingNote(isWide: geometry.isTwoPane)
    frame.put(note.shortened(to: console.size.columns), row: geometry.noteRow, column: 0, style: .dim)
    guard let detail = console.message ?? console.cursorNote(geometry) else { return }
    // A sentence that takes several lines may cover others until the next key.
    frame.putNote(detail, lastRow: geometry.detailRow)
  }
}
