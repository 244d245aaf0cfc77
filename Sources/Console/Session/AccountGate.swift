import AWSClientCore
import AppStream

/// In whose account everything was read that is shown, and whether what is read now may join it.
///
/// Credentials can be replaced by another account's while the console is open. What is read with newer ones is held
/// back until STS has said that they are of the same account.
struct AccountGate: Sendable, Equatable {
  /// What is known of who calls the service.
  private(set) var caller = Caller.asked
  /// The number of the account in which everything was read that is shown, once STS has said it.
  private(set) var account: String?
  /// Whether credentials of another account came up in mid-run, so that everything has to be read anew after it.
  private(set) var isInDoubt = false
  /// The id of the session's access key, once it has any.
  private(set) var accessKeyID: String?
  /// How often others took its place.
  private(set) var generation = 0
  /// Whether the present credentials are taken to be of the account that is shown.
  private var isOpen = true
  private var held: [EstateEvent] = []

  /// A gate through which nothing has gone, before credentials with this access key.
  init(accessKeyID: String? = nil) {
    self.accessKeyID = accessKeyID
  }

  /// What an answer of STS means for what is shown.
  enum Verdict: Equatable {
    /// It is about earlier credentials; what is said of the present ones is still to come.
    case outdated
    /// The credentials are of the account; what they read meanwhile joins the rows.
    case released([EstateEvent])
    /// STS is silent, and the credentials are the same as before.
    case silent
    /// STS is silent about credentials that took the place of others: what they read may be of another account.
    case silentOfNewer
    /// The credentials are of another account, or nobody knows whose the rows are.
    case otherAccount
  }

  /// Whether anything is held back.
  var isHolding: Bool { !held.isEmpty }

  /// Whether STS did not say whose the credentials are, and what they read is held back until it does.
  var isWaitingForSTS: Bool { caller == .unknown && !isOpen }

  /// Notes that STS is asked once more.
  ///
  /// - Returns: The generation to ask about.
  @discardableResult
  mutating func ask() -> Int {
    caller = .asked
    return generation
  }

  /// Takes in which access key signs from now on.
  ///
  /// What STS was asked about the first one is answered with it, however early it was asked.
  ///
  /// - Returns: The generation to ask STS about, where it took the place of another one.
  mutating func found(_ id: String) -> Int? {
    let earlier = accessKeyID
    accessKeyID = id
    guard let earlier, earlier != id else { return nil }
    generation += 1
    isOpen = false
    return generation
  }

  /// Takes in what was read: it is given back where it may join the rows, and held back otherwise.
  mutating func admit(_ event: EstateEvent) -> EstateEvent? {
    if isOpen { return event }
    held.append(event)
    return nil
  }

  /// Takes in what STS said when it was asked about credentials of `generation`; `nil` where it was silent.
  mutating func take(_ identity: CallerIdentity?, of generation: Int) -> Verdict {
    guard generation == self.generation else { return .outdated }
    guard let identity else {
      caller = .unknown
      return isOpen ? .silent : .silentOfNewer
    }
    // Whose the first credentials were is not known where STS was silent until others took their place.
    guard !isInDoubt, identity.account == account || account == nil && generation == 0 else { return .otherAccount }
    settle(on: identity)
    isOpen = true
    defer { held = [] }
    return .released(held)
  }

  /// Takes it that everything that is shown was read by `identity`.
  mutating func settle(on identity: CallerIdentity) {
    caller = .known(identity)
    account = identity.account
  }

  /// Holds everything back, since it may be of another account than the run in progress.
  mutating func doubt() {
    isInDoubt = true
    isOpen = false
  }
}
