import AWSClientCore
import Runs
import Screen

extension ConsoleState {
  /// Why `plan` cannot be confirmed, whatever is typed; `nil` when it can, or is not checked yet.
  func refusal(of plan: PlanState) -> String? {
    if context.isReadOnly { return "Read-only: nothing can be sent." }
    if context.requiresReason, (context.reason ?? "").isEmpty {
      return "A reason is required here, and none was given: nothing can be sent."
    }
    guard let check = plan.check else { return nil }
    if let unread = check.stacks.first(where: { $0.failure != nil }) {
      let name = unread.name.visible.shortened(to: 20, cut: .middle)
      return "\(name) could not be checked: nothing can be sent. r checks again."
    }
    if let planned = plan.plan.caller?.account, let now = check.caller?.account, planned != now {
      return "The plan is for \(planned.visible), the keys are now \(now.visible)'s."
    }
    if plan.figures.entries == 0 { return "Every entry is gone already: there is nothing to send." }
    return nil
  }

  /// What has to be typed for `plan`, counted over what would be sent.
  func confirmation(of plan: PlanState) -> Confirmation {
    let accounts = [plan.plan.caller?.account, plan.check?.caller?.account]
    return .required(
      plan.plan.operation,
      entries: plan.figures.entries,
      stacks: plan.figures.stacks,
      account: accounts.contains(nil) ? nil : accounts[0],
      isAccountProtected: accounts.contains { $0.map { context.protectedAccounts.contains($0) } ?? false },
      isStackProtected: !plan.figures.stackNames.isDisjoint(with: context.protectedStacks)
    )
  }
}
