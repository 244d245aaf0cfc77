import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import Runs

/// What there is to know of a plan before it is confirmed.
extension ConsoleState {
  /// What there is to know about `plan`, what an operator would stop for first.
  func warnings(of plan: PlanState) -> [PlanWarning] {
    obstacleWarnings(plan) + followUpWarnings(plan.source) + keptWarnings(plan.source) + accountWarnings(plan)
      + otherRowWarnings(plan)
      + hiddenWarnings(plan) + entryWarnings(plan.source) + goneWarnings(plan) + peopleWarnings(plan)
  }

  /// The stacks for which nothing can be sent at all.
  private func obstacleWarnings(_ plan: PlanState) -> [PlanWarning] {
    let failures = plan.check?.stacks.compactMap { stack in
      stack.failure.map { PlanWarning("!", "\(stack.name) could not be checked: \($0)") }
    }
    return (failures ?? []) + excessWarnings(plan)
  }

  /// The stacks by which a plan is more than may be begun at once.
  private func excessWarnings(_ plan: PlanState) -> [PlanWarning] {
    guard plan.check != nil else { return [] }
    switch plan.agreement.obstacle {
    case .tooMany(_, _, let shares):
      return shares.map { PlanWarning("!", "\($0.stackName): \(plan.countText($0))") }
    case .tooMuch(let shares, let percent):
      return shares.map { PlanWarning("!", "\($0.stackName): \(plan.countText($0)), more than \(percent) %") }
    default:
      return []
    }
  }

  /// Whose account and stacks it is about, and whether the credentials will do.
  private func accountWarnings(_ plan: PlanState) -> [PlanWarning] {
    var warnings: [PlanWarning] = []
    if let check = plan.check, check.caller == nil {
      warnings.append(PlanWarning("!", "STS did not say whose account this is: the confirmation is stricter"))
    }
    for stack in plan.figures.stackNames.intersection(context.rules.protectedStacks).sorted() {
      warnings.append(PlanWarning("!", "\(stack) is a protected stack"))
    }
    if let check = plan.check, let credentialsEnd,
      credentialsEnd < check.time.addingTimeInterval(plan.figures.seconds)
    {
      warnings.append(
        PlanWarning("!", "the credentials end at \(credentialsEnd.minuteText), before the run may be over")
      )
    }
    return warnings
  }

  /// The rows of its people that are not in it, or may not be.
  private func otherRowWarnings(_ plan: PlanState) -> [PlanWarning] {
    guard plan.plan.operation == .disassociate else { return [] }
    var warnings: [PlanWarning] = []
    let key = keys.plan.name(of: .toggleOthers)
    let (missing, added) = (plan.missing.count, plan.source.marked?.others.count ?? 0)
    if missing > 0 {
      let rows = missing.of("more row of these people is", plural: "more rows of these people are")
      warnings.append(PlanWarning("!", "\(rows) not in this plan: \(key) adds \(missing == 1 ? "it" : "them")"))
    }
    if added > 0 {
      let rows = added.of("row of these people is", plural: "rows of these people are")
      warnings.append(PlanWarning("!", "\(rows) added: \(key) leaves \(added == 1 ? "it" : "them") out"))
    }
    if !estate.stackList.isComplete {
      warnings.append(PlanWarning("!", "the list of stacks is not complete: others may hold more of these people"))
    }
    let names = estate.stacksNotRead
    if !names.isEmpty {
      warnings.append(PlanWarning("!", names, "stack", "not fully read: may hold more of these people"))
    }
    return warnings
  }

  private func hiddenWarnings(_ plan: PlanState) -> [PlanWarning] {
    guard let marked = plan.source.marked, marked.hiddenCount > 0 else { return [] }
    let marks = marked.hiddenCount.of("hidden mark is", plural: "hidden marks are")
    let them: Line = marked.hiddenCount == 1 ? "it" : "them"
    let key = keys.plan.name(of: .toggleHidden)
    let what: Line =
      marked.includesHidden
      ? "\(marks) included: \(key) leaves \(them) out" : "\(marks) left out: \(key) includes \(them)"
    return [PlanWarning("!", what)]
  }

  /// The entries of which the check found that they need not be sent.
  private func goneWarnings(_ plan: PlanState) -> [PlanWarning] {
    guard plan.check != nil, !plan.gone.isEmpty else { return [] }
    let entries = plan.gone.count.of("entry is", plural: "entries are")
    return [PlanWarning("!", "\(entries) \(plan.plan.operation.goalWord) since: \(plan.goneWord), and not sent")]
  }

  /// What becomes of its people, and of those whom they could be taken for.
  private func peopleWarnings(_ plan: PlanState) -> [PlanWarning] {
    guard let remarks = plan.remarks else { return [] }
    var warnings: [PlanWarning] = []
    if !remarks.lookAlikes.isEmpty {
      let count = remarks.lookAlikes.count
      let how = remarks.isCaseOnly ? " (case)" : ""
      warnings.append(PlanWarning("~", "\(count.of("look-alike"))\(how) \(count == 1 ? "stays" : "stay")"))
    }
    let alone = remarks.usersWithNothingElse.count
    if alone > 0 {
      let what: Line = remarks.isComplete ? "left with no stack" : "no other stack read"
      warnings.append(PlanWarning("0", "\(what): \(alone.of("person", plural: "people"))"))
    }
    warnings.append(PlanWarning("!", "sessions go on up to an hour: see receipt"))
    return warnings
  }

  /// What a removal by `plan` means for its people; `nil` where it takes nobody off.
  func remarks(on plan: PlanState) -> PlanRemarks? {
    guard plan.plan.operation == .disassociate else { return nil }
    let source = source(of: .list)
    let people = Set(plan.plan.entries.lazy.compactMap { estate.table.userNames.number(of: $0.userName) })
    return PlanRemarks(
      removing: plan.plan.entries,
      sending: plan.toSend,
      from: people.lazy.flatMap { source.rows(ofPerson: $0) }.map { estate.table[$0] },
      isComplete: estate.isComplete,
      othersLike: lookAlikes
    )
  }
}
