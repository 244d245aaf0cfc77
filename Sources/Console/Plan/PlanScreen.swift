import AppStream
import PlainText
import Runs
import Screen

extension ConsoleState {
  func drawPlan(on frame: inout Frame) {
    guard let plan else { return }
    let geometry = plan.geometry(on: size)
    drawHeader(on: &frame)
    drawRule(
      "PLAN: \(plan.source.relation ?? plan.plan.operation.rawValue)",
      plan.checkText,
      row: 1,
      style: .danger,
      on: &frame
    )
    drawFacts(plan, on: &frame)
    drawEntries(plan, geometry, on: &frame)
    drawWarnings(plan, geometry, on: &frame)
    let status = message ?? Message(text: "nothing has been sent", style: .frame)
    drawRule(status.text, row: geometry.statusRule, style: status.style, on: &frame)
    drawPrompt(plan, row: geometry.promptRow, on: &frame)
    frame.putFooter(plan.hints)
  }

  private func drawEntries(_ plan: PlanState, _ geometry: PlanGeometry, on frame: inout Frame) {
    let visible = plan.scroll.visible(count: plan.lines.count, height: geometry.entriesHeight)
    let numbers = visible.compactMap { index -> Int? in
      if case .entry(let entry) = plan.lines[index] { entry + 1 } else { nil }
    }
    let range = numbers.first.flatMap { first in numbers.last.map { "\(first)-\($0)" } } ?? "0"
    let isWhole = visible.count == plan.lines.count
    let title = "entries \(range) of \(plan.plan.entries.count)"
    drawRule(title, isWhole ? "" : "j/k PgDn", row: PlanGeometry.entriesRule, on: &frame)
    let facts = UserFacts(estate)
    let columns = PlanColumns(width: size.columns)
    let names = visible.map { plan.userName(at: $0)?.visible ?? "" }
      .shortenedApart(to: columns.user.count, cut: .middle)
    for (line, index) in visible.enumerated() {
      let row = line + PlanGeometry.firstEntry
      switch plan.lines[index] {
      case .stack(let share):
        let count = plan.countText(share)
        let start = size.columns - DisplayWidth.of(count)
        frame.put(share.stackName.visible.shortened(to: start - 2, cut: .middle), row: row, column: 0, style: .heading)
        frame.put(count, row: row, column: start)
      case .entry(let entry):
        drawEntry(entry, names[line], of: plan, facts, columns, row: row, on: &frame)
      }
    }
  }

  private func drawEntry(
    _ index: Int,
    _ name: String,
    of plan: PlanState,
    _ facts: UserFacts,
    _ columns: PlanColumns,
    row: Int,
    on frame: inout Frame
  ) {
    let entry = plan.plan.entries[index]
    let text = RowText(entry, facts)
    let isGone = plan.gone.contains(index)
    let style: Style = isGone ? .dim : .text
    let signs =
      (list.people.lookAlikes(of: entry.userName).isEmpty ? "" : "~")
      + (plan.leftAlone.contains(ExactText(entry.userName)) ? "0" : "")
    frame.put(signs, row: row, column: 2, style: .warning)
    frame.put(name, row: row, column: columns.user.lowerBound, style: style)
    frame.put(text.name.shortened(to: columns.name.count), row: row, column: columns.name.lowerBound, style: style)
    let status = isGone ? plan.goneWord : text.status.shortened(to: columns.status.count)
    frame.put(status, row: row, column: columns.status.lowerBound, style: style)
  }

  private func drawWarnings(_ plan: PlanState, _ geometry: PlanGeometry, on frame: inout Frame) {
    let lines = plan.warningLines(columns: size.columns)
    let visible = plan.warningScroll.visible(count: lines.count, height: geometry.warningsHeight)
    let more = visible.count < lines.count ? "n next" : ""
    drawRule(plan.warnings.count.of("warning"), more, row: geometry.warningsRule, on: &frame)
    for (row, index) in visible.enumerated() {
      frame.put(lines[index], row: geometry.firstWarning + row, column: 0, style: .warning)
    }
  }

  private func drawPrompt(_ plan: PlanState, row: Int, on frame: inout Frame) {
    let width = size.columns
    if let obstacle = plan.agreement.obstacle {
      frame.put("\(obstacle.line) Esc leaves.".shortened(to: width), row: row, column: 0, style: .danger)
      return
    }
    // What asks is drawn last: whoever sees it can answer it.
    guard let entry = plan.entry, sight.isSeen else {
      let stacks = plan.figures.stacks.of("stack")
      frame.put("Reading \(stacks) once more; Esc leaves.", row: row, column: 0, style: .prompt)
      return
    }
    drawEntry(entry, row: row, on: &frame)
  }

  /// Draws what is to be typed, and what was typed behind it.
  func drawEntry(_ entry: PhraseEntry, row: Int, on frame: inout Frame) {
    let start = DisplayWidth.of(entry.question)
    frame.put(entry.question.shortened(to: size.columns), row: row, column: 0, style: .prompt)
    let typed = entry.typed.visible.shortened(to: max(0, size.columns - start - 1))
    frame.put(typed, row: row, column: start, style: .prompt)
    frame.caret = Position(row: row, column: min(size.columns - 1, start + DisplayWidth.of(typed)))
  }
}

extension PlanState {
  /// The footer: keys that can do nothing for this plan are left out.
  var hints: [KeyHint] {
    planKeys.bindings.compactMap { binding in
      switch binding.action {
      case .toggleHidden: hidden.isEmpty ? nil : binding.hint
      case .toggleStillPresent: hasStillPresent ? KeyHint("S", "still there") : nil
      default: binding.hint
      }
    }
  }

  /// How many of a stack's people are sent for, beside how many it has: `39 of its 87 people`.
  func countText(_ share: StackShare) -> String {
    let people = share.people.of("person", plural: "people")
    switch (share.size, plan.operation) {
    case (.unknown, _): return people
    case (_, .associate): return "\(people), \(share.size.text) there now"
    case (.exactly(let total), .disassociate): return "\(share.people) of its \(total.of("person", plural: "people"))"
    case (.atLeast, .disassociate): return "\(share.people) of \(share.size.text) people"
    }
  }

  /// What an entry is that need not be sent, in the word of its outcome.
  var goneWord: String { (plan.operation == .disassociate ? Outcome.absent : .present).rawValue }

  /// How far the check is, for the title.
  var checkText: String {
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

/// The columns of a plan's entries.
struct PlanColumns {
  let user: Range<Int>
  let name: Range<Int>
  let status: Range<Int>

  init(width: Int) {
    let statusWidth = width >= 72 ? 19 : 12
    let nameWidth = width >= 72 ? 18 + max(0, width - 80) / 3 : 14
    status = (width - statusWidth)..<width
    name = (status.lowerBound - nameWidth - 2)..<(status.lowerBound - 2)
    user = 5..<(name.lowerBound - 1)
  }
}
