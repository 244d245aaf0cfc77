import FoundationEssentials
import PlainText

/// The operation of IAM Identity Center's portal that gives the keys of a role for an access token.
///
/// https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
struct SSOPortal {
  let endpoint: Endpoint
  let caller: TokenCaller

  /// The keys of a role in an account.
  ///
  /// - Throws: ``ServiceError``; a refusal with status 401 means that the token is no longer good.
  func roleCredentials(account: String, role: String, token: Secret) async throws(ServiceError) -> ReceivedCredentials {
    let operation = "GetRoleCredentials"
    let request = HTTPRequest(
      method: "GET",
      endpoint: endpoint,
      path: endpoint.path.appendingPath("federation/credentials"),
      query: "role_name=\(PercentEncoding.encode(role))&account_id=\(PercentEncoding.encode(account))",
      headers: ["x-amz-sso_bearer_token": token.exposed]
    )
    let response = try await caller.send(request, operation: operation, secrets: [token])
    guard let answer = try? JSONDecoder().decodeForeign(Answer.self, from: response.body) else {
      throw .unreadable(operation: operation, reason: "the body is \(ErrorAnswer.bodyKind(response))", requestID: nil)
    }
    let keys = answer.roleCredentials
    return ReceivedCredentials(
      accessKeyID: keys.accessKeyId,
      secretAccessKey: Secret(keys.secretAccessKey),
      sessionToken: Secret(keys.sessionToken),
      expiration: Date(clampedSeconds: keys.expiration / 1000)
    )
  }

  private struct Answer: Decodable {
    let roleCredentials: Keys

    struct Keys: Decodable {
      let accessKeyId: String
      let secretAccessKey: String
      let sessionToken: String
      /// In milliseconds.
      let expiration: Double
    }
  }
}

extension String {
  /// This path with `rest` after it, and one slash between them.
  func appendingPath(_ rest: String) -> String {
    (hasSuffix("/") ? self : self + "/") + rest
  }
}
