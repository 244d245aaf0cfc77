import AWSClientCore
import AppStream
import FoundationEssentials
import LocalIO
import PlainText
import Runs

/// Makes the plan that a command's options mean, from a selection or from a plan file.
struct Planning {
  /// A plan, and what is to be said beside it.
  struct Planned {
    var plan: Plan
    /// What became of the selectors, for a person.
    var lines: [Line] = []
    /// What sending it means for the people, for a person.
    var remarks: [Line] = []
    var unmatched: [Unmatched] = []
    /// What became of the addresses, in numbers; `nil` for a plan file.
    var selection: SelectionReport?
    /// The status that the selection alone leads to.
    var status = ExitStatus.success
    /// What the journal says of the plan beside how it was confirmed.
    var note = ""
    /// Where it came from.
    var source = Agreement.Source.selection
    /// Whether it is of this account, Region and endpoint, as far as that is known.
    var isHere = true
    /// Who STS has said is calling.
    var caller: CallerIdentity?
  }

  let session: Session
  let wish: PlanWish
  let rules: Rules

  private var now: Date { session.process.now() }

  /// Makes the plan.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be made, or is not the one that was pinned. Nothing was sent.
  func plan(_ selectors: Selectors) async throws -> Planned {
    if case .plan(let bytes, let name) = selectors.kind { return try await planned(bytes, name) }
    if wish.pinnedHash != nil {
      throw CommandFailure.unsent(.usage, "--plan-sha256 pins a plan file: name it with --plan.")
    }
    var selected = try await SelectionReader(session).read(selectors)
    selected.selection.report.passedOver = selectors.passedOver
    let caller = await session.identity()
    let plan = Plan(
      operation: .disassociate,
      entries: selected.selection.associations,
      target: session.destination.target(of: caller),
      authorship: Plan.Authorship(origin: session.process.origin(), reason: wish.reason, created: now),
      sendEmailNotification: wish.sendsEmail ? true : nil,
      stacksNotRead: selected.stacksNotRead,
      validity: wish.validFor ?? rules.planValidity
    )
    return Planned(
      plan: plan,
      lines: selectors.remarks + selected.selection.report.lines,
      remarks: selected.remarks,
      unmatched: selected.selection.unmatched,
      selection: selected.selection.report,
      status: selectors.status(of: selected.selection),
      note: ", plan \(plan.number)",
      caller: caller
    )
  }

  /// The plan of a file, to be sent by whoever asks now, for the reason that is given now where one is.
  private func planned(_ bytes: [UInt8], _ name: String) async throws -> Planned {
    let file: PlanFile
    do throws(PlanFileError) {
      file = try PlanFile(bytes, name: name)
    } catch {
      throw CommandFailure.unsent(error.isChanged ? .refused : .usage, "\(error)")
    }
    if let pinned = wish.pinnedHash, pinned.lowercased() != file.sha256 {
      throw CommandFailure.unsent(.refused, because: "\(name) has the hash \(file.sha256), not \(pinned)")
    }
    guard wish.validFor == nil else {
      throw CommandFailure.unsent(
        .usage,
        "\(name) says itself until when it may be sent: --valid-for is for making a plan."
      )
    }
    let made = file.plan
    let claim = Result { () throws(JournalError) in try session.journals.claim(on: made.number) }
    let earlier: PlanClaim? = if case .success(let claim) = claim { claim } else { nil }
    let flaws = flaws(of: made, claim, name)
    // Looking is free to everybody.
    if !wish.isDryRun {
      if let flaw = flaws.first { throw flaw }
      if let earlier { throw CommandFailure(Obstacle.usedUp(earlier)) }
      if let obstacle = rules.obstacle(toBeginning: made, at: now) { throw CommandFailure(obstacle) }
      try require(session.destination.place(in: nil), for: made, name)
    }
    let caller = await session.identity()
    if !wish.isDryRun { try require(session.destination.place(in: caller?.account), for: made, name) }
    let isHere = session.destination.place(in: caller?.account).difference(from: made) == nil
    let by = made.making.origin.name
    var lines: [Line] = ["\(name): plan \(made.number), made by \(by) \(Self.age(of: made, at: now))"]
    if let written = made.caller, written != caller {
      let now: Line = caller.map { "these credentials are of \($0.arn)" } ?? "STS did not say whose the credentials are"
      lines.append("\(name): the plan file says account \(written.account), caller \(written.arn); \(now)")
    }
    return Planned(
      plan: isHere ? made.sent(by: caller, session.process.origin(), reason: wish.reason) : made,
      lines: lines + flaws.map(\.sentence),
      note: ", plan \(made.number), file \(file.sha256) by \(by)",
      source: .file(says: made.caller, claim: earlier),
      isHere: isHere,
      caller: caller
    )
  }

