import Crypto
import FoundationEssentials
import PlainText

/// The proof that whoever sends a request has the private key that a session is bound to.
///
/// Form: RFC 9449, section 4.2: a JSON Web Token of type `dpop+jwt`, signed with ES256 (RFC 7518, section 3.4).
struct DPoPProof {
  let method: String
  let url: String
  let date: Date
  let id: String

  /// The value of the `DPoP` header, or `nil` when the key cannot sign.
  func signed(with key: P256.Signing.PrivateKey) -> String? {
    let point = key.publicKey.rawRepresentation
    let header: JSONValue = .object([
      "alg": .string("ES256"),
      "typ": .string("dpop+jwt"),
      "jwk": .object([
        "crv": .string("P-256"),
        "kty": .string("EC"),
        "x": .string(Self.base64(point.prefix(32))),
        "y": .string(Self.base64(point.suffix(32))),
      ]),
    ])
    let claims: JSONValue = .object([
      "htm": .string(method),
      "htu": .string(url),
      "iat": .integer(Int(date.timeIntervalSince1970)),
      "jti": .string(id),
    ])
    let text = Self.base64(Data(header.bytes)) + "." + Self.base64(Data(claims.bytes))
    guard let signature = try? key.signature(for: Data(text.utf8)) else { return nil }
    return text + "." + Self.base64(signature.rawRepresentation)
  }

  /// Base64 for URLs, without padding (RFC 4648, section 5).
  private static func base64(_ bytes: Data) -> String {
    String(
      bytes.base64EncodedString().filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
    )
  }
}
