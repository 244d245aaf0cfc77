public import AWSClientCore
public import AppStream

/// What can follow a run whose entries are settled: its failures tried again, or its work undone.
public struct FollowUp: Sendable, Equatable {
  /// What is done to every entry.
  public let operation: RunOperation
  /// The entries of the new run.
  public let entries: [Association]
  /// Entries that would belong to it and are left out: for a retry those still there after a clean answer, whom
  /// somebody may have put back on purpose; for an undo those of a type that cannot come back.
  public let leftOut: [Association]
  /// What every entry says of mail: an undo mails nobody.
  public let sendEmailNotification: Bool?

  /// The entries that failed.
  ///
  /// - Parameters:
  ///   - includesStillPresent: Whether entries that are still there after a clean answer are tried again too.
  ///   - isChosen: Which of them.
  public static func retry(
    of machine: RunMachine,
    includesStillPresent: Bool = false,
    where isChosen: (Association) -> Bool = { _ in true }
  ) -> FollowUp {
    let failed = machine.entries.filter { $0.outcome == .failed && isChosen($0.association) }
    let isLeftOut = { (entry: RunEntry) in !includesStillPresent && entry.isSeenUnchanged }
    return FollowUp(
      operation: machine.plan.operation,
      entries: failed.filter { !isLeftOut($0) }.map(\.association),
      leftOut: failed.filter(isLeftOut).map(\.association),
      sendEmailNotification: machine.plan.sendEmailNotification
    )
  }

  /// The opposite for the entries that the run did itself.
  ///
  /// Only users of the user pool can be associated (BatchAssociateUserStack, `AuthenticationType`); the others cannot
  /// come back.
  ///
  /// - Parameter isChosen: Which of them.
  public static func undo(of machine: RunMachine, where isChosen: (Association) -> Bool = { _ in true }) -> FollowUp {
    let isRemoval = machine.plan.operation == .disassociate
    let done = machine.entries.filter { $0.outcome == (isRemoval ? .removed : .restored) }.map(\.association)
      .filter(isChosen)
    let canReturn = { (association: Association) in !isRemoval || association.authenticationType == .userpool }
    return FollowUp(
      operation: isRemoval ? .associate : .disassociate,
      entries: done.filter(canReturn),
      leftOut: done.filter { !canReturn($0) },
      sendEmailNotification: isRemoval ? false : nil
    )
  }

  /// The same without the entries that `isLeftOut` is true of.
  package func without(_ isLeftOut: (Association) -> Bool) -> FollowUp {
    FollowUp(
      operation: operation,
      entries: entries.filter { !isLeftOut($0) },
      leftOut: leftOut,
      sendEmailNotification: sendEmailNotification
    )
  }

  /// The new run's plan: where the earlier one was, by whoever asks now, for its reason where none is given now.
  public func plan(
    following contents: JournalContents,
    caller: CallerIdentity?,
    authorship: Plan.Authorship
  ) -> Plan {
    var authorship = authorship
    authorship.reason = authorship.reason ?? contents.plan.reason
    return Plan(
      operation: operation,
      entries: entries,
      target: Plan.Target(caller: caller, region: contents.plan.region, endpoint: contents.plan.endpoint),
      authorship: authorship,
      sendEmailNotification: sendEmailNotification,
      follows: contents.id
    )
  }
}

extension RunEntry {
  /// Whether it failed because it was still there, or still not there, after an answer that said otherwise.
  fileprivate var isSeenUnchanged: Bool { error == .stillPresent || error == .stillAbsent }
}
