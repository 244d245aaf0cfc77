import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText

/// The credentials: until when they are good, and whose they are.
extension ConsoleState {
  /// Takes in until when the credentials are good that were found.
  ///
  /// Where they replace others, it has STS asked whose they are.
  mutating func take(_ found: FoundCredentials) -> [Effect] {
    let isSame = found.expiration == credentialsEnd
    credentialsEnd = found.expiration
    credentialStage = found.expiration.map { CredentialStage(secondsLeft: $0.timeIntervalSince(found.moment)) } ?? .long
    // The runner says again what it waits for, where these will not do either.
    if run?.isWaitingForCredentials == true { message = nil }
    let asked = gate.found(found.accessKeyID).map { Effect.task(.identify(generation: $0)) }
    return (isSame ? [] : awaitNextStage()) + (asked.map { [$0] } ?? [])
  }

  /// Credentials that end then have less time left; whoever watches an idle console should not have to renew them by
  /// hand.
  mutating func takeStage(ending end: Date, at moment: Date) -> [Effect] {
    guard end == credentialsEnd else { return [] }
    credentialStage = CredentialStage(secondsLeft: end.timeIntervalSince(moment))
    guard credentialStage != .ended else { return awaitNextStage() }
    isRenewing = true
    return [.task(.renewCredentials)] + awaitNextStage()
  }

  /// Has newer credentials looked for because somebody asks for them, unless that is being done.
  mutating func renewCredentials() -> [Effect] {
    guard !isRenewing else { return [] }
    isRenewing = true
    return [.task(.renewCredentials)]
  }

  /// Takes in who is calling; `nil` where STS did not say.
  ///
  /// What was read belongs to the account that was named first, so it goes where the credentials are of another one.
  mutating func take(_ identity: CallerIdentity?, ofCredentials generation: Int) -> [Effect] {
    let verdict = gate.take(identity, of: generation)
    guard verdict != .outdated else { return [] }
    defer {
      measureRuns()
      fitToScreen()
    }
    switch (verdict, identity) {
    case (.outdated, _), (.silent, _): return []
    case (.silentOfNewer, _), (.otherAccount, nil): return takeSilence()
    case (.otherAccount, let identity?): return takeOtherAccount(identity)
    case (.released(let events), _):
      var effects: [Effect] = []
      for event in events { effects += take(event) }
      return effects
    }
  }

  /// STS did not say whose the present credentials are, which took the place of others.
  ///
  /// What they read may be of another account and joins no rows that those read: what is shown stays while nothing is
  /// read, and otherwise everything is dropped and read with the present ones.
  private mutating func takeSilence() -> [Effect] {
    guard !isRunOpen else {
      gate.doubt()
      return []
    }
    guard isReading || gate.isHolding else {
      let reload = keys.list.name(of: .readAgain)
      message = .warning(
        "STS does not say whose the newer credentials are: \(reload) drops these rows and reads all anew."
      )
      return []
    }
    return enterUnknownAccount()
  }

  /// Whether anything was asked for, or is to be, of which not all has arrived.
  private var isReading: Bool {
    reads.isPending || [estate.stackList, estate.userList].contains { $0 == .waiting || $0.isReading }
  }

  /// Has STS asked again where it did not say whose the credentials are and what they read is held back until it does.
  mutating func askAgainWhoseCredentials() -> [Effect] {
    gate.isWaitingForSTS ? [.task(.identify(generation: gate.ask()))] : []
  }

  private mutating func takeOtherAccount(_ identity: CallerIdentity) -> [Effect] {
    guard isRunOpen else { return enterOtherAccount(identity) }
    // The run's account stays on the screen: its runner sends nothing with another one's credentials. What is read
    // meanwhile may be of either.
    gate.doubt()
    if let account, account != identity.account {
      message = .warning(
        "Credentials of \(identity.account) now; this run goes on only in \(account)."
      )
    }
    return []
  }

  /// Takes in what was read, as soon as it is settled in whose account.
  mutating func takeRead(_ event: EstateEvent) -> [Effect] {
    gate.admit(event).map { take($0) } ?? []
  }

  /// Has it told when the next stage begins.
  func awaitNextStage() -> [Effect] {
    guard let credentialsEnd, let next = credentialStage.next else { return [] }
    return [.task(.awaitCredentials(ending: credentialsEnd, left: next.limit))]
  }
}
