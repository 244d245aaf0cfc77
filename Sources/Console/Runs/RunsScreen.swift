import FoundationEssentials
import PlainText
import Runs
import Screen

extension RunsScreen {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let (runs, size, geometry) = (console.runs, console.size, console.runsGeometry)
    let columns = RunsColumns(width: size.columns, runs)
    console.drawHeader(on: &frame)
    if geometry.hasRule { console.drawRule(row: 1, on: &frame) }
    drawTitle(console, row: geometry.titleRow, on: &frame)
    columns.putHeadings(row: geometry.headingRow, on: &frame)
    let visible = runs.cursor.visible(count: runs.shown.count, height: geometry.height)
    for (place, index) in visible.enumerated() {
      let line = runs.lines[runs.shown[index]]
      let row = geometry.firstRow + place
      columns.put(line, row: row, on: &frame)
      guard index == runs.cursor.index else { continue }
      frame.put(">", row: row, column: 0, style: .cursor)
      let width = min(DisplayWidth.of(line[.when]), columns.when.count)
      frame.reverse(row: row, column: columns.when.lowerBound, width: width)
    }
    if runs.shown.isEmpty {
      let text = emptyText(runs).shortened(to: max(1, size.columns - columns.when.lowerBound))
      frame.put(text, row: geometry.firstRow, column: columns.when.lowerBound, style: .dim)
    }
    drawCurrent(console, geometry, on: &frame)
    if let note = console.message ?? note(console) { frame.putNote(note, lastRow: geometry.detailRow) }
    frame.putFooter(hints(console))
  }

  /// How many runs there are and are shown, which of them are not finished, and the filter at the end.
  private func drawTitle(_ console: ConsoleState, row: Int, on frame: inout Frame) {
    let (runs, width) = (console.runs, console.size.columns)
    let byStatus = Dictionary(grouping: runs.rows.compactMap(\.status)) { $0 }
    let open: [Line] = RunStatus.allCases.filter(\.isUnsettled).compactMap { status in
      byStatus[status].map { "\($0.count) \(status.rawValue)" }
    }
    let all = runs.rows.count.of("run")
    let count: Line = runs.filter.isEmpty ? all : "\(runs.shown.count) of \(all)"
    let reading: Line = runs.listing == .reading ? "being read" : ""
    let parts = [count, open.joined(separator: ", "), reading].filter { !$0.isEmpty }
    let typed = console.typedFilter?.line.editor
    let title = parts.joined(separator: "   ").shortened(to: width - FilterLine.room(for: typed))
    frame.put(title, row: row, column: 0, style: .heading)
    let room = max(0, width - DisplayWidth.of(title) - 4)
    let filter = FilterLine(runs.filter, typed: typed, columns: room)
    let end = filter.text.isEmpty ? "Esc all rows" : filter.text.endingIn(room)
    let start = width - DisplayWidth.of(end) - (filter.caret == nil ? 0 : 1)
    frame.put(end, row: row, column: start, style: filter.text.isEmpty ? .dim : .prompt)
    guard let caret = filter.caret else { return }
    frame.caret = Position(row: row, column: start + DisplayWidth.of(end) - DisplayWidth.of(filter.text) + caret)
  }

  /// Everything about the run under the cursor, in as many lines as there are for it.
  private func drawCurrent(_ console: ConsoleState, _ geometry: RunGeometry, on frame: inout Frame) {
    guard let run = console.runs.current, let line = console.runs.currentLine else { return }
    let columns = console.size.columns
    var lines: [Line] = []
    for fact in run.facts(line) {
      if let last = lines.last,
        DisplayWidth.of(last) + 2 + DisplayWidth.of(fact) <= columns
          || lines.count == geometry.stateLines + 1
      {
        lines[lines.count - 1] = "\(last)  \(fact)"
      } else {
        lines.append(fact)
      }
    }
    for (place, text) in lines.enumerated() {
      frame.put(text.shortened(to: columns), row: geometry.progressRow + place, column: 0, style: .dim)
    }
  }

  private func emptyText(_ runs: RunsState) -> Line {
    switch runs.listing {
    case .notAsked,
      .reading where runs.rows.isEmpty:
      "The runs are being read."
    case .failed where runs.rows.isEmpty: "The runs could not be read."
    case .listed where runs.rows.isEmpty: "No run has a journal yet."
    default: "No run matches /\(runs.filter.text). Esc clears the filter."
    }
  }

  /// Why the run under the cursor cannot go on from here, or what is left of it, or what was done with it since.
  private func note(_ console: ConsoleState) -> Message? {
    let runs = console.runs
    if case .failed(let why) = runs.listing { return Message(line: why, style: .danger) }
    guard let run = runs.current else { return nil }
    if let problem = run.problem { return Message(line: "\(problem)", style: .danger) }
    guard let contents = run.readContents else { return nil }
    if let foreign = console.foreignness(of: contents.plan) { return .warning(console.sentence(foreign)) }
    if run.isHeld, let (holder, since) = contents.holder {
      return .warning("Process \(holder.processID) on \(holder.host) works on it, since \(since.wholeText).")
    }
    let open = contents.machine.counts.openCount
    let goOn = console.keys.runs.name(of: .goOn)
    if open > 0 { return .warning("\(open.of("entry is", plural: "entries are")) open: \(goOn) goes on.") }
    if run.status == .interrupted {
      return .warning("It was interrupted after its last entry: \(goOn) puts its end on record.")
    }
    let sequel = runs.later.sequel(of: run.id, contents.machine).text(resumed: contents.resumptionText)
    return sequel.isEmpty ? nil : Message(line: "It was \(sequel).", style: .text)
  }

  /// The footer, with what can follow the run under the cursor and was not done yet.
  private func hints(_ console: ConsoleState) -> [KeyHint] {
    let (offer, isInterrupted) = (console.currentOffer, console.runs.current?.status == .interrupted)
    let keys = console.keys.runs
    return keys.bindings.compactMap { binding -> KeyHint? in
      let hint = keys.hint(of: binding)
      return switch (binding.action, offer) {
      case (.goOn, let offer?) where offer.open > 0: hint?.saying("resume \(offer.open)", rank: 0)
      case (.goOn, _?) where isInterrupted: hint
      case (.goOn, let offer?) where offer.failed > 0: hint?.saying("retry \(offer.failed)", rank: 0)
      case (.undo, let offer?) where offer.undoable > 0: hint?.saying("undo \(offer.undoable)", rank: 1)
      case (.goOn, _), (.undo, _): nil
      default: hint
      }
    }
  }
}

extension ConsoleState {
  /// Where the parts of the list of runs stand: two lines are about the run under the cursor.
  var runsGeometry: RunGeometry {
    RunGeometry(size: size, hasRule: isAccountProtected, stateLines: size.rows < 20 ? 0 : 1)
  }

  /// What can follow the run under the cursor here.
  fileprivate var currentOffer: RunOffer? {
    guard let contents = runs.current?.readContents, foreignness(of: contents.plan) == nil else { return nil }
    return RunOffer(contents.machine, after: runs.later.sequel(of: contents.id, contents.machine))
  }
}
