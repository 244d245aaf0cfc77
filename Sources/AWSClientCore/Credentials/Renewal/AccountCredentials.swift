import Synchronization

/// Credentials that are used only as long as they are one account's.
///
/// Another program can replace credentials at any time, and the next search then finds those of another account: what
/// was agreed to for one account must not go on there, whether or not the old credentials were refused. STS is asked
/// once about each; an access key id is one account's for ever
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids).
public final class AccountCredentials: CredentialProvider {
  private let credentials: any CredentialProvider
  private let account: String?
  private let identity: @Sendable () async -> CallerIdentity?
  /// The ids of credentials that are the account's, or that somebody has agreed to use.
  private let accepted: Mutex<Set<String>>

  /// Makes credentials of one account.
  ///
  /// - Parameters:
  ///   - credentials: Where the credentials come from.
  ///   - account: The account's number of 12 digits; `nil` where STS has named none, and then nothing but `key` signs.
  ///   - key: The access key id with which everything was read that somebody has agreed to; `nil` for none.
  ///   - identity: Asks STS whose `credentials` are; `nil` where it does not say.
  public init(
    _ credentials: any CredentialProvider,
    of account: String?,
    agreedWith key: String?,
    identity: @escaping @Sendable () async -> CallerIdentity?
  ) {
    self.credentials = credentials
    self.account = account
    self.identity = identity
    accepted = Mutex(key.map { [$0] } ?? [])
  }

  /// Credentials of the account.
  ///
  /// - Throws: ``CredentialError`` when there are none, or they are another account's or of nobody knows which.
  public func credentials() async throws(CredentialError) -> Credentials {
    let found = try await credentials.credentials()
    guard !accepted.withLock({ $0.contains(found.accessKeyID) }) else { return found }
    guard let account else {
      throw unusable("they are not those of the confirmation, and nobody knows of which account either are")
    }
    let identity = await identity()
    // What is found twice is the same: whoever was asked for in between would have been somebody else.
    guard try await credentials.credentials().accessKeyID == found.accessKeyID else {
      throw unusable("they were replaced while STS was asked whose they are")
    }
    guard let identity else { throw unusable("STS does not say whose the new credentials are") }
    guard identity.account == account else {
      throw unusable("they are of account \(identity.account) now, and not of \(account)")
    }
    accepted.withLock { _ = $0.insert(found.accessKeyID) }
    return found
  }

  /// What can be said of the credentials that there are now, without a call to the service that they are for.
  public enum Standing: Sendable, Equatable {
    /// They are the account's, or those of the confirmation.
    case accepted
    /// There are none, or nobody can say now whose they are.
    case unknown
    /// They are of another account; its number.
    case otherAccount(String)
    /// They are not those of the confirmation, and which account that was for is not known.
    case others
  }

  /// Has newer credentials looked for where the present ones were refused, and says whose they are.
  public func standing() async -> Standing {
    let present: String
    do throws(CredentialError) {
      present = try await credentials.credentials().accessKeyID
    } catch {
      return .unknown
    }
    // Whether the same ones are accepted again, only the next call can tell.
    guard let account else { return accepted.withLock { $0.contains(present) } ? .accepted : .others }
    guard let identity = await identity() else { return .unknown }
    return identity.account == account ? .accepted : .otherAccount(identity.account)
  }

  /// Marks `credentials` in the place where they come from.
  public func refused(_ credentials: Credentials) {
    self.credentials.refused(credentials)
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: "this session", reason: reason)
  }
}
