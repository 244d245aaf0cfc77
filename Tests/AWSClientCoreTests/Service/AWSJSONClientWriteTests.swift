import AWSClientCore
import TestSupport
import Testing

@Suite struct AWSJSONClientWriteTests {
  @Test func `a write gives the result and the request id`() async throws {
    let call = JSONCall([.success])
    let answer = try await call.write()
    #expect(answer.value == JSONCall.Output(count: 3))
    #expect(answer.requestID == "7f3a")
    #expect(call.sent("X-Amz-Target") == ["PhotonAdminProxyService.BatchDisassociateUserStack"])
  }

  @Test(
    arguments: [
      .throttled, .unavailable, .lost, .timedOut, .json("not JSON"), .answer("", type: "text/plain", status: 500),
      .failure(.cannotConnect(host: "h", reason: "connection refused")),
      .failure(.connectTimedOut(host: "h", seconds: 5)), .json("{\"__type\":\"AccessDeniedException\"}", status: 400),
    ] as [ScriptedTransport.Step]
  )
  func `a write is sent once, whatever happens`(step: ScriptedTransport.Step) async {
    let call = JSONCall([step, .success])
    await #expect(throws: ServiceError.self) { try await call.write() }
    #expect(call.transport.requests.count == 1)
    #expect(call.clock.sleeps.elements == [])
    #expect(call.quota.available == 500)
  }

  @Test(arguments: [
    ("", "the body is empty"), ("<html></html>", "the body is an HTML page"),
    ("{\"Count\":", "the body is cut or broken JSON"),
    ("{\"Count\":\"many\"}", "the body is JSON of another shape"), ("[]", "the body is JSON of another shape"),
    ("hello", "the body is not JSON"),
  ])
  func `a response that is no result keeps its request id`(body: String, reason: String) async {
    let call = JSONCall([.json(body)])
    let error = ServiceError.unreadable(operation: "BatchDisassociateUserStack", reason: reason, requestID: "7f3a")
    await #expect(throws: error) { try await call.write() }
  }

  @Test func `a redirect is a refusal and is not followed`() async {
    let call = JSONCall([.answer("", type: "text/html", status: 302, headers: ["Location": "https://elsewhere"])])
    let error = await #expect(throws: ServiceError.self) { try await call.write() }
    #expect(error?.code == "HTTP 302")
    #expect(call.transport.requests.count == 1)
  }
}
