import AWSClientCore
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
    let facts = UserFacts(estate)
    for (row, index) in visible.enumerated() {
      let entry = run.machine.entries[index]
      let line = RowLine(
        row: entry.association,
        result: RowResult(entry),
        isCurrent: index == run.cursor.index,
        isFocused: true
      )
      drawRow(line, facts, columns, row: geometry.firstRow + row, column: 0, on: &frame)
    }
    drawRunStatus(run, geometry, on: &frame)
    let unused: RunAction = run.machine.isFinished ? .stop : .back
    frame.putFooter(KeyTable<RunAction>(runKeys.bindings.filter { $0.action != unused }).hints)
  }

  private func drawRunTitle(_ run: RunState, _ visible: Range<Int>, row: Int, on frame: inout Frame) {
    let name = run.id.map { "run \($0)" } ?? "run starting"
    let rows = "rows \(visible.lowerBound + 1)-\(visible.upperBound) of \(run.machine.entries.count)"
    let title = [name, rows, marksText(hidden: list.marks.count - run.markCount)].joined(separator: "   ")
    frame.put(title, row: row, column: 0, style: .heading)
    guard run.machine.isFinished else { return }
    let back = "Esc all rows"
    frame.put(back, row: row, column: size.columns - back.count, style: .dim)
  }

  private func drawRunStatus(_ run: RunState, _ geometry: RunGeometry, on frame: inout Frame) {
    let width = size.columns
    let isFinished = run.machine.isFinished
    let progress = isFinished ? run.summaryText : run.progressText(columns: width)
    frame.put(progress.shortened(to: width), row: geometry.progressRow, column: 0, style: .heading)
    let entry = run.machine.entries[run.cursor.index]
    let explanation = RowResult(entry).explanation?.visible
    let (text, style): (String, Style) =
      if let message {
        (message.text, message.style)
      } else if let explanation, entry.outcome?.isDone == false {
        (explanation, .danger)
      } else {
        (isFinished ? "" : run.paceText, .text)
      }
    frame.put(text.shortened(to: width), row: geometry.detailRow, column: 0, style: style)
  }
}
