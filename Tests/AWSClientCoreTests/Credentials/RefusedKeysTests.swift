import AWSClientCore
import FoundationEssentials
import PlainText
import Synchronization
import TestSupport
import Testing

@Suite struct RefusedKeysTests {
  @Test(arguments: [
    ("ExpiredTokenException", "B"), ("UnrecognizedClientException", "B"), ("InvalidSignatureException", "B"),
    ("RequestTimeTooSkewed", "A"), ("AccessDeniedException", "A"), ("ThrottlingException", "A"),
  ])
  func `the call after one whose keys were refused has other keys`(code: String, id: String) async throws {
    let keys = Mutex(["A", "B"])
    let provider = RenewingCredentials(CallContext.still()) { _ in
      Credentials(accessKeyID: keys.withLock { $0.removeFirst() }, secretAccessKey: Secret("s"))
    }
    let transport = ScriptedTransport([.json("{\"__type\": \"\(code)\"}", status: 400), .json("{}")])
    let (caller, request) = Self.call(provider, transport)
    await #expect(throws: ServiceError.self) { try await caller.send(request, operation: "DescribeStacks") }
    _ = try await caller.send(request, operation: "DescribeStacks")
    let signatures = transport.requests.compactMap { $0.headers["Authorization"] }
    #expect(signatures.map { $0.contains("Credential=A/") } == [true, id == "A"])
    #expect(signatures.last?.contains("Credential=\(id)/") == true)
  }

  @Test func `keys are as good as before when the clock was to blame for the refusal`() async throws {
    let searches = Mutex(0)
    let provider = RenewingCredentials(CallContext.still()) { _ in
      searches.withLock { $0 += 1 }
      return Credentials(accessKeyID: "A", secretAccessKey: Secret("s"))
    }
    let late = ScriptedTransport.Step.json(
      "{\"__type\": \"InvalidSignatureException\"}",
      status: 403,
      headers: ["Date": "Sun, 22 Nov 2026 14:14:15 GMT"]
    )
    let call = Self.call(provider, ScriptedTransport([late, .json("{}"), .json("{}")]))
    for _ in 1...2 { _ = try await call.caller.send(call.request, operation: "DescribeStacks") }
    #expect(searches.withLock(\.self) == 1)
  }

  @Test func `a request is dated when there are keys, however long somebody took to type a code`() async throws {
    let time = Mutex(Date(timeIntervalSince1970: 1_795_356_135))
    let provider = RenewingCredentials(CallContext.still()) { _ in
      time.withLock { $0 += 360 }
      return Credentials(accessKeyID: "A", secretAccessKey: Secret("s"))
    }
    let transport = ScriptedTransport([.json("{}")])
    let call = Self.call(provider, transport, ServiceClock(now: { time.withLock(\.self) }))
    _ = try await call.caller.send(call.request, operation: "DescribeStacks")
    #expect(transport.requests.first?.headers["X-Amz-Date"] == "20261122T140815Z")
  }

  private static func call(
    _ provider: any CredentialProvider,
    _ transport: ScriptedTransport,
    _ clock: ServiceClock? = nil
  ) -> (caller: SignedCaller, request: HTTPRequest) {
    var context = CallContext.still()
    if let clock { context.serviceClock = clock }
    let caller = SignedCaller(
      scope: SigningScope(region: "eu-west-1", service: "appstream"),
      credentials: provider,
      transport: transport,
      context: context
    )
    return (caller, HTTPRequest(endpoint: Endpoint(scheme: .https, host: "example.com")))
  }
}
