import AppStream
import PlainText
import Runs
import Screen

extension RunState {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let geometry = console.runGeometry
    let visible = cursor.visible(count: machine.entries.count, height: geometry.height)
    console.drawHeader(on: &frame)
    if geometry.hasRule { console.drawRule(row: 1, on: &frame) }
    drawTitle(console, visible, row: geometry.titleRow, on: &frame)
    let columns = RowColumns(RowColumn.shown, to: console.size.columns, longest)
    columns.putHeadings(row: geometry.headingRow, column: 0, on: &frame)
    let isHere = console.foreignness(of: machine.plan) == nil
    let facts = UserFacts(isHere ? console.estate : Estate())
    let names = RowTexts(visible.map { machine.entries[$0].association }, columns)
    for (row, index) in visible.enumerated() {
      let entry = machine.entries[index]
      let line = RowLine(
        row: entry.association,
        result: RowResult(entry),
        isCurrent: index == cursor.index,
        isFocused: true,
        isMarked: isMarked(entry, in: console),
        isHere: isHere
      )
      console.drawRow(line, names[row], facts, columns, row: geometry.firstRow + row, column: 0, on: &frame)
    }
    drawStatus(console, geometry, on: &frame)
    frame.putFooter(hints(columns: console.size.columns))
  }

  private func drawTitle(_ console: ConsoleState, _ visible: Range<Int>, row: Int, on frame: inout Frame) {
    let name: Line = id.map { "run \($0)" } ?? "run starting"
    let rows: Line = "rows \(visible.lowerBound + 1)-\(visible.upperBound) of \(machine.entries.count)"
    let marks = console.marksText(hidden: console.list.marks.count - markCount, besides: chosen.count)
    let title = [name, rows, marks].joined(separator: "   ")
    frame.put(title, row: row, column: 0, style: .heading)
    guard !isLive else { return }
    let back: Line = console.areRunsOpen ? "Esc all runs" : "Esc all rows"
    // The footer has the key too, so it gives way to what is marked.
    guard DisplayWidth.of(title) + 3 + DisplayWidth.of(back) <= console.size.columns else { return }
    frame.put(back, row: row, column: console.size.columns - DisplayWidth.of(back), style: .dim)
  }

  private func drawStatus(_ console: ConsoleState, _ geometry: RunGeometry, on frame: inout Frame) {
    let width = console.size.columns
    let progress = isLive ? progressText(columns: width) : summaryText
    frame.put(progress.shortened(to: width), row: geometry.progressRow, column: 0, style: .heading)
    frame.putNote(console.message ?? note(console), lastRow: geometry.detailRow)
  }

  /// The whole message of the cursor's row, or how the run goes.
  private func note(_ console: ConsoleState) -> Message {
    let entry = machine.entries[cursor.index]
    if pauseCause == nil, entry.outcome?.isDone == false,
      let explanation = RowResult(entry).explanation(readAt: failedReads[entry.association.stackName])
    {
      return Message(line: explanation.shortened(to: console.size.columns), style: .danger)
    }
    guard !isLive else {
      return Message(line: paceText(loginCommand: console.context.destination.loginCommand), style: .text)
    }
    return Message(line: (remarks + [sequelText]).joined(separator: " "), style: .warning)
  }
}

/// Where the parts of a run stand on a screen.
struct RunGeometry: Sendable, Equatable {
  let size: Size
  /// Whether a line stands over the run, as around everything of a protected account.
  let hasRule: Bool
  /// How many lines there are under the counts.
  var noteLines = 1

  var titleRow: Int { hasRule ? 2 : 1 }
  var headingRow: Int { titleRow + 1 }
  var firstRow: Int { titleRow + 2 }
  var progressRow: Int { detailRow - max(1, noteLines) }
  var detailRow: Int { size.rows - 2 }
  var height: Int { max(1, progressRow - firstRow) }
}
