import AWSClientCore
import TestSupport
import Testing

@Suite struct AWSJSONClientReadTests {
  @Test func `a call is a signed POST of JSON`() async throws {
    let call = JSONCall([.success])
    #expect(try await call.read() == JSONCall.Output(count: 3))
    let request = try #require(call.transport.requests.first)
    #expect(request.method == "POST")
    #expect(request.url == "https://appstream2.eu-west-1.amazonaws.com/")
    #expect(request.headers["Content-Type"] == "application/x-amz-json-1.1")
    #expect(request.headers["X-Amz-Target"] == "PhotonAdminProxyService.DescribeStacks")
    #expect(request.headers["User-Agent"] == "tests")
    #expect(request.headers["amz-sdk-invocation-id"] == "invocation-0")
    #expect(request.headers["amz-sdk-request"] == "attempt=1; max=3")
    #expect(String(decoding: request.body, as: UTF8.self) == "{\"Name\":\"design/α\"}")
    #expect(
      request.headers["Authorization"]?.contains("SignedHeaders=content-type;host;x-amz-date;x-amz-target,") == true
    )
  }

  @Test(
    arguments: [
      ([.success], [], 1, 500),
      ([.throttled, .success], [1.0], 2, 500),
      ([.throttled, .throttled, .success], [1, 2], 3, 495),
      ([.unavailable, .success], [0.05], 2, 500),
      ([.lost, .success], [0.05], 2, 500),
      ([.timedOut, .throttled, .success], [0.05, 2], 3, 486),
      ([.throttled, .lost, .success], [1, 0.1], 3, 495),
    ] as [([ScriptedTransport.Step], [Double], Int, Int)]
  )
  func `a read is sent again after a fault that may pass`(
    steps: [ScriptedTransport.Step],
    waits: [Double],
    requests: Int,
    quota: Int
  ) async throws {
    let call = JSONCall(steps)
    #expect(try await call.read() == JSONCall.Output(count: 3))
    #expect(call.clock.sleeps.elements == waits.map { .seconds($0) })
    #expect(call.transport.requests.count == requests)
    #expect(call.quota.available == quota)
  }

  @Test func `after the third attempt it gives up, and the cost is gone`() async {
    let call = JSONCall([.throttled, .lost, .unavailable, .success])
    let error = await #expect(throws: ServiceError.self) { try await call.read() }
    #expect(error?.code == "HTTP 503")
    #expect(call.transport.requests.count == 3)
    #expect(call.quota.available == 500 - 5 - 14)
  }

  @Test func `under a limiter of reads a throttled read waits until it is answered, and costs nothing`() async throws {
    let call = JSONCall([ScriptedTransport.Step](repeating: .throttled, count: 40) + [.success], readLimiter: true)
    #expect(try await call.read() == JSONCall.Output(count: 3))
    #expect(call.transport.requests.count == 41)
    #expect(call.quota.available == 500)
    #expect(call.clock.sleeps.elements.max().map { $0 <= .seconds(20) } == true)
  }

  @Test func `under a limiter of reads other faults end a read as ever`() async {
    let call = JSONCall([.throttled, .lost, .unavailable, .success], readLimiter: true)
    let error = await #expect(throws: ServiceError.self) { try await call.read() }
    #expect(error?.code == "HTTP 503")
    #expect(call.quota.available == 500 - 14)
  }

  @Test func `a limiter of reads holds no writes back, and sends none again`() async {
    let call = JSONCall([.throttled, .throttled, .success], readLimiter: true)
    for _ in 0..<2 { await #expect(throws: ServiceError.self) { try await call.write() } }
    #expect(call.transport.requests.count == 2)
    #expect(call.clock.sleeps.elements == [])
  }

  @Test func `without quota nothing is sent again`() async {
    let call = JSONCall([.lost, .success], quota: RetryQuota(capacity: 13))
    await #expect(throws: ServiceError.self) { try await call.read() }
    #expect(call.transport.requests.count == 1)
    #expect(call.clock.sleeps.elements == [])
    #expect(call.quota.available == 13)
  }

  @Test(
    arguments: [
      .json("{\"__type\":\"AccessDeniedException\"}", status: 400), .json("{\"__type\":\"X\"}", status: 404),
      .answer("", type: "text/plain", status: 409), .failure(.cancelled(host: "h")), .json("not JSON"),
      .failure(.untrusted(host: "h", reason: "its certificate is for another name")),
    ] as [ScriptedTransport.Step]
  )
  func `a read is not sent again after anything else`(step: ScriptedTransport.Step) async {
    let call = JSONCall([step, .success])
    await #expect(throws: ServiceError.self) { try await call.read() }
    #expect(call.transport.requests.count == 1)
    #expect(call.quota.available == 500)
  }

  @Test func `each attempt has its own date and signature and the same invocation id`() async throws {
    let call = JSONCall([.throttled, .lost, .success])
    _ = try await call.read()
    #expect(call.sent("X-Amz-Date") == ["20261122T140215Z", "20261122T140216Z", "20261122T140217Z"])
    #expect(Set(call.sent("Authorization")).count == 3)
    #expect(call.sent("amz-sdk-invocation-id") == [String](repeating: "invocation-0", count: 3))
    #expect(call.sent("amz-sdk-request") == ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"])
  }

  @Test func `each call has its own invocation id`() async throws {
    let call = JSONCall([.success, .success])
    _ = try await call.read()
    _ = try await call.read()
    #expect(call.sent("amz-sdk-invocation-id") == ["invocation-0", "invocation-1"])
  }

  @Test(arguments: [
    ("3000", 3.0), ("500", 1), ("90000", 6), ("-1", 1), ("soon", 1), ("", 1),
    ("3000 ", 3), ("\t3000", 3), ("99999999999999999999", 6),
  ])
  func `the service's own wait is respected`(header: String, seconds: Double) async throws {
    let slow = ScriptedTransport.Step.json(
      "{\"__type\":\"ThrottlingException\"}",
      status: 400,
      headers: ["x-amz-retry-after": header]
    )
    let call = JSONCall([slow, .success])
    _ = try await call.read()
    #expect(call.clock.sleeps.elements == [.seconds(seconds)])
  }

  @Test func `cancelling the task ends the waiting`() async {
    let call = JSONCall([.throttled, .success])
    let task = Task { () async -> Result<JSONCall.Output, ServiceError> in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(ServiceError) { return .success(try await call.read()) } catch { return .failure(error) }
    }
    #expect(await task.value == .failure(.cancelled(operation: "DescribeStacks")))
    #expect(call.transport.requests.count == 1)
  }

  @Test func `without credentials nothing is sent`() async {
    let transport = ScriptedTransport([.success])
    let client = AWSJSONClient(
      targetPrefix: "P",
      endpoint: Endpoint(scheme: .https, host: "h"),
      caller: SignedCaller(
        scope: SigningScope(region: "eu-west-1", service: "appstream"),
        credentials: CredentialChain([]),
        transport: transport,
        context: .still()
      )
    )
    await #expect(throws: ServiceError.credentials(.noneFound(asked: []))) {
      try await client.read("DescribeStacks", JSONCall.Input(), returning: JSONCall.Output.self)
    }
    #expect(transport.requests == [])
  }
}
