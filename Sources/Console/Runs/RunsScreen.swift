import FoundationEssentials
import PlainText
import Runs
import Screen

extension RunsScreen {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let (runs, size, geometry) = (console.runs, console.size, console.runGeometry)
    let columns = RunsColumns(width: size.columns, runs.longest)
    console.drawHeader(on: &frame)
    if geometry.hasRule { console.drawRule(row: 1, on: &frame) }
    drawTitle(console, row: geometry.titleRow, on: &frame)
    columns.putHeadings(row: geometry.headingRow, on: &frame)
    let visible = runs.cursor.visible(count: runs.rows.count, height: geometry.height)
    for (line, index) in visible.enumerated() {
      let text = RunLine(runs.rows[index], console)
      let isCurrent = index == runs.cursor.index
      let row = geometry.firstRow + line
      columns.put(text, row: row, on: &frame)
      guard isCurrent else { continue }
      frame.put(">", row: row, column: 0, style: .cursor)
      frame.reverse(row: row, column: columns.id.lowerBound, width: min(DisplayWidth.of(text.id), columns.id.count))
    }
    if runs.rows.isEmpty {
      frame.put(emptyText(runs.listing), row: geometry.firstRow, column: columns.id.lowerBound, style: .dim)
    }
    if let current = runs.current {
      let facts = current.factsText.shortened(to: size.columns)
      frame.put(facts, row: geometry.progressRow, column: 0, style: .dim)
    }
    if let note = console.message ?? note(console) { frame.putNote(note, lastRow: geometry.detailRow) }
    frame.putFooter(console.keys.runs.hints)
  }

  private func drawTitle(_ console: ConsoleState, row: Int, on frame: inout Frame) {
    let runs = console.runs
    let byStatus = Dictionary(grouping: runs.rows.compactMap(\.status)) { $0 }
    let open: [Line] = RunStatus.allCases.filter(\.isUnsettled).compactMap { status in
      byStatus[status].map { "\($0.count) \(status.rawValue)" }
    }
    let reading: Line = runs.listing == .reading ? "being read" : ""
    let title = [runs.rows.count.of("run"), open.joined(separator: ", "), reading].filter { !$0.isEmpty }
    frame.put(title.joined(separator: "   "), row: row, column: 0, style: .heading)
    let back: Line = "Esc all rows"
    frame.put(back, row: row, column: console.size.columns - DisplayWidth.of(back), style: .dim)
  }

  private func emptyText(_ listing: RunsState.Listing) -> Line {
    switch listing {
    case .notAsked, .reading: "The runs are being read."
    case .listed: "No run has a journal yet."
    case .failed: "The runs could not be read."
    }
  }

  /// Why the run under the cursor cannot go on from here, or what is left of it.
  private func note(_ console: ConsoleState) -> Message? {
    let runs = console.runs
    if case .failed(let why) = runs.listing { return Message(line: why, style: .danger) }
    guard let run = runs.current else { return nil }
    if let problem = run.problem { return Message(line: "\(problem)", style: .danger) }
    guard let contents = run.readContents else { return nil }
    if let foreign = console.foreignness(of: contents.plan) { return .warning(foreign.sentence) }
    if run.isHeld, let (holder, since) = contents.holder {
      return .warning("Process \(holder.processID) on \(holder.host) works on it, since \(since.wholeText).")
    }
    let open = contents.machine.counts.openCount
    let goOn = console.keys.runs.name(of: .goOn)
    if open > 0 { return .warning("\(open == 1 ? "1 entry is" : "\(open) entries are") open: \(goOn) goes on.") }
    if run.status == .interrupted {
      return .warning("It was cut off after its last entry: \(goOn) puts its end on record.")
    }
    let sequel = runs.later.sequel(of: run.id, contents.machine).text(resumed: contents.resumptionText)
    return sequel.isEmpty ? nil : Message(line: "It was \(sequel).", style: .text)
  }
}
