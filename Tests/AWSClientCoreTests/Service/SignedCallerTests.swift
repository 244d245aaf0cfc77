import AWSClientCore
import InMemoryLogging
import Logging
import PlainText
import TestSupport
import Testing

@Suite struct SignedCallerTests {
  private let log = InMemoryLogHandler()

  /// Sends one request whose every part holds a secret word, and gives what was logged about it.
  private func logged(_ step: ScriptedTransport.Step) async -> [InMemoryLogHandler.Entry] {
    var context = CallContext.still()
    context.logger = Logger(label: "test") { _ in log }
    context.logger.logLevel = .trace
    let caller = SignedCaller(
      scope: SigningScope(region: "eu-west-1", service: "appstream"),
      credentials: FixedCredentials(
        Credentials(
          accessKeyID: "hunter-id",
          secretAccessKey: Secret("hunter-secret"),
          sessionToken: Secret("hunter-token")
        )
      ),
      transport: ScriptedTransport([step]),
      context: context
    )
    let request = HTTPRequest(
      endpoint: Endpoint(scheme: .https, host: "h"),
      headers: ["X-Note": "hunter-header"],
      body: Array("hunter-body".utf8)
    )
    do throws(ServiceError) {
      _ = try await caller.send(request, operation: "DescribeStacks")
    } catch {
      #expect(error.code != "")
    }
    return log.entries
  }

  @Test func `a response is logged quietly, with its request id`() async {
    #expect(
      await logged(.json("{}"))
        == [
          InMemoryLogHandler.Entry(
            level: .debug,
            message: "answered",
            metadata: ["operation": "DescribeStacks", "status": "200", "request": "7f3a"]
          )
        ]
    )
  }

  @Test func `a refusal is logged with the service's own code`() async {
    #expect(
      await logged(.json("{\"__type\":\"AccessDeniedException\",\"message\":\"hunter-message\"}", status: 400))
        == [
          InMemoryLogHandler.Entry(
            level: .warning,
            message: "refused",
            metadata: [
              "operation": "DescribeStacks", "status": "400", "code": "AccessDeniedException", "request": "7f3a",
            ]
          )
        ]
    )
  }

  @Test(
    arguments: [
      .json("{\"Users\":[{\"UserName\":\"hunter@example.com\"}]}"),
      .json("{\"message\":\"hunter\"}", status: 403, headers: ["Set-Cookie": "hunter"]),
      .failure(.responseTimedOut(host: "h", seconds: 20)),
    ] as [ScriptedTransport.Step]
  )
  func `no part of a request or of a response's body is logged`(step: ScriptedTransport.Step) async {
    let entries = await logged(step)
    #expect(entries.count == 1)
    for entry in entries { #expect(!"\(entry.message) \(entry.metadata)".contains("hunter")) }
  }
}
