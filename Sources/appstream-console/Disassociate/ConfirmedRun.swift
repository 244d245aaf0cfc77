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

  /// A run of `plan` that may be sent: entries that are gone already are settled, the others are confirmed.
  ///
  /// - Throws: ``CommandFailure`` when the check fails, the caller is another one, or nobody confirms. Nothing was sent.
  func prepare(_ plan: Plan) async throws -> RunMachine {
    guard !isConfirmed else {
      var machine = try await checked(plan).machine
      machine.apply(.confirmed(how: "--yes"))
      return machine
    }
    PlanText.lines(plan).forEach(StandardError.line)
    var agreed: Set<Association>?
    while true {
      var (check, machine) = try await checked(plan)
      let left = Set(machine.entries.filter { $0.outcome == nil }.map(\.association))
      guard !left.isEmpty else { return machine }
      if left != agreed {
        if left.count < plan.entries.count { Self.sayDrift(plan.entries.count - left.count) }
        try confirm(plan, left, check)
        agreed = left
      }
      // A check that grew old while somebody typed is made again, and what changed meanwhile is asked for again.
      guard !check.isFresh(at: Date()) else {
        machine.apply(.confirmed(how: "typed at the prompt"))
        return machine
      }
      StandardError.line("The check is more than \(Check.goodFor.components.seconds) s old and is made again.")
    }
  }

  /// What the service says of `plan` now, and a run of it in which entries that are gone are settled.
  ///
  /// - Throws: ``CommandFailure`` when a stack cannot be read, or the caller is of another account.
  func checked(_ plan: Plan) async throws -> (check: Check, machine: RunMachine) {
    let check = await session.checker.check(plan)
    if let failure = check.failure {
      throw CommandFailure(.unavailable, "The check before sending failed, so nothing was sent. \(failure)")
    }
    if let planned = plan.caller, let now = check.caller, planned.account != now.account {
      throw CommandFailure(
        .refused,
        "The plan is for account \(planned.account), but the credentials are now of account \(now.account), so "
          + "nothing was sent. Plan again."
      )
    }
    var machine = RunMachine(plan)
    check.records.forEach { machine.apply($0) }
    return (check, machine)
  }

  private func confirm(_ plan: Plan, _ left: Set<Association>, _ check: Check) throws {
    let stacks = Set(left.map(\.stackName))
    // The account is known only when STS named it both times.
    let account = check.caller == nil ? nil : plan.caller?.account
    let confirmation = Confirmation.required(
      plan.operation,
      entries: left.count,
      stacks: stacks.count,
      account: account,
      isAccountProtected: account.map(settings.protectedAccounts.contains) ?? false,
      isStackProtected: !stacks.isDisjoint(with: settings.protectedStacks)
    )
    guard LinePrompt.confirms(confirmation) else {
      throw CommandFailure(.refused, "Not confirmed, so nothing was sent.")
    }
  }

  private static func sayDrift(_ gone: Int) {
    StandardError.line(
      "\(PlanText.count(gone, "association")) of the plan \(gone == 1 ? "is" : "are") gone already and will not be sent."
    )
  }
}
