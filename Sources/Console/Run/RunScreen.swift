import AppStream
import PlainText
import Runs
import Screen

extension ConsoleState {
  func drawRun(on frame: inout Frame) {
    guard let run else { return }
    let geometry = runGeometry
    let visible = run.cursor.visible(count: run.machine.entries.count, height: geometry.height)
    drawHeader(on: &frame)
    if geometry.hasRule { drawRule(row: 1, on: &frame) }
    drawRunTitle(run, visible, row: geometry.titleRow, on: &frame)
    let columns = RowColumns(width: size.columns, hasResults: true, isTwoPane: false)
    drawHeadings(columns, row: geometry.headingRow, column: 0, on: &frame)
    let isHere = foreignness(of: run.machine.plan) == nil
    let facts = UserFacts(isHere ? estate : Estate())
    let names = RowTexts(visible.map { run.machine.entries[$0].association }, columns)
    for (row, index) in visible.enumerated() {
      let entry = run.machine.entries[index]
      let line = RowLine(
        row: entry.association,
        result: RowResult(entry),
        isCurrent: index == run.cursor.index,
        isFocused: true,
        isMarked: isMarked(entry, in: run),
        isHere: isHere
      )
      drawRow(line, names[row], facts, columns, row: geometry.firstRow + row, column: 0, on: &frame)
    }
    drawRunStatus(run, geometry, on: &frame)
    frame.putFooter(runHints(run))
  }

  private func drawRunTitle(_ run: RunState, _ visible: Range<Int>, row: Int, on frame: inout Frame) {
    let name = run.id.map { "run \($0)" } ?? "run starting"
    let rows = "rows \(visible.lowerBound + 1)-\(visible.upperBound) of \(run.machine.entries.count)"
    let marks = marksText(hidden: list.marks.count - run.markCount, besides: run.chosen.count)
    let title = [name, rows, marks].joined(separator: "   ")
    frame.put(title, row: row, column: 0, style: .heading)
    guard !run.isLive else { return }
    let back = runs.isOpen ? "Esc all runs" : "Esc all rows"
    frame.put(back, row: row, column: size.columns - back.count, style: .dim)
  }

  private func drawRunStatus(_ run: RunState, _ geometry: RunGeometry, on frame: inout Frame) {
    let width = size.columns
    let progress = run.isLive ? run.progressText(columns: width) : run.summaryText
    frame.put(progress.shortened(to: width), row: geometry.progressRow, column: 0, style: .heading)
    drawNote(message ?? runNote(run), lastRow: geometry.detailRow, on: &frame)
  }

  /// The whole message of the cursor's row, or how the run goes.
  private func runNote(_ run: RunState) -> Message {
    let entry = run.machine.entries[run.cursor.index]
    if run.pauseCause == nil, entry.outcome?.isDone == false,
      let explanation = RowResult(entry).explanation(readAt: run.failedReads[entry.association.stackName])?.visible
    {
      return Message(text: explanation.shortened(to: size.columns), style: .danger)
    }
    guard !run.isLive else {
      return Message(text: run.paceText(loginCommand: context.destination.loginCommand), style: .text)
    }
    return Message(text: (run.remarks + [run.sequelText]).joined(separator: " "), style: .warning)
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
