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
