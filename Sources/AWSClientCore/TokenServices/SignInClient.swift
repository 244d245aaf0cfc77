import Crypto
import FoundationEssentials
import PlainText

/// The operation of AWS Sign-In that renews the session of `aws login`.
///
/// The request proves by a DPoP header (RFC 9449) that it comes from where the session began.
struct SignInClient {
  let endpoint: Endpoint
  let caller: TokenCaller

  /// What a renewal gives.
  struct Renewed {
    let credentials: Credentials
    let refreshToken: Secret
    /// In seconds.
    let expiresIn: Double

    struct Credentials {
      let accessKeyID: String
      let secretAccessKey: Secret
      let sessionToken: Secret
    }
  }

  /// New credentials and a new refresh token.
  ///
  /// - Throws: ``ServiceError``; the code of a refusal is the word in its member `error`, such as `TOKEN_EXPIRED`.
  func renew(
    _ refreshToken: Secret,
    clientID: String,
    key: P256.Signing.PrivateKey
  ) async throws(ServiceError) -> Renewed {
    let operation = "CreateOAuth2Token"
    let members: [String: JSONValue] = [
      "clientId": .string(clientID),
      "grantType": .string("refresh_token"),
      "refreshToken": .string(refreshToken.exposed),
    ]
    var request = HTTPRequest(
      endpoint: endpoint,
      path: endpoint.path.appendingPath("v1/token"),
      headers: ["Content-Type": "application/json"],
      body: JSONValue.object(members).bytes
    )
    let proof = DPoPProof(
      method: request.method,
      url: request.url,
      date: caller.context.serviceClock.time,
      id: caller.context.invocationID()
    )
    guard let header = proof.signed(with: key) else {
      throw .unreadable(operation: operation, reason: "the request cannot be signed", requestID: nil)
    }
    request.headers["DPoP"] = header
    let response = try await caller.send(request, operation: operation, secrets: [refreshToken, Secret(header)])
    guard let answer = try? JSONDecoder().decodeForeign(Response.self, from: response.body) else {
      throw .unreadable(operation: operation, reason: "the body is \(ErrorResponse.bodyKind(response))", requestID: nil)
    }
    return Renewed(
      credentials: Renewed.Credentials(
        accessKeyID: answer.accessToken.accessKeyId,
        secretAccessKey: Secret(answer.accessToken.secretAccessKey),
        sessionToken: Secret(answer.accessToken.sessionToken)
      ),
      refreshToken: Secret(answer.refreshToken),
      expiresIn: answer.expiresIn
    )
  }

  private struct Response: Decodable {
    let accessToken: AccessToken
    let refreshToken: String
    let expiresIn: Double

    struct AccessToken: Decodable {
      let accessKeyId: String
      let secretAccessKey: String
      let sessionToken: String
    }
  }
}
