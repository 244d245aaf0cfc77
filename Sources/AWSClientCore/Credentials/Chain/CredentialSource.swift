/// One place that may hold credentials.
///
/// A source passes over what is absent and stops at what is broken: a profile that names a missing file must not
/// silently become another account.
public protocol CredentialSource: Sendable {
  /// What a person calls it, such as "the environment"; it stands in "Asked: …" when nothing was found.
  var name: String { get }

  /// Asks for credentials.
  ///
  /// - Returns: The credentials, or `nil` when there is nothing here.
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when there is something, but it cannot be used.
  func credentials() async throws(CredentialError) -> Credentials?
}

/// Gives the credentials to sign one attempt with.
public protocol CredentialProvider: Sendable {
  /// Credentials that are good now.
  ///
  /// - Throws: ``CredentialError`` when there are none.
  func credentials() async throws(CredentialError) -> Credentials

  /// Hears that a service has refused `credentials`, so that newer ones are looked for at the next call.
  func refused(_ credentials: Credentials)
}

extension CredentialProvider {
  /// Nothing: a provider that keeps nothing looks anew at every call.
  public func refused(_ credentials: Credentials) {}
}

/// Credentials that are known beforehand and never change.
public struct FixedCredentials: CredentialProvider {
  private let fixed: Credentials

  /// Always gives `credentials`.
  public init(_ credentials: Credentials) {
    fixed = credentials
  }

  /// The credentials it was made with.
  public func credentials() async throws(CredentialError) -> Credentials { fixed }
}

/// Asks sources in order; the first that has credentials wins.
public struct CredentialChain: CredentialProvider {
  private let sources: [any CredentialSource]

  /// Makes a chain that asks `sources` in this order, at every call.
  public init(_ sources: [any CredentialSource]) {
    self.sources = sources
  }

  /// The credentials of the first source that has some.
  ///
  /// - Throws: ``CredentialError`` of a source that is broken, or ``CredentialError/noneFound(asked:)`` in the end.
  public func credentials() async throws(CredentialError) -> Credentials {
    for source in sources {
      guard var found = try await source.credentials() else { continue }
      found.source = source.name
      return found
    }
    throw .noneFound(asked: sources.map(\.name))
  }
}

/// What a search for credentials is for.
public struct CredentialSearch: Sendable, Equatable {
  /// The access key id that a service has refused: caches that hold it are passed over.
  public var refusedKeyID: String?
  /// Whether a person may be asked, for a code of an MFA device.
  ///
  /// Nobody is disturbed for newer credentials while the present ones are good.
  public var mayAskPerson: Bool

  /// Makes a search.
  public init(refusing refusedKeyID: String? = nil, mayAskPerson: Bool = true) {
    self.refusedKeyID = refusedKeyID
    self.mayAskPerson = mayAskPerson
  }
}
