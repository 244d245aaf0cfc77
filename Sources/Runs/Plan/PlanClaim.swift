public import FoundationEssentials
public import PlainText

/// What is left of a plan that was begun: a mark that keeps it from being begun again, by this user on this host.
public struct PlanClaim: Sendable, Equatable, Codable {
  /// The plan.
  public let plan: PlanNumber
  /// The run that it was begun as.
  public let run: RunID
  /// When.
  public let begun: Date
  /// Until when it could be sent, if it had not been.
  public let expiry: Date

  /// Claims `plan` for `run`.
  public init(_ plan: Plan, for run: RunID, at moment: Date) {
    self.plan = plan.number
    self.run = run
    begun = PlanTime.whole(moment)
    expiry = plan.expiry()
  }

  /// What happened to the plan and what to do, in a few sentences.
  public var sentence: Line {
    NothingSent.line(
      because: "Plan \(plan) was used up by run \(run), begun \(PlanTime.text(of: begun))",
      next:
        "What that run left open: \(RunCommand.resume.line(run)); what failed in it: \(RunCommand.retry.line(run)). "
        + "For anything else, or where that run has no journal any more, make a new plan."
    )
  }
}
