import FoundationEssentials
import PlainText

/// The operation of IAM Identity Center's portal that gives the credentials of a role for an access token.
///
/// https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
struct SSOPortal {
  let endpoint: Endpoint
  let caller: TokenCaller

  /// The credentials of a role in an account.
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
    guard let answer = try? JSONDecoder().decodeForeign(Response.self, from: response.body) else {
      throw .unreadable(operation: operation, reason: "the body is \(ErrorResponse.bodyKind(response))", requestID: nil)
    }
    let credentials = answer.roleCredentials
    return ReceivedCredentials(
      accessKeyID: credentials.accessKeyId,
      secretAccessKey: Secret(credentials.secretAccessKey),
      sessionToken: Secret(credentials.sessionToken),
      expiration: Date(clampedSeconds: credentials.expiration / 1000)
    )
  }

  private struct Response: Decodable {
    let roleCredentials: RoleCredentials

    struct RoleCredentials: Decodable {
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
