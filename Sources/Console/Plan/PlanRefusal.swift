import AWSClientCore
import Runs
import Screen

extension ConsoleState {
  /// Why `plan` cannot be confirmed, whatever is typed; `nil` when it can, or is not checked yet.
  func refusal(of plan: PlanState) -> String? {
    if context.isReadOnly { return "Read-only: nothing can be sent." }
    if context.requiresReason, (plan.plan.reason ?? "").isEmpty {
      return "Nothing can be sent without a reason: :reason TEXT gives one."
    }
    guard let check = plan.check else { return nil }
    if let obstacle = obstacle(to: plan, check) { return obstacle }
    if plan.plan.entries.isEmpty { return "Nothing is in the plan: S includes what was left out." }
    if plan.figures.entries == 0 { return "Every entry is \(plan.goalWord) already: there is nothing to send." }
    return nil
  }

  /// Why what `check` found does not let `plan` go on, whatever is left of it.
  func obstacle(to plan: PlanState, _ check: Check) -> String? {
    if let unread = check.stacks.first(where: { $0.failure != nil }) {
      let name = unread.name.visible.shortened(to: 20, cut: .middle)
      return "\(name) could not be checked: nothing can be sent. r checks again."
    }
    guard let now = check.caller?.account else {
      // What became of a run is told by no other account's stacks, and nobody knows whose these are.
      guard let earlier = plan.source.followed?.caller?.account else { return nil }
      return "The run was in \(earlier.visible); STS is silent about the keys. r checks again."
    }
    if let earlier = plan.source.followed?.caller?.account, earlier != now {
      return "The run was in \(earlier.visible), the keys are \(now.visible)'s."
    }
    if let planned = plan.plan.caller?.account, planned != now {
      return "The plan is for \(planned.visible), the keys are now \(now.visible)'s."
    }
    if let account, account != now {
      return "The rows are of \(account.visible), the keys are \(now.visible)'s."
    }
    return nil
  }

  /// What has to be typed for `plan`, counted over what would be sent.
  func confirmation(of plan: PlanState) -> Confirmation {
    .required(
      plan.plan,
      plan.check,
      entries: plan.figures.entries,
      stackNames: plan.figures.stackNames,
      protectedAccounts: context.protectedAccounts,
      protectedStacks: context.protectedStacks
    )
  }
}
