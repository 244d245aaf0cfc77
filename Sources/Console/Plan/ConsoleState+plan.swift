import AWSClientCore
import AppStream
import PlainText
import Runs

/// A plan is made of marks, checked, and left again.
extension ConsoleState {
  /// Freezes the marked rows that are shown, or the row under the cursor where nothing at all is marked.
  mutating func openPlan() -> [Effect] {
    guard areRowsFound() else { return [] }
    _ = closeRange(in: .list)
    guard list.marks.isEmpty else {
      let divided = list.dividedMarks
      let marked = MarkedRows(shown: RowSet(divided.shown), hidden: RowSet(divided.hidden))
      guard !marked.shown.isEmpty else {
        let marks = marked.hidden.count.of("mark is", plural: "marks are")
        message = .warning("No marked row is shown: \(marks) hidden from here.")
        return []
      }
      return openPlan(of: marked)
    }
    let rows = list.key(at: list.cursor.index).map { source(of: .list).rows(of: $0) } ?? []
    guard panes.focus == .rows, !rows.isEmpty else {
      message = .warning("No row is marked: \(keys.rows.name(of: .mark)) marks the row under the cursor.")
      return []
    }
    return openPlan(of: MarkedRows(shown: .few(rows)))
  }

  /// Takes in a check of the plan that is shown; one of an earlier plan says nothing any more.
  mutating func take(_ check: Check, of checked: Plan) -> [Effect] {
    guard var plan, plan.plan == checked, plan.check == nil else { return [] }
    if let identity = check.caller, caller.identity == nil, account == nil || account == identity.account {
      gate.settle(on: identity)
    }
    let step = plan.take(check, in: place)
    self.plan = plan
    refreshPlan()
    switch step {
    case .send(let start):
      return begin(start)
    case .ask(_, let facts) where facts.hasChanged:
      message = .warning("The check was repeated, and something has changed: confirm anew.")
    case .ask, .refuse, .check:
      if message == .unchecked { message = nil }
    }
    return []
  }

  mutating func leavePlan() -> [Effect] {
    plan = nil
    strayText = nil
    message = .done("\(NothingSent.words).")
    return []
  }

  /// Shows a plan and has it checked.
  mutating func open(_ frozen: Plan, _ source: PlanSource) -> [Effect] {
    if let refusal = keptRefusal(of: frozen) {
      message = .warning(refusal)
      return []
    }
    plan = PlanState(frozen, source, rules: context.rules, in: place)
    prompt = nil
    refreshPlan()
    return [.task(.check(frozen))]
  }

  /// Freezes the rows that are planned.
  mutating func openPlan(of marked: MarkedRows) -> [Effect] {
    let frozen = Plan(
      operation: .disassociate,
      entries: marked.planned.associations(in: estate.table),
      target: context.destination.target(of: caller.identity),
      authorship: authorship,
      validity: context.rules.planValidity
    )
    return open(frozen, .marks(marked))
  }

  /// Who makes plans here, and for the reason that is given now.
  var authorship: Plan.Authorship {
    Plan.Authorship(origin: context.origin, reason: reason, created: now.date)
  }

  /// Finds the plan's warnings anew and fits it to the screen, after any change of it.
  mutating func refreshPlan() {
    guard var plan else { return }
    plan.remarks = remarks(on: plan)
    plan.missing = plan.source.marked?.missing(in: source(of: .list)) ?? .none
    plan.warnings = warnings(of: plan)
    plan.measure(UserFacts(estate))
    plan.fit(to: size)
    self.plan = plan
  }
}
