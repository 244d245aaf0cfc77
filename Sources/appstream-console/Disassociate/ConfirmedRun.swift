import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// Has plans checked right before they are sent, and confirmed at the terminal or beforehand.
struct ConfirmedRun {
  let session: Session
  let rules: Rules
  /// Who confirms.
  let consent: Agreement.Consent
  /// Who STS has said is calling.
  let caller: CallerIdentity?

  /// What came of a plan.
  enum Outcome {
    /// It may be sent.
    case agreed(RunStart)
    /// The check found everything where it is wanted.
    case nothingLeft(RunMachine)
    /// Nobody confirmed it; why, and what to do.
    case declined(CommandFailure)
  }

  /// Checks `plan`, and has what is left of it confirmed.
  ///
  /// - Parameters:
  ///   - source: Where the plan came from.
  ///   - note: What the journal says beside how it was confirmed.
  ///   - remarks: What sending means for the people, shown with the plan.
  /// - Throws: ``CommandFailure`` where something keeps it from being sent. Nothing was sent.
  func agree(
    on plan: Plan,
    _ source: Agreement.Source,
    note: String = "",
    remarks: [String] = []
  ) async throws -> Outcome {
    var agreement = agreement(on: plan, source, rules, note)
    if let obstacle = agreement.obstacle, obstacle != .nothingPlanned { throw CommandFailure(obstacle) }
    var answer = agreement.answer
    var isShown = false
    while true {
      switch answer {
      case .check(let plan):
        if isShown {
          StandardError.line("The check is more than \(Check.goodFor.components.seconds) s old and is made again.")
        }
        answer = agreement.take(await session.checker.check(plan), of: plan)
      case .ask(let confirmation, let facts):
        guard LinePrompt.isPossible else { return .declined(.noTerminal) }
        if !isShown { PlanText.lines(agreement.plan, remarks: remarks).forEach(StandardError.line) }
        isShown = true
        if !facts.settled.isEmpty { Self.sayDrift(plan.operation, facts.settled.count) }
        let lead = "Nothing has been sent, and anything else than this sends nothing."
        guard LinePrompt.confirms(confirmation.phrase, lead) else { return .declined(.notConfirmed) }
        answer = agreement.take(typed: confirmation.phrase, at: .now)
      case .refuse(.nothingLeft), .refuse(.nothingPlanned): return .nothingLeft(agreement.machine)
      case .refuse(let obstacle): throw CommandFailure(obstacle)
      case .send(let start): return .agreed(start)
      }
    }
  }

  /// What the service says of `plan` now: a run in which nothing was sent, and entries are settled that need not be.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be checked, or is not of this account.
  func checked(_ plan: Plan, _ source: Agreement.Source) async throws -> RunMachine {
    // Nothing is sent, so no rule can forbid it.
    var agreement = agreement(on: plan, source, Rules(), "")
    switch agreement.take(await session.checker.check(plan), of: plan) {
    case .refuse(.nothingLeft), .refuse(.nothingPlanned), .ask, .check, .send: return agreement.machine
    case .refuse(let obstacle): throw CommandFailure(obstacle)
    }
  }

  private func agreement(
    on plan: Plan,
    _ source: Agreement.Source,
    _ rules: Rules,
    _ note: String
  ) -> Agreement {
    Agreement(plan, source, consent: consent, note: note, rules: rules, in: session.place(caller))
  }

  private static func sayDrift(_ operation: RunOperation, _ settled: Int) {
    let are = settled == 1 ? "is" : "are"
    let place = operation == .disassociate ? "gone" : "there"
    StandardError.line(
      "\(PlanText.count(settled, "association")) of the plan \(are) \(place) already and will not be sent."
    )
  }
}

extension Session {
  /// Where calls go, in the account of `caller` where that is known.
  func place(_ caller: CallerIdentity?) -> Place {
    Place(account: caller?.account, region: region, endpoint: endpoint.description)
  }
}
