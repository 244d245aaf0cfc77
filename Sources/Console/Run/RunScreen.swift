import AppStream
import PlainText
import Runs
import Screen

extension RunState {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let geometry = console.runGeometry
    console.drawHeader(on: &frame)
    if geometry.hasRule { console.drawRule(row: 1, on: &frame) }
    drawTitle(console, geometry, on: &frame)
    let columns = RowColumns(RowColumn.shown, to: console.size.columns, rows.arranged.longest, rows.arranged.view.sort)
    let area = RowArea(
      headingRow: geometry.headingRow,
      height: geometry.height,
      columns: 0..<console.size.columns
    )
    let isHere = console.foreignness(of: machine.plan) == nil
    console.drawRows(of: .run, columns, area, isHere: isHere, on: &frame)
    if rows.count == 0 {
      let text: Line =
        console.isLooking(in: .run) ? "The rows are being looked for." : "No row matches /\(rows.filter.text)"
      frame.put(text.shortened(to: console.size.columns - 4), row: geometry.firstRow, column: 4, style: .dim)
    }
    drawStatus(console, geometry, on: &frame)
    frame.putFooter(hints(console.keys.run))
  }

  /// Which run it is, which of its rows are on the screen, how many are marked, and the filter at the end.
  private func drawTitle(_ console: ConsoleState, _ geometry: RunGeometry, on frame: inout Frame) {
    let (width, row) = (console.size.columns, geometry.titleRow)
    let visible = rows.cursor.visible(count: rows.count, height: geometry.height)
    let name: Line = id.map { "run \($0)" } ?? "run starting"
    let isWhole = rows.count == machine.entries.count
    let place: Line = "rows \(visible.lowerBound + 1)-\(visible.upperBound) of \(rows.count)"
    let lines: Line = isWhole ? place : "\(rows.count) of \(machine.entries.count) rows"
    let whole = [name, lines, console.marksText(of: rows)].joined(separator: "   ")
    let typed = console.typedFilter?.line.editor
    let title = whole.shortened(to: width - FilterLine.room(for: typed))
    frame.put(title, row: row, column: 0, style: .heading)
    let room = max(0, width - DisplayWidth.of(title) - 4)
    let filter = FilterLine(rows.filter, typed: typed, columns: room)
    let end = filter.text.isEmpty ? "all" : filter.text(in: room)
    let start = width - DisplayWidth.of(end) - (filter.caret == nil ? 0 : 1)
    frame.put(end, row: row, column: start, style: filter.text.isEmpty ? .dim : .prompt)
    guard let caret = filter.caret else { return }
    frame.caret = Position(row: row, column: start + DisplayWidth.of(end) - DisplayWidth.of(filter.text) + caret)
  }

  private func drawStatus(_ console: ConsoleState, _ geometry: RunGeometry, on frame: inout Frame) {
    let width = console.size.columns
    let progress = isLive ? progressText(columns: width) : summaryText(columns: width)
    frame.put(progress.shortened(to: width), row: geometry.progressRow, column: 0, style: .heading)
    let state = stateLines(columns: width, console.stateText(of: self))
    for (index, line) in state.enumerated() {
      frame.put(
        line,
        row: geometry.progressRow + 1 + index,
        column: 0,
        style: isLive && pauseCause == nil ? .text : .warning
      )
    }
    frame.putNote(console.message ?? note(console), lastRow: geometry.detailRow)
  }

  /// The lines under the counts that say how the run goes, or what there is to know of it afterwards.
  ///
  /// What to do about a pause must be readable as a whole for as long as it lasts; how fast it goes has one line, so
  /// that the rows above it stand still.
  func stateLines(columns: Int, _ text: Line) -> [Line] {
    if isLive, pauseCause == nil { return [text.shortened(to: columns)] }
    guard !text.isEmpty else { return [] }
    let lines = text.wrapped(to: columns)
    guard pauseCause == nil, lines.count > 2 else { return lines }
    return [lines[0], lines.dropFirst().joined(separator: " ").shortened(to: columns)]
  }

  /// The range that is open, or the cursor's row, with what went wrong with it.
  private func note(_ console: ConsoleState) -> Message {
    if let note = console.rangeNote(in: .run) { return note }
    guard let entry = rows.current.map({ machine.entries[$0.index] }) else { return Message(line: "", style: .text) }
    let (width, association) = (console.size.columns, entry.association)
    if entry.outcome?.isDone == false,
      let explanation = RowResult(entry).explanation(readAt: failedReads[association.stackName])
    {
      let whole: Line = "\(association.userName)  \(association.stackName)  \(explanation)"
      return Message(line: whole.shortened(to: width), style: .danger)
    }
    var whole = RowColumn.wholeText(of: association, UserFacts(estate), RowResult(entry))
    if case .answered = entry.state { whole += ", not read back yet" }
    return Message(line: whole.shortened(to: width), style: .text)
  }
}

/// Where the parts of a run stand on a screen.
struct RunGeometry: Sendable, Equatable {
  let size: Size
  /// Whether a line stands over the run, as around everything of a protected account.
  let hasRule: Bool
  /// How many lines there are between the counts and the cursor's row.
  var stateLines = 0

  var titleRow: Int { hasRule ? 2 : 1 }
  var headingRow: Int { titleRow + 1 }
  var firstRow: Int { titleRow + 2 }
  var progressRow: Int { detailRow - 1 - stateLines }
  var detailRow: Int { size.rows - 2 }
  var height: Int { max(1, progressRow - firstRow) }
}
