import AWSClientCore
import PlainText
import TestSupport
import Testing

@Suite struct STSClientTests {
  private func identity(from step: ScriptedTransport.Step) async throws -> (CallerIdentity, ScriptedTransport) {
    let transport = ScriptedTransport([step])
    let caller = SignedCaller(
      scope: SigningScope(region: "eu-west-1", service: AWSService.sts.signingName),
      credentials: FixedCredentials(Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("secret"))),
      transport: transport,
      context: .still()
    )
    let endpoint = Endpoint(scheme: .https, host: "sts.eu-west-1.amazonaws.com")
    return (try await STSClient(endpoint: endpoint, caller: caller).getCallerIdentity(), transport)
  }

  private func xml(_ members: String) -> String {
    """
    <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <GetCallerIdentityResult>
        \(members)
      </GetCallerIdentityResult>
      <ResponseMetadata><RequestId>01234567-89ab-cdef</RequestId></ResponseMetadata>
    </GetCallerIdentityResponse>
    """
  }

  @Test func `the caller is read off the response`() async throws {
    let members = """
      <Arn>arn:aws:sts::123456789012:assumed-role/ops/ana&amp;bo</Arn>
      <UserId>AROAEXAMPLE:ana&amp;bo</UserId>
      <Account>123456789012</Account>
      """
    let (identity, _) = try await identity(from: .answer(xml(members), type: "text/xml"))
    #expect(
      identity
        == CallerIdentity(
          account: "123456789012",
          arn: "arn:aws:sts::123456789012:assumed-role/ops/ana&bo",
          userID: "AROAEXAMPLE:ana&bo"
        )
    )
  }

  @Test func `the call is one signed form`() async throws {
    let members = "<Arn>a</Arn><UserId>u</UserId><Account>1</Account>"
    let (_, transport) = try await identity(from: .answer(xml(members), type: "text/xml"))
    let request = try #require(transport.requests.first)
    #expect(transport.requests.count == 1)
    #expect(request.method == "POST")
    #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded; charset=utf-8")
    #expect(request.headers["X-Amz-Date"] == "20261122T140215Z")
    #expect(request.headers["Authorization"]?.contains("/20261122/eu-west-1/sts/aws4_request") == true)
    #expect(String(decoding: request.body, as: UTF8.self) == "Action=GetCallerIdentity&Version=2011-06-15")
  }

  @Test func `a refusal comes with the service's own code and words`() async throws {
    let body = """
      <ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code>
      <Message>The security token included in the request is invalid.</Message></Error>
      <RequestId>7f3a</RequestId></ErrorResponse>
      """
    let error = await #expect(throws: ServiceError.self) {
      try await identity(from: .success(HTTPResponse(status: 403, body: Array(body.utf8))))
    }
    #expect(
      error.map { "\($0)" }
        == "The service refused GetCallerIdentity: The security token included in the request is invalid "
        + "(InvalidClientTokenId, request 7f3a). Renew the credentials, or choose another profile with --profile."
    )
  }

  @Test(arguments: [
    "", "<html>Welcome</html>", "<Account>1</Account><Arn>a</Arn>", "<Account></Account><Arn>a</Arn><UserId>u</UserId>",
  ])
  func `a response without a caller cannot be read`(body: String) async {
    let error = ServiceError.unreadable(
      operation: "GetCallerIdentity",
      reason: "it names no caller",
      requestID: "7f3a"
    )
    await #expect(throws: error) { try await identity(from: .answer(body, type: "text/xml")) }
  }

  @Test func `a lost response is asked for only once`() async {
    let lost = TransportError.connectionLost(host: "sts.eu-west-1.amazonaws.com", reason: "the other side closed it")
    await #expect(throws: ServiceError.unreachable(operation: "GetCallerIdentity", lost)) {
      try await identity(from: .failure(lost))
    }
  }
}
