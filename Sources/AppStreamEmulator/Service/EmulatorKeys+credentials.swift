package import AWSClientCore
import PlainText

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
