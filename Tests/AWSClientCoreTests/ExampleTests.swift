import AWSClientCore
import PlainText
import TestSupport
import Testing

/// The example of the library's documentation, compiled.
struct ExampleTests {
  // The example begins here.
  func logGroups(
    over transport: any HTTPTransport,
    with credentials: any CredentialProvider
  ) async throws(ServiceError) -> [String] {
    struct Input: Encodable { let limit: Int }
    struct Output: Decodable { let logGroups: [LogGroup] }
    struct LogGroup: Decodable { let logGroupName: String }

    let client = AWSJSONClient(
      targetPrefix: "Logs_20140328",
      endpoint: Endpoint(scheme: .https, host: "logs.eu-west-1.amazonaws.com"),
      caller: SignedCaller(
        scope: SigningScope(region: "eu-west-1", service: "logs"),
        credentials: credentials,
        transport: transport,
        context: CallContext(userAgent: "my-program/1.0")
      )
    )
    let output: Output = try await client.read("DescribeLogGroups", Input(limit: 50))
    return output.logGroups.map(\.logGroupName)
  }
  // The example ends here.

  @Test func `the example calls a service that the library knows nothing of`() async throws {
    let transport = ScriptedTransport([.json(#"{"logGroups": [{"logGroupName": "bastion", "storedBytes": 1}]}"#)])
    let credentials = FixedCredentials(Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("example")))
    #expect(try await logGroups(over: transport, with: credentials) == ["bastion"])
    let request = try #require(transport.requests.first)
    #expect(request.headers["X-Amz-Target"] == "Logs_20140328.DescribeLogGroups")
    #expect(request.headers["Authorization"]?.contains("/eu-west-1/logs/aws4_request") == true)
  }

  @Test func `the example is the one that the documentation shows`() throws {
    let shown = try DocumentedExample.shown(by: "AWSClientCore")
    #expect(try !shown.isEmpty && shown == DocumentedExample.compiled(in: "\(#filePath)"))
  }
}
