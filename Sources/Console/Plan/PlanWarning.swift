import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import Runs

/// Something to know before a plan is confirmed.
struct PlanWarning: Sendable, Equatable {
  /// `!`, or the sign of the rows that it is about.
  var sign: String
  var text: Line

  init(_ sign: String = "!", _ text: Line) {
    self.sign = sign
    self.text = text
  }
}

extension ConsoleState {
  /// What there is to know about `plan`, what stops it first.
  func warnings(of plan: PlanState) -> [PlanWarning] {
    checkWarnings(plan) + followUpWarnings(plan.source) + userWarnings(plan) + completenessWarnings(plan)
  }

  private func checkWarnings(_ plan: PlanState) -> [PlanWarning] {
    guard let check = plan.check else { return [] }
    var warnings = check.stacks.compactMap { stack in
      stack.failure.map { PlanWarning("!", "\(stack.name) could not be checked: \($0)") }
    }
    warnings += excessWarnings(plan)
    if !plan.gone.isEmpty {
      let entries = plan.gone.count == 1 ? "1 entry is" : "\(plan.gone.count) entries are"
      warnings.append(
        PlanWarning("!", "\(entries) \(plan.plan.operation.goalWord) since: \(plan.goneWord), and not sent")
      )
    }
    if check.caller == nil {
      warnings.append(PlanWarning("!", "STS did not say whose account this is: the confirmation is stricter"))
    }
    if let credentialsEnd, credentialsEnd < check.time.addingTimeInterval(plan.figures.seconds) {
      warnings.append(
        PlanWarning("!", "the credentials end at \(credentialsEnd.minuteText), before the run may be over")
      )
    }
    return warnings
  }

  /// The stacks by which a plan is more than may be begun at once.
  private func excessWarnings(_ plan: PlanState) -> [PlanWarning] {
    switch plan.agreement.obstacle {
    case .tooMany(_, _, let shares):
      shares.map { PlanWarning("!", "\($0.stackName): \(plan.countText($0))") }
    case .tooMuch(let shares, let percent):
      shares.map { PlanWarning("!", "\($0.stackName): \(plan.countText($0)), more than \(percent) %") }
    default: []
    }
  }

  private func userWarnings(_ plan: PlanState) -> [PlanWarning] {
    guard let remarks = plan.remarks else { return [] }
    var warnings = [PlanWarning("!", "open sessions stay open for up to about an hour; users stay enabled")]
    let alone = remarks.usersWithNothingElse.count
    if alone > 0 {
      let known = alone == 1 ? "is left with no stack" : "are left with no stack"
      let assumed = alone == 1 ? "has no other stack read" : "have no other stack read"
      warnings.append(PlanWarning("0", "\(alone.of("user")) \(remarks.isComplete ? known : assumed)"))
    }
    if !remarks.lookAlikes.isEmpty {
      let how = remarks.isCaseOnly ? " (case only)" : ""
      let stay: Line =
        remarks.lookAlikes.count == 1
        ? "1 look-alike\(how) stays" : "\(remarks.lookAlikes.count) look-alikes\(how) stay"
      warnings.append(PlanWarning("~", stay))
    }
    return warnings
  }

  private func completenessWarnings(_ plan: PlanState) -> [PlanWarning] {
    var warnings: [PlanWarning] = []
    for stack in plan.figures.stackNames.intersection(context.rules.protectedStacks).sorted() {
      warnings.append(PlanWarning("!", "\(stack) is a protected stack"))
    }
    if !plan.hidden.isEmpty {
      let marks = plan.hidden.count == 1 ? "1 hidden mark is" : "\(plan.hidden.count) hidden marks are"
      warnings.append(
        PlanWarning(
          "!",
          plan.includesHidden ? "\(marks) included: H leaves them out" : "\(marks) left out: H includes them"
        )
      )
    }
    guard plan.plan.operation == .disassociate else { return warnings }
    if !estate.stackList.isComplete {
      warnings.append(
        PlanWarning("!", "the list of stacks is not complete: these users may have associations not listed here")
      )
    }
    let notRead = estate.stacksNotRead.count
    if notRead > 0 {
      let text: Line = "\(notRead.of("stack")) not fully read: these users may have associations not listed here"
      warnings.append(PlanWarning("!", text))
    }
    return warnings
  }

  /// What a removal by `plan` means for its people; `nil` where it takes nobody off.
  func remarks(on plan: PlanState) -> PlanRemarks? {
    guard plan.plan.operation == .disassociate else { return nil }
    // Rows that an earlier run removed are shown until they are read again, but they keep nobody on a stack.
    let removed = Set(results.rowsOffStack)
    let people = Set(plan.plan.entries.lazy.map { ExactText($0.userName) })
    let rows = people.lazy.compactMap { estate.table.userNames.number(of: $0.text) }
      .flatMap { estate.associations(ofUser: $0) }
    return PlanRemarks(
      removing: plan.plan.entries,
      sending: plan.toSend,
      from: rows.filter { !removed.contains($0) }.map { estate.table[$0] },
      isComplete: estate.isComplete,
      othersLike: lookAlikes
    )
  }
}
