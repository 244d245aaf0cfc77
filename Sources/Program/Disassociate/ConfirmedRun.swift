import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import Runs

/// Has plans checked right before they are sent, and confirmed at the terminal or beforehand.
struct ConfirmedRun {
  let session: Session
  let rules: Rules
  /// Who confirms.
  let consent: Agreement.Consent
  /// How many entries a run may be begun with, beside what the rules say.
  var bound: Bound?
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
    remarks: [Line] = []
  ) async throws -> Outcome {
    var agreement = agreement(on: plan, source, note)
    if let obstacle = agreement.obstacle, obstacle != .nothingPlanned { throw CommandFailure(obstacle) }
    var step = agreement.nextStep
    var isShown = false
    while true {
      switch step {
      case .check(let plan):
        if isShown {
          session.process.say("The check is more than \(Check.goodFor.components.seconds) s old and is made again.")
        }
        step = agreement.take(await session.checker.check(plan), of: plan)
      case .ask(let confirmation, let facts):
        guard session.process.canAsk() else { return .declined(.noTerminal) }
        if !isShown { show(agreement, remarks) }
        isShown = true
        if !facts.settled.isEmpty { sayDrift(plan.operation, facts.settled.count) }
        let lead: Line = "Nothing has been sent, and anything else than this sends nothing."
        guard session.process.confirms(confirmation.phrase, lead) else { return .declined(.notConfirmed) }
        step = agreement.take(typed: confirmation.phrase, at: .now)
      case .refuse(.nothingLeft), .refuse(.nothingPlanned):
        try refuseUsedUp(agreement.plan, source)
        return .nothingLeft(agreement.machine)
      case .refuse(let obstacle): throw CommandFailure(obstacle)
      case .send(let start): return .agreed(start)
      }
    }
  }

  /// Refuses a plan file that somebody else sent since it was read: that is why nothing of it is left.
  ///
  /// - Throws: ``CommandFailure`` with the run that it was sent as.
  private func refuseUsedUp(_ plan: Plan, _ source: Agreement.Source) throws {
    guard case .file = source else { return }
    let claim: PlanClaim?
    do throws(JournalError) {
      claim = try session.journals.claim(on: plan.number)
    } catch {
      throw CommandFailure(error)
    }
    if let claim { throw CommandFailure(Obstacle.usedUp(claim)) }
  }

  /// Shows what would be sent of `plan` and what would keep it from being sent, and sends nothing.
  ///
  /// - Parameter isHere: Whether the plan is of this place, so that it can be checked.
  /// - Returns: A run in which nothing was sent, and entries are settled that need not be.
  /// - Throws: ``CommandFailure`` when it cannot be checked, or is not of this account.
  func look(
    at plan: Plan,
    _ source: Agreement.Source,
    isHere: Bool = true,
    remarks: [Line] = []
  ) async throws -> RunMachine {
    var agreement = agreement(on: plan, source, "")
    if isHere, !plan.entries.isEmpty { _ = agreement.take(await session.checker.check(plan), of: plan) }
    let obstacles = agreement.obstacles.filter { $0 != .nothingPlanned && $0 != .nothingLeft(plan.operation) }
    // What was read of another account than is meant, or not at all, cannot be shown as what is there.
    if isHere, let obstacle = obstacles.first(where: \.isOfTheCheck) { throw CommandFailure(obstacle) }
    show(agreement, remarks)
    say(obstacles)
    return agreement.machine
  }

  /// Says in lines what would be sent.
  private func show(_ agreement: Agreement, _ remarks: [Line]) {
    PlanText.lines(agreement, remarks: remarks).forEach(session.process.say)
  }

  /// Says why it could not be sent.
  private func say(_ obstacles: [Obstacle]) {
    guard !obstacles.isEmpty else { return }
    session.process.say("This keeps it from being sent:")
    for failure in obstacles.map(CommandFailure.init) {
      for line in [failure.sentence] + failure.details { session.process.say("  \(line)") }
    }
  }

  private func agreement(
    on plan: Plan,
    _ source: Agreement.Source,
    _ note: String
  ) -> Agreement {
    Agreement(
      plan,
      source,
      consent: consent,
      note: note,
      rules: rules,
      bound: bound,
      begun: session.process.now(),
      in: session.destination.place(in: caller?.account)
    )
  }

  private func sayDrift(_ operation: RunOperation, _ settled: Int) {
    let are = settled == 1 ? "is" : "are"
    let place = operation == .disassociate ? "gone" : "there"
    session.process.say(
      "\(settled.of("association")) of the plan \(are) \(place) already and will not be sent."
    )
  }
}

extension Obstacle {
  /// Whether it is about what was read right before, and not about whether that may be sent.
  var isOfTheCheck: Bool {
    switch self {
    case .unread, .elsewhere, .accountUnknown(.run, _): true
    default: false
    }
  }
}
