import AWSClientCore

/// The decisions.
extension Agreement {
  /// What is to be done next.
  public var answer: Answer {
    guard let check else { return unchecked }
    if let obstacle = checkObstacle ?? placeObstacle { return .refuse(obstacle) }
    // Nothing is left to send; what was sent is only read, which nobody has to agree to.
    if facts.toSend.isEmpty, case .resumption(let resumption) = source {
      return .send(RunStart(resumption, check, confirmed: nil))
    }
    if let obstacle { return .refuse(obstacle) }
    if case .given(let how) = consent { return .send(start(check, how)) }
    return .ask(confirmation, facts)
  }

  /// Why the plan cannot be sent, as far as it is known by now; `nil` where it can.
  public var obstacle: Obstacle? {
    // What a run was begun for was settled then, and nothing can be added to it.
    if let forbidden = isResumption ? rules.obstacle : rules.obstacle(reason: plan.reason) { return forbidden }
    if let obstacle = checkObstacle ?? placeObstacle { return obstacle }
    if plan.entries.isEmpty { return .nothingPlanned }
    return check != nil && facts.toSend.isEmpty ? .nothingLeft(plan.operation) : nil
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
  private var placeObstacle: Obstacle? {
    for (subject, plan) in [(Obstacle.Subject.run, followed), (.plan, plan)] {
      if let difference = plan.flatMap({ place.difference(from: $0) }) { return .elsewhere(subject, difference) }
    }
    return nil
  }

  private var unchecked: Answer {
    guard plan.entries.isEmpty, case .resumption(let resumption) = source else { return .check(plan) }
    if let obstacle = place.obstacle(toGoingOnWith: resumption.machine.plan) { return .refuse(obstacle) }
    return .send(RunStart(resumption, nil, confirmed: nil))
  }

  private var isResumption: Bool {
    if case .resumption = source { true } else { false }
  }

  /// The account that the plan's file names, if it is of one.
  private var accountOfFile: String? {
    if case .file(let caller) = source { caller?.account } else { nil }
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
