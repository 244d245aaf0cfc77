package import AWSClientCore
package import FoundationEssentials

/// What the console knows of the credentials that calls are signed with; nothing of it is secret.
package struct FoundCredentials: Sendable, Equatable {
  /// Names the credentials; an id is one account's, for ever
  /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids).
  package let accessKeyID: String
  /// Until when they are good, where that is known.
  package let expiration: Date?
  /// When they were found, by AWS's clock.
  package let moment: Date

  package init(_ credentials: Credentials, at moment: Date) {
    accessKeyID = credentials.accessKeyID
    expiration = credentials.expiration
    self.moment = moment
  }
}
