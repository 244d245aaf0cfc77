import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// Checks a plan right before it is sent, and has it confirmed.
struct ConfirmedRun {
  let session: Session
  let settings: ConsoleSettings
  /// Whether `--yes` was given.
  let isConfirmed: Bool
  /// Whether STS has to name the account before anything is sent on the word of `--yes`: the plan's account is known from
  /// elsewhere, and STS has not named it in this process.
  var needsCaller = false

  /// A plan that may be sent.
  struct Agreement {
    /// The plan, with the caller that STS has named by now.
    var plan: Plan
    /// The check that it was confirmed on.
    var check: Check
    /// How it was confirmed; `nil` when the check found that nothing is left to send.
    var how: String?
  }

  /// Checks `plan`, and has what is left of it confirmed.
  ///
  /// - Parameters:
  ///   - note: What the confirmation says beside how it was given.
  ///   - remarks: What sending means for the people, shown with the plan.
  /// - Throws: ``CommandFailure`` when the check fails, the caller is another one, or nobody confirms. Nothing was sent.
  func agree(on plan: Plan, note: String = "", remarks: [String] = []) async throws -> Agreement {
    var agreed: [Association]?
    while true {
      let (plan, check, machine) = try await checked(plan)
      let left = machine.entries.filter { $0.outcome == nil }.map(\.association)
      guard !left.isEmpty else { return Agreement(plan: plan, check: check, how: nil) }
      if isConfirmed {
        try requireCaller(plan, check)
        return Agreement(plan: plan, check: check, how: "--yes" + note)
      }
      guard LinePrompt.isPossible else { throw CommandFailure.noTerminal }
      if left != agreed {
        if agreed == nil { PlanText.lines(plan, remarks: remarks).forEach(StandardError.line) }
        if left.count < plan.entries.count { Self.sayDrift(plan.operation, plan.entries.count - left.count) }
        try confirm(plan, left, check)
        agreed = left
      }
      // A check that grew old while somebody typed is made again, and what changed meanwhile is asked for again.
      guard !check.isFresh(at: Date()) else {
        return Agreement(plan: plan, check: check, how: "typed at the prompt" + note)
      }
      StandardError.line("The check is more than \(Check.goodFor.components.seconds) s old and is made again.")
    }
  }

  /// What the service says of `plan` now, and a run of it in which entries that are gone are settled.
  ///
  /// A plan that was made while STS was silent takes its caller from the check.
  ///
  /// - Throws: ``CommandFailure`` when a stack cannot be read, or the caller is of another account.
  func checked(_ plan: Plan) async throws -> (plan: Plan, check: Check, machine: RunMachine) {
    let check = await session.checker.check(plan)
    if let failure = check.failure {
      throw CommandFailure(.unavailable, "The check before sending failed, so nothing was sent. \(failure)")
    }
    if let planned = plan.caller, let now = check.caller, planned.account != now.account {
      throw CommandFailure(
        .refused,
        "The plan is for account \(planned.account), but the credentials are now of account \(now.account), so "
          + "nothing was sent. Use credentials of account \(planned.account), or plan again."
      )
    }
    let plan = plan.caller == nil ? plan.asked(by: check.caller) : plan
    var machine = RunMachine(plan)
    check.records.forEach { machine.apply($0) }
    return (plan, check, machine)
  }

  private func requireCaller(_ plan: Plan, _ check: Check) throws {
    guard needsCaller, check.caller == nil, let account = plan.caller?.account else { return }
    throw CommandFailure(
      .refused,
      "The plan is for account \(account), and STS did not say whose the credentials are, so nothing was sent. "
        + "Try again, or confirm at a terminal."
    )
  }

  private func confirm(_ plan: Plan, _ left: [Association], _ check: Check) throws {
    let confirmation = Confirmation.required(
      plan,
      check,
      entries: left.count,
      stackNames: Set(left.map(\.stackName)),
      protectedAccounts: settings.protectedAccounts,
      protectedStacks: settings.protectedStacks
    )
    guard LinePrompt.confirms(confirmation) else {
      throw CommandFailure(.refused, "Not confirmed, so nothing was sent.")
    }
  }

  private static func sayDrift(_ operation: RunOperation, _ settled: Int) {
    let are = settled == 1 ? "is" : "are"
    let place = operation == .disassociate ? "gone" : "there"
    StandardError.line(
      "\(PlanText.count(settled, "association")) of the plan \(are) \(place) already and will not be sent."
    )
  }
}
