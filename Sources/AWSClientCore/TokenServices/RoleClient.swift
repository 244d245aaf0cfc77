import PlainText

/// The two operations of STS that give the credentials of a role.
///
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and API_AssumeRoleWithWebIdentity.html.
struct RoleClient {
  private let context: CredentialContext
  private let endpoint: Endpoint
  private let region: String

  /// - Throws: ``ConfigurationError`` when the endpoint that is set for STS cannot be used.
  init(region: String, _ context: CredentialContext) throws(ConfigurationError) {
    self.context = context
    self.region = region
    endpoint = try context.network.endpoint(.sts, region)
  }

  /// The credentials of `role`, which whoever calls with `credentials` is allowed to take on.
  func assume(
    _ role: RoleRequest,
    as credentials: Credentials,
    tokenCode: Secret?
  ) async throws(ServiceError) -> ReceivedCredentials {
    var parameters = role.parameters(of: context.program, at: context.calls.serviceClock.time)
    if let tokenCode { parameters.append(("TokenCode", tokenCode.exposed)) }
    let operation = "AssumeRole"
    let caller = SignedCaller(
      scope: .sts(at: endpoint, region: region),
      credentials: FixedCredentials(credentials),
      transport: context.network.transport,
      context: context.calls
    )
    let request = request(operation, parameters)
    // A code is good once: sent again after a response that was lost, it would only be called wrong.
    let attempts = Attempts(context.calls, isRepeatable: tokenCode == nil)
    let response = try await attempts.answer { () async throws(ServiceError) in
      try await caller.send(request, operation: operation, givesCredentials: true)
    }
    return Self.credentials(in: response)
  }

  /// The credentials of `role`, which the identity that `token` proves is allowed to take on; nothing is signed.
  func assume(_ role: RoleRequest, withToken token: Secret) async throws(ServiceError) -> ReceivedCredentials {
    let operation = "AssumeRoleWithWebIdentity"
    let parameters =
      role.parameters(of: context.program, at: context.calls.serviceClock.time)
      + [("WebIdentityToken", token.exposed)]
    let response = try await TokenCaller(context).send(
      request(operation, parameters),
      operation: operation,
      secrets: [token]
    )
    return Self.credentials(in: response)
  }

  private func request(_ operation: String, _ parameters: [(name: String, value: String)]) -> HTTPRequest {
    let all = [("Action", operation), ("Version", "2011-06-15")] + parameters
    return HTTPRequest(
      endpoint: endpoint,
      headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"],
      body: Array(all.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }.joined(separator: "&").utf8)
    )
  }

  private static func credentials(in response: HTTPResponse) -> ReceivedCredentials {
    let answer = TagReader(response.body)
    return ReceivedCredentials(
      accessKeyID: answer.text(of: "AccessKeyId"),
      secretAccessKey: answer.text(of: "SecretAccessKey").map(Secret.init),
      sessionToken: answer.text(of: "SessionToken").map(Secret.init),
      expiration: answer.text(of: "Expiration").flatMap(Timestamp.date)
    )
  }
}
