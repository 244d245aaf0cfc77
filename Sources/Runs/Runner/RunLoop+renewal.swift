/// Credentials that are refused in mid-run: nothing is asked of the service until others are accepted.
extension RunLoop {
  /// Takes in what came of asking for other credentials.
  mutating func take(_ renewal: Renewal, in group: inout DiscardingTaskGroup) async {
    switch renewal {
    case .renewed: pause.end()
    case .refused where pause.isHolding: await waitForRenewal(in: &group)
    case .refused: break
    case .otherAccount(let number):
      await stop("the credentials are now of account \(number), and the run is about another", in: &group)
    case .otherCredentials:
      await stop(
        "the credentials are others than those it was confirmed with, and STS has not said of which account it is",
        in: &group
      )
    }
  }

  /// Asks nothing more of the service until the credentials are accepted again.
  mutating func holdUp(_ reason: String, in group: inout DiscardingTaskGroup) async {
    guard !isStopping, !pause.isHolding else { return }
    pause.begin(at: elapsed(), reason)
    await note(.paused(reason: reason))
    await waitForRenewal(in: &group)
  }

  /// Goes on looking for credentials that are accepted, where that was put off by the operator's pause.
  mutating func lookForCredentials(in group: inout DiscardingTaskGroup) async {
    guard isRenewalDue else { return }
    isRenewalDue = false
    await waitForRenewal(in: &group)
  }

  private mutating func waitForRenewal(in group: inout DiscardingTaskGroup) async {
    guard !operatorPause.isOpen else {
      isRenewalDue = true
      return
    }
    let rule = runner.renewal
    guard !pause.isOver(rule.limit, at: elapsed()) else {
      let seconds = rule.limit.map { " for \($0.components.seconds) s" } ?? ""
      return await stop(
        "the credentials were refused\(seconds): \(machine.pauseReason ?? "no reason given")",
        in: &group
      )
    }
    let wait = pause.nextWait()
    let (runner, inbox) = (runner, inbox)
    group.addTask {
      if await runner.slept(for: wait) { inbox.yield(.renewal(await rule.ask())) }
    }
  }
}
