import AppStream
import PlainText
import Screen

extension ConsoleState {
  func drawList(on frame: inout Frame) {
    let geometry = geometry
    drawHeader(on: &frame)
    if geometry.isTwoPane || list.pane == .rows { drawRowsPane(geometry, on: &frame) }
    if geometry.isTwoPane || list.pane == .stacks { drawStacksPane(geometry, on: &frame) }
    drawFrame(geometry, on: &frame)
    drawNotes(geometry, on: &frame)
    frame.putFooter(list.filterBeforePrompt == nil ? listKeys.hints : filterPromptKeys.hints)
  }

  private func drawRowsPane(_ geometry: ListGeometry, on frame: inout Frame) {
    let start = geometry.rowsColumns.lowerBound
    drawRowsTitle(geometry, on: &frame)
    let columns = RowColumns(
      width: geometry.rowsColumns.count,
      hasResults: !list.results.isEmpty,
      isTwoPane: geometry.isTwoPane
    )
    drawHeadings(columns, row: geometry.headingRow, column: start, sorted: " ^", on: &frame)
    let facts = UserFacts(estate)
    let visible = list.rowsCursor.visible(count: list.shown.count, height: geometry.height)
    let rows = visible.map { list.table[list.shown[$0]].identity }
    let names = RowTexts(rows, columns)
    for (line, index) in visible.enumerated() {
      let row = rows[line]
      let isCurrent = index == list.rowsCursor.index
      drawRow(
        RowLine(
          row: row,
          result: list.results[row],
          isCurrent: isCurrent,
          isFocused: list.pane == .rows,
          isMarked: list.marks.contains(row)
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
    for (line, text) in emptyText.wrapped(to: room).prefix(geometry.height).enumerated() {
      frame.put(text, row: geometry.firstRow + line, column: start + RowColumns.signs, style: .dim)
    }
  }

  /// The stack, how many of its rows are shown and marked, and the filter at the end.
  private func drawRowsTitle(_ geometry: ListGeometry, on frame: inout Frame) {
    let range = geometry.rowsColumns
    let row = geometry.titleRow
    let counts = "\(list.shown.count) of \(list.rowCount) shown   \(marksText(hidden: list.hiddenMarkCount))"
    let name = (list.stack?.visible ?? "All stacks")
      .shortened(to: max(10, range.count - counts.count - 23), cut: .middle)
    let title = "\(name)   \(counts)"
    frame.put(title.shortened(to: range.count), row: row, column: range.lowerBound, style: .heading)
    let isPrompting = list.filterBeforePrompt != nil
    let filter = isPrompting || !list.filter.isEmpty ? "/\(list.filter.text.visible)" : ""
    let room = max(0, range.count - DisplayWidth.of(title) - 4)
    let whole = ["by stack", filter].filter { !$0.isEmpty }.joined(separator: "   ")
    let end = DisplayWidth.of(whole) <= room ? whole : filter.endingIn(room)
    let start =
      geometry.isTwoPane
      ? range.lowerBound + DisplayWidth.of(title) + 3 : range.upperBound - DisplayWidth.of(end) - (isPrompting ? 1 : 0)
    frame.put(end, row: row, column: start, style: .prompt)
    if isPrompting { frame.caret = Position(row: row, column: min(size.columns - 1, start + DisplayWidth.of(end))) }
  }

  private func drawFrame(_ geometry: ListGeometry, on frame: inout Frame) {
    guard geometry.hasRules else { return }
    drawRule(row: geometry.topRule, on: &frame)
    drawRule(row: geometry.bottomRule, on: &frame)
    guard geometry.isTwoPane else { return }
    for row in geometry.topRule...geometry.bottomRule {
      frame.put(
        String(vertical),
        row: row,
        column: ListGeometry.stacksWidth,
        style: isAccountProtected ? .protected : .frame
      )
    }
  }

  /// The line on reading, and under it what there is to say about the last key or the row under the cursor.
  private func drawNotes(_ geometry: ListGeometry, on frame: inout Frame) {
    let note = readingNote(isWide: geometry.isTwoPane)
    frame.put(note.shortened(to: size.columns), row: geometry.noteRow, column: 0, style: .dim)
    guard let detail = message ?? cursorNote(geometry) else { return }
    // A sentence that takes several lines may cover others until the next key.
    drawNote(detail, lastRow: geometry.detailRow, on: &frame)
  }
}
