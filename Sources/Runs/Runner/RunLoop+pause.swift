import AppStream

/// The operator's pause: nothing is begun while it lasts, and after a long one only what is still there is sent.
extension RunLoop {
  /// Begins or ends the pause as `control` says.
  mutating func heedPause(_ control: RunControl, in group: inout DiscardingTaskGroup) async {
    guard !isStopping else { return }
    if control.isPaused {
      guard !operatorPause.isOpen else { return }
      operatorPause.begin(at: elapsed())
      await note(.paused(reason: PauseCause.operatorAsked.text))
    } else if operatorPause.isOpen {
      if operatorPause.end(at: elapsed(), isSomethingLeft: machine.mayStillSend) { askWhoIsCalling(in: &group) }
      // What holds it now is not the operator any more.
      if pause.isHolding, let reason = pause.reason { await note(.paused(reason: reason)) }
      await lookForCredentials(in: &group)
    }
    readForCheck(control, in: &group)
  }

  /// Takes in whose the credentials are now; what is left to send is read only in the run's own account.
  mutating func take(
    _ renewal: Renewal,
    ofCheck check: Int,
    _ control: RunControl,
    in group: inout DiscardingTaskGroup
  ) async {
    guard operatorPause.isChecking(check) else { return }
    switch renewal {
    case .otherAccount, .otherCredentials: await take(renewal, in: &group)
    case .refused: await failCheck("nobody could say whose the credentials are", control)
    case .renewed: operatorPause.lineUp(machine.ordersOfCheck)
    }
  }

  /// Takes in what was seen of one stack: entries that are gone meanwhile are not sent.
  mutating func take(
    _ answer: StackReadBack.Response,
    to order: ReadOrder,
    ofCheck check: Int,
    _ control: RunControl
  ) async {
    let record = answer.record(of: order, machine.plan.entries)
    // What was seen is true whatever has become of the check.
    if case .observed(_, _, _, unreadable: [], _) = record { await note(record) }
    guard operatorPause.isChecking(check) else { return }
    switch (answer, record) {
    case (.putOff, _): operatorPause.putBack(order)
    case (_, .observed(_, _, _, unreadable: [], _)): operatorPause.readingEnded()
    case (.credentialsRefused(let error), _):
      await failCheck("\(order.stack) could not be read: \(error.reasonOfPause)", control)
    default: await failCheck("\(order.stack) could not be read", control)
    }
  }

  private func askWhoIsCalling(in group: inout DiscardingTaskGroup) {
    let (rule, inbox, check) = (runner.renewal, inbox, operatorPause.check)
    group.addTask { inbox.yield(.callerOfCheck(check, await rule.ask())) }
  }

  private mutating func readForCheck(_ control: RunControl, in group: inout DiscardingTaskGroup) {
    while let order = operatorPause.takeOrder() {
      let (runner, inbox, check) = (runner, inbox, operatorPause.check)
      let (entries, calls) = (machine.plan.entries, readCalls[order.stack])
      group.addTask {
        let readBack = StackReadBack(runner, control)
        inbox.yield(.readOfCheck(check, order, await readBack.read(order, entries, stackCalls: calls)))
      }
    }
  }

  /// Holds the run again: what is not known to be there is not sent.
  private mutating func failCheck(_ reason: String, _ control: RunControl) async {
    control.pause()
    operatorPause.begin(at: elapsed())
    await note(.paused(reason: PauseCause.checkFailed(reason).text))
  }
}

extension RunMachine {
  /// Whether entries wait to be sent, and will be.
  fileprivate var mayStillSend: Bool { isConfirmed && stopReason == nil && counts.queued > 0 }

  /// What has to be read to see which of the entries that wait to be sent are still as the plan has them.
  ///
  /// On their stacks the reads also look for what was answered as done and not read back yet: one that shows it still
  /// there must not be forgotten when later pages hide it.
  fileprivate var ordersOfCheck: [ReadOrder] {
    let queued = Set(entries.lazy.filter { $0.state == .queued }.map(\.association.stackName))
    let looked = entries.indices.filter {
      switch entries[$0].state {
      case .queued, .answered(.clean): queued.contains(entries[$0].association.stackName)
      case .sending, .answered, .settled: false
      }
    }
    return Dictionary(grouping: looked) { entries[$0].association.stackName }.sorted { $0.key < $1.key }.map {
      ReadOrder(
        stack: $0.key,
        entries: $0.value,
        unexplained: $0.value.filter { !isGoneExplained($0) },
        delay: .zero
      )
    }
  }
}