  /// Why a plan is none that could be sent here, whoever asks and whenever.
  private func flaws(
    of made: Plan,
    _ claim: Result<PlanClaim?, JournalError>,
    _ name: String
  ) -> [CommandFailure] {
    let unknown: CommandFailure? = if case .failure(let error) = claim { CommandFailure(error) } else { nil }
    return [direction(of: made, name), gap(in: made, name), unknown].compactMap(\.self)
  }

  /// How long ago a plan was made, in words.
  private static func age(of plan: Plan, at now: Date) -> Line {
    let seconds = now.timeIntervalSince(plan.created)
    guard seconds > -1 else {
      return "in the future by this machine's clock, \(plan.created.formatted(.iso8601))"
    }
    let minutes = Int(max(0, seconds) / 60)
    switch minutes {
    case 0: return "less than a minute ago"
    case ..<120: return minutes.of("minute") + " ago"
    case ..<2880: return (minutes / 60).of("hour") + " ago"
    default: return (minutes / 1440).of("day") + " ago"
    }
  }

  /// A plan that puts people back is confirmed in other words, so that nobody does one for the other.
  private func direction(of made: Plan, _ name: String) -> CommandFailure? {
    guard made.operation != .disassociate else { return nil }
    return .unsent(
      .usage,
      "\(name) is a plan that puts users on stacks, and disassociate takes them off.",
      next: made.follows.map { "Use: \(RunCommand.undo.line($0))" }
    )
  }

  /// What the plan may miss, unless that is accepted.
  private func gap(in made: Plan, _ name: String) -> CommandFailure? {
    guard made.stacksNotRead > 0, !wish.allowsPartial else { return nil }
    return .unsent(
      .unavailable,
      "\(name) was made while \(made.stacksNotRead.of("stack was", plural: "stacks were")) not read, so it may miss "
        + "somebody.",
      next: "Plan again, or accept that with --allow-partial."
    )
  }

  private func require(_ place: Place, for made: Plan, _ name: String) throws {
    switch place.difference(from: made) {
    case nil: return
    case .account(let planned, let here):
      throw CommandFailure.unsent(
        .refused,
        because: "\(name) is for account \(planned), but the credentials are of account \(here)"
      )
    case .region, .endpoint:
      throw CommandFailure.unsent(
        .refused,
        because: "\(name) is for Region \(made.region) at \(made.endpoint), but this is Region \(place.region) at "
          + "\(place.endpoint)",
        next: "Use --region \(made.region)."
      )
    }
  }
}

/// What is asked of a plan beside who is on it.
struct PlanWish: Sendable {
  /// The reason or ticket.
  var reason: String?
  /// Whether the service is to mail the people concerned.
  var sendsEmail = false
  /// For how long the plan may be sent; `nil` for as long as the settings say.
  var validFor: PlanValidity?
  /// The hash that a plan file has to have.
  var pinnedHash: String?
  /// Whether nothing is to be sent.
  var isDryRun = false
  /// Whether stacks that could not be read are accepted.
  var allowsPartial = false
}
