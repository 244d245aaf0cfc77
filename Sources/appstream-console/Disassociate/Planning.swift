import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// Makes the plan that a command's options mean, from a selection or from a plan file.
struct Planning {
  /// A plan, and what is to be said beside it.
  struct Planned {
    var plan: Plan
    /// What became of the selectors, for a person.
    var lines: [String] = []
    /// What sending it means for the people, for a person.
    var remarks: [String] = []
    var unmatched: [Unmatched] = []
    /// The status that the selection alone leads to.
    var status = ExitStatus.success
    /// What the journal says of the plan beside how it was confirmed.
    var note = ""
    /// Where it came from.
    var source = Agreement.Source.selection
    /// Who STS has said is calling.
    var caller: CallerIdentity?
  }

  let session: Session
  let command: DisassociateCommand

  /// Makes the plan.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be made, or is not the one that was pinned. Nothing was sent.
  func plan(_ selectors: Selectors) async throws -> Planned {
    if case .plan(let bytes, let name) = selectors.kind { return try await planned(bytes, name) }
    if command.planHash != nil {
      throw CommandFailure(.usage, "--plan-sha256 pins a plan file: name it with --plan. Nothing was sent.")
    }
    let selected = try await SelectionReader(session).read(selectors)
    let caller = await session.identity()
    let plan = Plan(
      operation: .disassociate,
      caller: caller,
      region: session.region,
      endpoint: session.endpoint.description,
      entries: selected.selection.associations,
      sendEmailNotification: command.sendEmailNotification ? true : nil,
      reason: command.reason,
      origin: .current(),
      created: Date(),
      stacksNotRead: selected.stacksNotRead
    )
    return Planned(
      plan: plan,
      lines: selectors.remarks + selected.selection.report.lines,
      remarks: selected.remarks,
      unmatched: selected.selection.unmatched,
      status: selectors.status(of: selected.selection),
      caller: caller
    )
  }

  /// The plan of a file, to be sent by whoever asks now, for the reason that is given now where one is.
  private func planned(_ bytes: [UInt8], _ name: String) async throws -> Planned {
    let file: PlanFile
    do throws(PlanFileError) {
      file = try PlanFile(bytes, name: name)
    } catch {
      throw CommandFailure(error.isChanged ? .refused : .usage, "\(error) Nothing was sent.")
    }
    if let pinned = command.planHash, pinned.lowercased() != file.sha256 {
      throw CommandFailure(.refused, "\(name) has the hash \(file.sha256), not \(pinned), so nothing was sent.")
    }
    let made = file.plan
    try requireRemoval(made, name)
    try requireWhole(made, name)
    try require(session.place(nil), for: made, name)
    let caller = await session.identity()
    try require(session.place(caller), for: made, name)
    let plan = Plan(
      operation: made.operation,
      caller: caller,
      region: made.region,
      endpoint: made.endpoint,
      entries: made.entries,
      sendEmailNotification: made.sendEmailNotification,
      reason: command.reason ?? made.reason,
      origin: .current(),
      created: Date(),
      stacksNotRead: made.stacksNotRead,
      follows: made.follows
    )
    let by = "\(made.origin.loginName ?? "nobody logged in") on \(made.origin.host)"
    let age = Int(max(0, Date().timeIntervalSince(made.created)) / 60)
    var lines = ["\(name): plan \(made.fingerprint), made by \(by) \(age.of("minute", plural: "minutes")) ago"]
    if caller == nil, let written = made.caller {
      lines.append(
        "\(name): the plan file says account \(written.account), caller \(written.arn); STS did not say whose the "
          + "credentials are"
      )
    }
    return Planned(
      plan: plan,
      lines: lines,
      note: ", plan file \(file.sha256) by \(by)",
      source: .file(says: made.caller),
      caller: caller
    )
  }

  /// A plan that puts people back is confirmed in other words, so that nobody does one for the other.
  private func requireRemoval(_ made: Plan, _ name: String) throws {
    guard made.operation != .disassociate else { return }
    let undo = made.follows.map { " Use: appstream-console runs undo \($0)" } ?? ""
    throw CommandFailure(
      .usage,
      "\(name) is a plan that puts users on stacks, and disassociate takes them off. Nothing was sent.\(undo)"
    )
  }

  private func requireWhole(_ made: Plan, _ name: String) throws {
    guard made.stacksNotRead > 0, !command.selectors.allowPartial else { return }
    throw CommandFailure(
      .unavailable,
      "\(name) was made while \(made.stacksNotRead.of("stack was", plural: "stacks were")) not read, so it may miss "
        + "somebody. Nothing was sent. Plan again, or accept that with --allow-partial."
    )
  }

  private func require(_ place: Place, for made: Plan, _ name: String) throws {
    switch place.difference(from: made) {
    case nil: return
    case .account(let planned, let here):
      throw CommandFailure(
        .refused,
        "\(name) is for account \(planned), but the credentials are of account \(here), so nothing was sent."
      )
    case .region, .endpoint:
      throw CommandFailure(
        .refused,
        "\(name) is for Region \(made.region) at \(made.endpoint), but this is Region \(place.region) at "
          + "\(place.endpoint), so nothing was sent. Use --region \(made.region)."
      )
    }
  }
}

/// Writes plans to files.
enum PlanOutput {
  /// Writes `plan` to a new file at `path` that only its owner can read.
  ///
  /// - Throws: ``CommandFailure`` when there is one already, or it cannot be written. Nothing was sent.
  static func write(_ plan: Plan, to path: String) throws {
    do throws(PrivateFileError) {
      try PrivateFile.write(PlanFile.bytes(of: plan), to: path, replacing: false)
    } catch {
      throw CommandFailure(.usage, "\(error) Nothing was sent.")
    }
    StandardError.line("The plan is in \(path.visible), with the hash \(plan.sha256).")
  }
}
