package import AWSClientCore
package import FoundationEssentials
import PlainText

/// The key pairs that the emulator knows, and whose they are.
///
/// They are constants that anybody may read, and good for nothing else.
package struct EmulatorKeys: Sendable {
  /// One key pair.
  package struct Key: Sendable, Equatable {
    /// The access key id.
    package var accessKeyID: String
    /// The secret access key.
    package var secretAccessKey: String
    /// The session token that must come with it; `nil` for a user's own key.
    package var sessionToken: String?
    /// When it ends; `nil`: never.
    package var expiration: Date?
    /// Who it belongs to.
    package var identity: EmulatedIdentity

    /// Makes a key pair.
    package init(
      accessKeyID: String,
      secretAccessKey: String,
      sessionToken: String? = nil,
      expiration: Date? = nil,
      identity: EmulatedIdentity
    ) {
      self.accessKeyID = accessKeyID
      self.secretAccessKey = secretAccessKey
      self.sessionToken = sessionToken
      self.expiration = expiration
      self.identity = identity
    }
  }

  /// The key pairs, by access key id.
  package var keys: [String: Key]

  /// Makes a set of key pairs.
  package init(_ keys: [Key]) {
    self.keys = Dictionary(keys.map { ($0.accessKeyID, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// The three that every emulator knows: a user's, a role's with a session token, and one of another account.
  package static let `default` = EmulatorKeys([user, role, otherAccount])

  /// The key of the IAM user `emulator`: the pair to use where nothing else is wanted.
  package static let user = Key(
    accessKeyID: "AKIAEMULATOR00000001",
    secretAccessKey: "EmulatorSecretKeyThatIsNotARealOne000001",
    identity: EmulatedIdentity(
      account: EmulatorAccount.number,
      arn: "arn:aws:iam::\(EmulatorAccount.number):user/emulator",
      userID: "AIDAEMULATOR00000001"
    )
  )

  /// The key of a session of the role `StackOps`.
  package static let role = Key(
    accessKeyID: "ASIAEMULATOR00000002",
    secretAccessKey: "EmulatorSecretKeyThatIsNotARealOne000002",
    sessionToken: "EmulatorSessionTokenThatIsNotARealOne",
    identity: EmulatedIdentity(
      account: EmulatorAccount.number,
      arn: "arn:aws:sts::\(EmulatorAccount.number):assumed-role/StackOps/j.keller",
      userID: "AROAEMULATOR00000002:j.keller"
    )
  )

  /// The key of a user of another account, who sees the same directory: for programs that must notice the change.
  package static let otherAccount = Key(
    accessKeyID: "AKIAEMULATOR00000003",
    secretAccessKey: "EmulatorSecretKeyThatIsNotARealOne000003",
    identity: EmulatedIdentity(
      account: "210987654321",
      arn: "arn:aws:iam::210987654321:user/somebody-else",
      userID: "AIDAEMULATOR00000003"
    )
  )
}

/// Who a key belongs to, as `GetCallerIdentity` says it.
package struct EmulatedIdentity: Sendable, Equatable {
  /// The account's twelve digits.
  package var account: String
  /// The user's or the role session's ARN.
  package var arn: String
  /// The unique id.
  package var userID: String

  /// Makes an identity.
  package init(account: String, arn: String, userID: String) {
    self.account = account
    self.arn = arn
    self.userID = userID
  }
}

extension EmulatorKeys.Key {
  /// The key pair as a client signs with it.
  package var credentials: Credentials {
    Credentials(
      accessKeyID: accessKeyID,
      secretAccessKey: Secret(secretAccessKey),
      sessionToken: sessionToken.map(Secret.init),
      expiration: expiration
    )
  }
}
