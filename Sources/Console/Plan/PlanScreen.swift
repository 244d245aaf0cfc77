import AppStream
import PlainText
import Runs
import Screen

extension PlanState {
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let geometry = geometry(on: console.size)
    console.drawHeader(on: &frame)
    console.drawRule(source.relation ?? "REMOVE", checkText, row: 1, style: .danger, on: &frame)
    drawFacts(console, on: &frame)
    drawEntries(console, geometry, on: &frame)
    drawWarnings(console, geometry, on: &frame)
    let status = console.message ?? Message(line: "nothing has been sent", style: .frame)
    console.drawRule(status.line, row: geometry.statusRule, style: status.style, on: &frame)
    drawPrompt(console, row: geometry.promptRow, on: &frame)
    frame.putFooter(hints(console.keys.plan))
  }

  /// How many columns the signs beside an entry take, and the blanks around them.
  private static let signs = 5

  private func drawEntries(_ console: ConsoleState, _ geometry: PlanGeometry, on frame: inout Frame) {
    let width = console.size.columns
    let visible = scroll.visible(count: lines.count, height: geometry.entriesHeight)
    let numbers = visible.compactMap { index -> Int? in
      if case .entry(let entry) = lines[index] { entry + 1 } else { nil }
    }
    let range = numbers.first.flatMap { first in numbers.last.map { "\(first)-\($0)" } } ?? "0"
    let isWhole = visible.count == lines.count
    let title: Line = "entries \(range) of \(plan.entries.count)"
    console.drawRule(title, isWhole ? "" : console.keys.movement.scrollText, row: PlanGeometry.entriesRule, on: &frame)
    let columns = RowColumns(RowColumn.planned, from: Self.signs, to: width, longest)
    let names = visible.map { Line(userName(at: $0) ?? "") }.shortenedApart(to: columns[.user].count, cut: .middle)
    for (line, index) in visible.enumerated() {
      let row = line + PlanGeometry.firstEntry
      switch lines[index] {
      case .stack(let share):
        let count = countText(share)
        let start = width - DisplayWidth.of(count)
        frame.put(Line(share.stackName).shortened(to: start - 2, cut: .middle), row: row, column: 0, style: .heading)
        frame.put(count, row: row, column: start)
      case .entry(let entry):
        drawEntry(entry, names[line], console, columns, row: row, on: &frame)
      }
    }
  }

  private func drawEntry(
    _ index: Int,
    _ name: Line,
    _ console: ConsoleState,
    _ columns: RowColumns,
    row: Int,
    on frame: inout Frame
  ) {
    let entry = plan.entries[index]
    let facts = UserFacts(console.estate)
    let isGone = gone.contains(index)
    let style: Style = isGone ? .removed : .text
    let signs: Line =
      (console.lookAlikes(of: entry.userName).isEmpty ? "" : "~")
      + (leftAlone.contains(ExactText(entry.userName)) ? "0" : "")
    frame.put(signs, row: row, column: 2, style: .warning)
    frame.put(name, row: row, column: columns[.user].lowerBound, style: style)
    for column in RowColumn.planned.dropFirst() {
      let place = columns[column]
      let text = column == .status && isGone ? goneWord : column.text(of: entry, facts, nil, columns: place.count)
      frame.put(text.shortened(to: place.count), row: row, column: place.lowerBound, style: style)
    }
  }

  private func drawWarnings(_ console: ConsoleState, _ geometry: PlanGeometry, on frame: inout Frame) {
    let lines = warnings.lines(columns: console.size.columns)
    let visible = warningScroll.visible(count: lines.count, height: geometry.warningsHeight)
    let more: Line = visible.count < lines.count ? "\(console.keys.plan.name(of: .nextWarning)) next" : ""
    console.drawRule(warnings.count.of("warning"), more, row: geometry.warningsRule, on: &frame)
    for (row, index) in visible.enumerated() {
      frame.put(lines[index], row: geometry.firstWarning + row, column: 0, style: .warning)
    }
  }

  private func drawPrompt(_ console: ConsoleState, row: Int, on frame: inout Frame) {
    if let obstacle = agreement.obstacle {
      let text = (obstacle.line(console.keys.plan) + " Esc leaves.").shortened(to: console.size.columns)
      frame.put(text, row: row, column: 0, style: .danger)
      return
    }
    // What asks is drawn last: whoever sees it can answer it.
    guard let entry, console.sight.isSeen else {
      let stacks = figures.stacks.of("stack")
      frame.put("Reading \(stacks) once more; Esc leaves.", row: row, column: 0, style: .prompt)
      return
    }
    frame.put(entry, row: row)
  }
}

extension PlanState {
  /// The footer: keys that can do nothing for this plan are left out.
  func hints(_ keys: KeyTable<PlanAction>) -> [KeyHint] {
    keys.bindings.compactMap { binding in
      switch binding.action {
      case .toggleHidden: hidden.isEmpty ? nil : keys.hint(of: binding)
      case .toggleOthers:
        missing.isEmpty && source.marked?.others.isEmpty != false ? nil : keys.hint(of: binding)
      case .toggleStillPresent: hasStillPresent ? keys.hint(of: binding) : nil
      default: keys.hint(of: binding)
      }
    }
  }

  /// How many of a stack's people are sent for, beside how many it has: `39 of its 87 people`.
  func countText(_ share: StackShare) -> Line {
    let people = share.people.of("person", plural: "people")
    switch (share.size, plan.operation) {
    case (.unknown, _): return people
    case (_, .associate): return "\(people), \(share.size.text) there now"
    case (.exactly(let total), .disassociate): return "\(share.people) of its \(total.of("person", plural: "people"))"
    case (.atLeast, .disassociate): return "\(share.people) of \(share.size.text) people"
    }
  }

  /// What an entry is that need not be sent, in the word of its outcome.
  var goneWord: Line { Line((plan.operation == .disassociate ? Outcome.absent : .present).rawValue) }

  /// How far the check is, for the title.
  var checkText: Line {
    guard let check else { return "checking" }
    return check.failure == nil ? "checked \(check.time.secondText)" : "check failed \(check.time.secondText)"
  }
}

extension PlanState {
  /// The user of an entry's line; `nil` for a stack's.
  fileprivate func userName(at line: Int) -> String? {
    switch lines[line] {
    case .stack: nil
    case .entry(let index): plan.entries[index].userName
    }
  }
}
