import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// A plan is made of marks, checked, and left again.
extension ConsoleState {
  /// Freezes the marked rows that are shown, or the row under the cursor where nothing at all is marked.
  mutating func openPlan(at moment: Date) -> [Effect] {
    guard list.marks.isEmpty else {
      let (shown, hidden) = list.dividedMarks
      guard !shown.isEmpty else {
        let marks = hidden.count == 1 ? "1 mark is" : "\(hidden.count) marks are"
        message = .warning("No marked row is shown: \(marks) hidden from here.")
        return []
      }
      return openPlan(of: shown, hidden: hidden, includesHidden: false, at: moment)
    }
    guard list.pane == .rows, let row = list.currentRow else {
      message = .warning("No row is marked: Space marks the row under the cursor.")
      return []
    }
    return openPlan(of: [row], hidden: [], includesHidden: false, at: moment)
  }

  /// Plans anew, with the hidden marks or without.
  mutating func toggleHidden(at moment: Date) -> [Effect] {
    guard let plan, !plan.hidden.isEmpty else {
      message = .warning("No hidden row is marked.")
      return []
    }
    let includesHidden = !plan.includesHidden
    let entries =
      includesHidden ? plan.hidden.union(plan.plan.entries) : Set(plan.plan.entries).subtracting(plan.hidden)
    return openPlan(of: entries, hidden: plan.hidden, includesHidden: includesHidden, at: moment)
  }

  mutating func checkAgain() -> [Effect] {
    guard let plan else { return [] }
    guard plan.check != nil else {
      message = .warning("The plan is being checked already.")
      return []
    }
    self.plan?.checkAgain()
    refreshPlan()
    return [.check(plan.plan)]
  }

  /// Takes in a check of the plan that is shown; one of an earlier plan says nothing any more.
  mutating func take(_ check: Check, of checked: Plan) -> [Effect] {
    guard var plan, plan.plan == checked, case .checking(let confirmed) = plan.phase else { return [] }
    let toSend = plan.toSend
    plan.take(check)
    self.plan = plan
    if let identity = check.caller, caller.identity == nil, account == nil || account == identity.account {
      caller = .known(identity)
      account = identity.account
    }
    refreshPlan()
    if let resumption = plan.source.resumption, plan.toSend.isEmpty, obstacle(to: plan, check) == nil {
      // Nothing is left to send; what was sent is only read, which nobody has to agree to.
      return begin(RunStart(resumption, check, confirmed: nil))
    }
    guard let confirmed else { return [.discardTypedAhead] }
    if refusal(of: plan) == nil, plan.toSend == toSend, confirmation(of: plan) == confirmed.confirmation {
      return start(plan, check, how: confirmed.how)
    }
    message = .warning("The check was repeated, and something has changed: confirm anew.")
    return [.discardTypedAhead]
  }

  mutating func leavePlan() -> [Effect] {
    plan = nil
    message = .done("Nothing was sent.")
    return []
  }

  /// Hands a plan that was checked and confirmed over to be run, or the run that goes on with it.
  mutating func start(_ plan: PlanState, _ check: Check, how: String) -> [Effect] {
    if let resumption = plan.source.resumption { return begin(RunStart(resumption, check, confirmed: how)) }
    return begin(RunStart(plan.plan, check, confirmed: how))
  }

  /// Shows a plan and has it checked.
  mutating func open(_ frozen: Plan, _ source: PlanSource) -> [Effect] {
    plan = PlanState(frozen, source)
    prompt = nil
    refreshPlan()
    return [.check(frozen)]
  }

  private mutating func openPlan(
    of entries: some Sequence<Association>,
    hidden: Set<Association>,
    includesHidden: Bool,
    at moment: Date
  ) -> [Effect] {
    let frozen = Plan(
      operation: .disassociate,
      caller: caller.identity,
      region: context.region,
      endpoint: context.endpoint,
      entries: entries,
      reason: reason,
      origin: context.origin,
      created: moment
    )
    return open(frozen, .marks(hidden: hidden, includesHidden: includesHidden))
  }

  /// Finds the plan's warnings anew and fits it to the screen, after any change of it.
  private mutating func refreshPlan() {
    guard var plan else { return }
    plan.leftAlone = usersLeftAlone(by: plan)
    plan.warnings = warnings(of: plan)
    plan.fit(to: size)
    self.plan = plan
  }
}
