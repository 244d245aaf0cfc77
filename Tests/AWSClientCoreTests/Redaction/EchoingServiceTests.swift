import FoundationEssentials
import InMemoryLogging
import Logging
import PlainText
import TestSupport
import Testing

@testable import AWSClientCore

/// A service that sends back every header and the body of what it got.
private struct EchoingService: HTTPTransport {
  let status: Int
  let body: @Sendable (_ echo: String) -> String

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let fields = request.headers.fields.map { "\($0.name): \($0.value)" }
    let echo = (fields + [request.url, String(decoding: request.body, as: UTF8.self)]).joined(separator: " | ")
    let token = request.headers["X-Amz-Security-Token"] ?? request.headers["x-amz-sso_bearer_token"] ?? ""
    return HTTPResponse(
      status: status,
      headers: ["x-amzn-RequestId": token, "x-amzn-ErrorType": token, "Date": token],
      body: Array(body(echo.replacing("\"", with: "'")).utf8)
    )
  }
}

@Suite struct EchoingServiceTests {
  private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYq3zA+5hT1e"
  private static let token = "IQoJb3JpZ2luX2VjEPT//////////wEaCWV1LXdlc3QtMSJHMEUCIQDk5+aQZm9vYmFy"
  private let log = InMemoryLogHandler()

  private var context: CallContext {
    var context = CallContext.still()
    context.logger = Logger(label: "test") { _ in log }
    context.logger.logLevel = .trace
    return context
  }

  private func caller(_ service: EchoingService) -> SignedCaller {
    SignedCaller(
      scope: SigningScope(region: "eu-west-1", service: "appstream"),
      credentials: FixedCredentials(
        Credentials(accessKeyID: "ASIA", secretAccessKey: Secret(Self.secret), sessionToken: Secret(Self.token))
      ),
      transport: service,
      context: context
    )
  }

  private func expectClean(_ text: String, _ place: String) {
    for secret in [Self.secret, Self.token, PercentEncoding.encode(Self.token), "Signature=0", "Signature=a"] {
      #expect(!text.contains(secret), "\(place)")
    }
    #expect(text.firstRange(of: "Signature=").map { text[$0.upperBound...].hasPrefix("•••") } ?? true, "\(place)")
  }

  @Test(arguments: [
    "{\"__type\":\"InvalidSignatureException\",\"message\":\"ECHO\"}",
    "{\"__type\":\"ECHO\",\"message\":\"no\"}",
    "{\"code\":\"AccessDenied\",\"Message\":\"ECHO\"}",
    "<Error><Code>SignatureDoesNotMatch</Code><Message>ECHO</Message><RequestId>ECHO</RequestId></Error>",
    "ECHO", "<html>ECHO</html>", "{",
  ])
  func `a refusal holds no secret of the call`(form: String) async {
    let service = EchoingService(status: 403) { form.replacing("ECHO", with: $0) }
    let error = await #expect(throws: ServiceError.self) {
      _ = try await caller(service).send(HTTPRequest(endpoint: Endpoint(scheme: .https, host: "h")), operation: "Do")
    }
    var dumped = ""
    dump(error, to: &dumped)
    expectClean(dumped, "the error")
    expectClean("\(log.entries)", "the log")
    #expect(dumped.contains("•••"))
  }

  @Test func `a response holds none either`() async throws {
    let service = EchoingService(status: 200) { "{\"Name\":\"\($0)\"}" }
    let client = AWSJSONClient(
      targetPrefix: "T",
      endpoint: Endpoint(scheme: .https, host: "h"),
      caller: caller(service)
    )
    let answer = try await client.write("Do", JSONValue.object(["a": .string("b")]), returning: JSONValue.self)
    expectClean("\(answer)", "the response")
    #expect(answer.requestID == "•••")
    #expect(answer.value["Name"]?.text?.contains("X-Amz-Date: 2026") == true)
    expectClean("\(log.entries)", "the log")
  }

  @Test(arguments: [
    ("InvalidSignatureException", "Check your key.\\n\\nThe Canonical String was\\n'POST'", "Check your key."),
    ("SignatureDoesNotMatch", "\\n Check your key.\\r\\nmore", "Check your key."),
    ("ExpiredTokenException", "The token is expired", "The token is expired"),
    ("ValidationException", "Two lines:\\nall kept", "Two lines:\nall kept"),
  ])
  func `of a refusal of credentials only the first paragraph is kept`(
    code: String,
    sent: String,
    kept: String
  ) async throws {
    let service = EchoingService(status: 400) { _ in "{\"__type\":\"\(code)\",\"message\":\"\(sent)\"}" }
    let error = await #expect(throws: ServiceError.self) {
      _ = try await caller(service).send(HTTPRequest(endpoint: Endpoint(scheme: .https, host: "h")), operation: "Do")
    }
    guard case .refused(let refusal) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(refusal.message == kept)
  }
}
