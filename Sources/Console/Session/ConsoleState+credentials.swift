import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText

/// The keys: until when they are good, and whose they are.
extension ConsoleState {
  /// Takes in until when the keys are good that were found.
  ///
  /// Where they replace others, it has STS asked whose they are.
  mutating func take(_ keys: FoundKeys) -> [Effect] {
    let isSame = keys.expire == keysExpire
    keysExpire = keys.expire
    credentialStage = keys.expire.map { CredentialStage(secondsLeft: $0.timeIntervalSince(keys.moment)) } ?? .long
    // The runner says again what it waits for, where these will not do either.
    if run?.isWaitingForCredentials == true { message = nil }
    return (isSame ? [] : awaitNextStage()) + noteKeys(keys.accessKeyID)
  }

  /// Keys that end then have less time left; whoever watches an idle console should not have to renew them by hand.
  mutating func takeStage(ending end: Date, at moment: Date) -> [Effect] {
    guard end == keysExpire else { return [] }
    credentialStage = CredentialStage(secondsLeft: end.timeIntervalSince(moment))
    guard credentialStage != .ended else { return awaitNextStage() }
    isRenewing = true
    return [.task(.renewCredentials)] + awaitNextStage()
  }

  /// Has newer keys looked for because somebody asks for them, unless that is being done.
  mutating func renewCredentials() -> [Effect] {
    guard !isRenewing else { return [] }
    isRenewing = true
    return [.task(.renewCredentials)]
  }

  /// What STS was asked about the first keys is answered with them, however early it was asked.
  private mutating func noteKeys(_ id: String) -> [Effect] {
    let earlier = accessKeyID
    accessKeyID = id
    guard let earlier, earlier != id else { return [] }
    keyGeneration += 1
    areKeysOfAccount = false
    return [.task(.identify(generation: keyGeneration))]
  }

  /// Takes in who is calling; `nil` where STS did not say.
  ///
  /// Keys can be replaced by another account's while the console is open. What was read belongs to the account that was
  /// named first, so it goes.
  mutating func take(_ identity: CallerIdentity?, ofKeys generation: Int) -> [Effect] {
    // What is said of the present keys is still to come.
    guard generation == keyGeneration else { return [] }
    defer { fitToScreen() }
    guard let identity else { return takeSilence() }
    // Whose the first keys were is not known where STS was silent until others took their place.
    guard !isAccountInDoubt, identity.account == account || account == nil && keyGeneration == 0 else {
      return takeOtherAccount(identity)
    }
    caller = .known(identity)
    account = identity.account
    return takeHeldReads()
  }

  /// STS did not say whose the present keys are.
  ///
  /// Where they took the place of others, what they read may be of another account and joins no rows that those read:
  /// what is shown stays while nothing is read, and otherwise everything is dropped and read with the present ones.
  private mutating func takeSilence() -> [Effect] {
    caller = .unknown
    guard !areKeysOfAccount else { return [] }
    guard !isRunOpen else {
      isAccountInDoubt = true
      return []
    }
    guard isReading || !heldReads.isEmpty else {
      message = .warning("STS does not say whose the newer keys are: r drops these rows and reads all with them.")
      return []
    }
    return enterUnknownAccount()
  }

  /// Whether anything was asked for, or is to be, of which not all has arrived.
  private var isReading: Bool {
    reads.isPending || [estate.stackList, estate.userList].contains { $0 == .waiting || $0.isReading }
  }

  /// Has STS asked again where it did not say whose the keys are and what they read is held back until it does.
  mutating func askAgainWhoseKeys() -> [Effect] {
    guard caller == .unknown, !areKeysOfAccount else { return [] }
    caller = .asked
    return [.task(.identify(generation: keyGeneration))]
  }

  private mutating func takeOtherAccount(_ identity: CallerIdentity) -> [Effect] {
    guard isRunOpen else { return enterOtherAccount(identity) }
    // The run's account stays on the screen: its runner sends nothing with another one's keys. What is read meanwhile
    // may be of either.
    isAccountInDoubt = true
    areKeysOfAccount = false
    if let account, account != identity.account {
      message = .warning(
        "Keys are of account \(identity.account.visible) now; this run goes on only in \(account.visible)."
      )
    }
    return []
  }

  /// Takes in what was read, as soon as it is settled in whose account.
  mutating func takeRead(_ event: EstateEvent) -> [Effect] {
    guard areKeysOfAccount else {
      heldReads.append(event)
      return []
    }
    return take(event)
  }

  private mutating func takeHeldReads() -> [Effect] {
    areKeysOfAccount = true
    let held = heldReads
    heldReads = []
    var effects: [Effect] = []
    for event in held { effects += take(event) }
    return effects
  }

  /// Has it told when the next stage begins.
  func awaitNextStage() -> [Effect] {
    guard let keysExpire, let next = credentialStage.next else { return [] }
    return [.task(.awaitCredentials(ending: keysExpire, left: next.limit))]
  }
}
