import AWSClientCore

/// The decisions.
extension Agreement {
  /// What is to be done next.
  public var nextStep: Step {
    guard let check else { return unchecked }
    if let obstacle = checkObstacle ?? placeObstacles.first { return .refuse(obstacle) }
    // Nothing is left to send; what was sent is only read, which nobody has to agree to.
    if facts.toSend.isEmpty, case .resumption(let resumption) = source {
      return .send(RunStart(resumption, check, confirmed: nil))
    }
    if let obstacle { return .refuse(obstacle) }
    if case .given(let how) = consent { return .send(start(check, how)) }
    return .ask(confirmation, facts)
  }

  /// Why the plan cannot be sent, as far as it is known by now; `nil` where it can.
  public var obstacle: Obstacle? { obstacles.first }

  /// Everything that keeps the plan from being sent, as far as it is known by now, what weighs most first.
  public var obstacles: [Obstacle] {
    // What a run was begun for was settled then, and nothing can be added to it.
    let forbidden = isResumption ? rules.obstacle : rules.obstacle(reason: plan.reason)
    let spent = [claim.map { .usedUp($0) }, ageObstacle]
    return ([forbidden] + spent + [checkObstacle]).compactMap(\.self) + placeObstacles
      + [emptiness, excess].compactMap(\.self)
  }

  /// What has to be typed for what would be sent.
  ///
  /// The account is known only when STS named it both times, at the plan and at the check; but a protected one stays so
  /// when STS was silent once, and one that is not known counts as protected where any is: whoever can silence STS must
  /// not be able to lower the confirmation.
  public var confirmation: Confirmation {
    let named = [plan.caller?.account, check?.caller?.account]
    let accounts = (named + [place.account]).compactMap(\.self)
    let isNamedProtected = !rules.protectedAccounts.isDisjoint(with: accounts)
    let isProtected = isNamedProtected || named.contains(nil) && !rules.protectedAccounts.isEmpty
    return .required(
      plan.operation,
      entries: facts.toSend.count,
      stacks: facts.stackNames.count,
      account: !named.contains(nil) || isNamedProtected ? accounts.first : nil,
      isAccountProtected: isProtected,
      isStackProtected: !rules.protectedStacks.isDisjoint(with: facts.stackNames)
    )
  }

  /// The run in which nothing was sent, and entries are settled that need not be sent.
  public var machine: RunMachine {
    var machine = RunMachine(plan)
    for record in check?.records ?? [] { machine.apply(record) }
    return machine
  }

  /// Why what the check found does not let the plan go on, whatever is left of it.
  private var checkObstacle: Obstacle? {
    guard let check else { return nil }
    if let unread = check.stacks.first(where: { $0.failure != nil }), let failure = unread.failure {
      return .unread(stack: unread.name, failure)
    }
    let (earlier, written) = (followed?.caller?.account, accountOfFile)
    guard let now = check.caller?.account else {
      if let earlier { return .accountUnknown(.run, earlier) }
      // Whoever confirms at a prompt has been told that the account is not known; whoever said yes beforehand has not.
      guard consent != .asked, place.account == nil, let written else { return nil }
      return .accountUnknown(.plan, written)
    }
    let subjects = [
      (Obstacle.Subject.run, earlier), (.plan, written), (.plan, plan.caller?.account), (.rows, place.account),
    ]
    for (subject, account) in subjects {
      if let account, account != now { return .elsewhere(subject, .account(account, here: now)) }
    }
    return nil
  }

  /// Why the plan, or the run that it follows, is none of this place.
  private var placeObstacles: [Obstacle] {
    let run = followed.map { place.differences(from: $0) } ?? []
    if !run.isEmpty { return run.map { .elsewhere(.run, $0) } }
    return place.differences(from: plan).map { .elsewhere(.plan, $0) }
  }

  /// Why it is too late to begin the plan, or too early.
  private var ageObstacle: Obstacle? {
    guard isBeginning, let now = check?.time ?? begun else { return nil }
    return rules.obstacle(toBeginning: plan, at: now)
  }

  /// Why there is nothing to send.
  private var emptiness: Obstacle? {
    if plan.entries.isEmpty { return .nothingPlanned }
    return check != nil && facts.toSend.isEmpty ? .nothingLeft(plan.operation) : nil
  }

  /// Why what would be sent is more than may be begun at once.
  private var excess: Obstacle? {
    guard isBeginning, check != nil else { return nil }
    let bounds: [Bound] = [rules.atMost.map { .setting($0) }, bound].compactMap(\.self)
    if let bound = bounds.min(by: { $0.limit < $1.limit }), facts.toSend.count > bound.limit {
      return .tooMany(facts.toSend.count, bound, facts.shares)
    }
    guard let percent = rules.atMostPercent else { return nil }
    let above = facts.shares.filter { $0.isAbove(percent: percent) }
    return above.isEmpty ? nil : .tooMuch(of: above, percent: percent)
  }

  /// Whether it is something new: bounds and the plan's age are not judged again where an earlier run goes on, is done
  /// again or undone.
  public var isBeginning: Bool {
    switch source {
    case .selection, .file: true
    case .run, .resumption: false
    }
  }

  private var unchecked: Step {
    guard plan.entries.isEmpty, case .resumption(let resumption) = source else { return .check(plan) }
    if let obstacle = place.obstacle(toGoingOnWith: resumption.machine.plan) { return .refuse(obstacle) }
    return .send(RunStart(resumption, nil, confirmed: nil))
  }

  private var isResumption: Bool {
    if case .resumption = source { true } else { false }
  }

  /// The account that the plan's file names, if it is of one.
  private var accountOfFile: String? {
    if case .file(let caller, _) = source { caller?.account } else { nil }
  }

  /// The run that the plan was begun as before, if it was.
  private var claim: PlanClaim? {
    if case .file(_, let claim) = source { claim } else { nil }
  }

  /// The plan of the earlier run that this one follows.
  private var followed: Plan? {
    switch source {
    case .selection, .file: nil
    case .run(let plan): plan
    case .resumption(let resumption): resumption.machine.plan
    }
  }

  /// What may be sent now, confirmed in this way.
  func start(_ check: Check, _ how: String) -> RunStart {
    if case .resumption(let resumption) = source { return RunStart(resumption, check, confirmed: how + note) }
    return RunStart(plan, check, confirmed: how + note)
  }
}
