import AWSClientCore
import Crypto
import FoundationEssentials
import Synchronization

extension CredentialServices {
  /// CreateOAuth2Token of AWS Sign-In; the proof is checked by code that shares nothing with the one that makes it.
  func answerSignIn(_ request: HTTPRequest, _ path: String) -> HTTPResponse {
    let members = (try? JSONDecoder().decode([String: String].self, from: Data(request.body))) ?? [:]
    note("CreateOAuth2Token \(members["grantType"] ?? "") \(members["clientId"] ?? "")")
    guard request.method == "POST", path == "v1/token" else { return Self.answer(404, "") }
    if let flaw = flaw(inProof: request.headers["DPoP"] ?? "", url: request.url) {
      return Self.answer(400, #"{"error":"INVALID_REQUEST","message":"DPoP: \#(flaw)"}"#)
    }
    guard members["refreshToken"] == rules.loginRefreshToken else {
      return Self.answer(403, #"{"error":"TOKEN_EXPIRED","message":"expired"}"#)
    }
    change { $0.loginRefreshToken = "login-refresh-s3cret-2" }
    let key = key("login")
    return Self.answer(
      200,
      """
      {"accessToken":{"accessKeyId":"\(key.id)","secretAccessKey":"\(key.secret)","sessionToken":"\(key.token)"},\
      "expiresIn":900,"refreshToken":"login-refresh-s3cret-2","tokenType":"aws_sigv4"}
      """
    )
  }

  private struct ProofHeader: Decodable {
    let typ: String
    let alg: String
    let jwk: [String: String]
  }

  private struct ProofClaims: Decodable {
    let htm: String
    let htu: String
    let iat: Int
    let jti: String
  }

  private func flaw(inProof proof: String, url: String) -> String? {
    let parts = proof.split(separator: ".").map(String.init)
    guard parts.count == 3, let header = Self.decoded(parts[0]), let claims = Self.decoded(parts[1]),
      let signature = Self.decoded(parts[2]),
      let head = try? JSONDecoder().decode(ProofHeader.self, from: header),
      let said = try? JSONDecoder().decode(ProofClaims.self, from: claims)
    else { return "not a token" }
    guard head.typ == "dpop+jwt", head.alg == "ES256", head.jwk["kty"] == "EC", head.jwk["crv"] == "P-256" else {
      return "wrong type"
    }
    guard let x = head.jwk["x"].flatMap(Self.decoded), let y = head.jwk["y"].flatMap(Self.decoded),
      x + y == rules.loginKey,
      let key = try? P256.Signing.PublicKey(rawRepresentation: x + y),
      let pair = try? P256.Signing.ECDSASignature(rawRepresentation: signature),
      key.isValidSignature(pair, for: Data("\(parts[0]).\(parts[1])".utf8))
    else { return "wrong key or signature" }
    guard said.htm == "POST", said.htu == url, abs(Double(said.iat) - now().timeIntervalSince1970) < 300 else {
      return "for another request"
    }
    return state.withLock { $0.proofs.insert(said.jti).inserted } ? nil : "used before"
  }

  private static func decoded(_ text: String) -> Data? {
    let standard = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    return Data(base64Encoded: String(standard) + String(repeating: "=", count: (4 - text.count % 4) % 4))
  }
}
