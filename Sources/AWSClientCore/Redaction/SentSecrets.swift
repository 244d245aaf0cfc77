import PlainText
import Synchronization

/// The secrets of signed calls: those of the credentials, which stay for many calls, and the signature of one.
final class SentSecrets: Sendable {
  private let last = Mutex<(credentials: Credentials, pieces: SecretPieces)?>(nil)

  /// What to take out of the answer to `request`, which was signed with `credentials`.
  func redaction(of request: HTTPRequest, with credentials: Credentials) -> Redaction {
    let pieces = last.withLock { last in
      if let last, last.credentials == credentials { return last.pieces }
      let secrets = [credentials.secretAccessKey, credentials.sessionToken].compactMap(\.self)
      let pieces = SecretPieces(secrets)
      last = (credentials, pieces)
      return pieces
    }
    let signature = request.headers["Authorization"].flatMap { value in
      value.firstRange(of: "Signature=").map { Secret(String(value[$0.upperBound...])) }
    }
    return Redaction([pieces, SecretPieces([signature].compactMap(\.self))])
  }
}
