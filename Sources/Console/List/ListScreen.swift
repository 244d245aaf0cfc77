import AppStream
import PlainText
import Screen

extension ListScreen {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let geometry = console.geometry
    console.drawHeader(on: &frame)
    if geometry.isTwoPane || console.panes.focus == .rows { drawRowsPane(console, geometry, on: &frame) }
    if geometry.isTwoPane || console.panes.focus == .stacks { drawStacksPane(console, geometry, on: &frame) }
    drawFrame(console, geometry, on: &frame)
    drawNotes(console, geometry, on: &frame)
    frame.putFooter(console.keys.list.hints)
  }

  private func drawRowsPane(_ console: ConsoleState, _ geometry: ListGeometry, on frame: inout Frame) {
    let start = geometry.rowsColumns.lowerBound
    drawRowsTitle(console, geometry, on: &frame)
    let area = RowArea(
      headingRow: geometry.headingRow,
      height: geometry.height,
      columns: geometry.rowsColumns,
      isFocused: console.panes.focus == .rows
    )
    if console.list.arranged.people == nil {
      console.drawRows(of: .list, console.rowColumns(geometry), area, on: &frame)
    } else {
      console.drawPeople(area, on: &frame)
    }
    guard console.list.count == 0 else { return }
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
    let found = console.isLooking ? "looking..." : console.countText
    let counts: Line = "\(found)   \(console.listMarksText)\(console.keptText)"
    let name = (list.view.isByPerson ? "All people" : list.stack.map { Line($0) } ?? "All stacks")
      .shortened(to: max(10, range.count - DisplayWidth.of(counts) - 23), cut: .middle)
    let typed = console.typedFilter?.line.editor
    let whole: Line = "\(name)   \(counts)"
    let title = whole.shortened(to: range.count - FilterLine.room(for: typed))
    frame.put(title, row: row, column: range.lowerBound, style: .heading)
    let room = max(0, range.count - DisplayWidth.of(title) - 4)
    let filter = FilterLine(list.filter, typed: typed, columns: room)
    let both = [sortNote(console, geometry), filter.text].filter { !$0.isEmpty }.joined(separator: "   ")
    let end = DisplayWidth.of(both) <= room ? both : filter.text(in: room)
    let start =
      geometry.isTwoPane
      ? range.lowerBound + DisplayWidth.of(title) + 3
      : range.upperBound - DisplayWidth.of(end) - (filter.caret == nil ? 0 : 1)
    frame.put(end, row: row, column: start, style: .prompt)
    guard let caret = filter.caret else { return }
    frame.caret = Position(row: row, column: start + DisplayWidth.of(end) - DisplayWidth.of(filter.text) + caret)
  }

  /// By which column the rows are sorted, where it is not on the screen for its heading to say so.
  private func sortNote(_ console: ConsoleState, _ geometry: ListGeometry) -> Line {
    let view = console.list.arranged.view
    if view.isByPerson { return console.peopleSortNote(geometry.rowsColumns.count) }
    return console.rowColumns(geometry)[view.sort.column].isEmpty
      ? "by \(view.sort.column.rawValue)\(view.sort.sign)" : ""
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
