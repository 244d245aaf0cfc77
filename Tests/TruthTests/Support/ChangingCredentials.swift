import AWSClientCore
import AppStreamEmulator
import Synchronization

/// The keys that a run finds where it looks for some: others take the place of those that are refused, or of those in
/// use, and STS knows whose they are or says nothing.
final class ChangingCredentials: CredentialProvider {
  private struct State {
    var place = 0
    var asked = 0
    var changeAfter: Int?
    var isForeign = false
  }

  /// Another key of the account of `EmulatorKeys.user`; those of the role are somebody else's who works there.
  static let newer = EmulatorKeys.Key(
    accessKeyID: "ASIATRUTH00000000001",
    secretAccessKey: "AnotherSecretKeyThatIsNotARealOne0000001",
    sessionToken: "AnotherSessionTokenThatIsNotARealOne",
    identity: EmulatorKeys.user.identity
  )

  private let keys: [EmulatorKeys.Key]
  private let isSTSSilent: Bool
  private let state = Mutex(State())

  init(_ scenario: Scenario) {
    keys = scenario.keys
    isSTSSilent = scenario.isSTSSilent
  }

  /// Puts the first keys back, as somebody does who takes a run up again; they change by themselves after so many
  /// looks.
  func reset(changeAfter: Int?) {
    state.withLock { $0 = State(changeAfter: changeAfter) }
  }

  /// Whether keys were found since that a run may not be signed with that was begun with the first ones.
  var isForeign: Bool { state.withLock(\.isForeign) }

  var accessKeyID: String { keys[state.withLock(\.place)].accessKeyID }

  func credentials() async throws(CredentialError) -> Credentials {
    let place = state.withLock { state in
      state.asked += 1
      if state.asked == state.changeAfter { state.place = min(state.place + 1, keys.count - 1) }
      let isOwn = keys[state.place].identity.account == keys[0].identity.account
      if state.place > 0, isSTSSilent || !isOwn { state.isForeign = true }
      return state.place
    }
    return keys[place].credentials
  }

  func refused(_ credentials: Credentials) {
    state.withLock { state in
      guard keys[state.place].accessKeyID == credentials.accessKeyID else { return }
      state.place = min(state.place + 1, keys.count - 1)
    }
  }

  /// What STS says of the present keys.
  @Sendable func identity() async -> CallerIdentity? {
    guard !isSTSSilent else { return nil }
    let identity = keys[state.withLock(\.place)].identity
    return CallerIdentity(account: identity.account, arn: identity.arn, userID: identity.userID)
  }
}
