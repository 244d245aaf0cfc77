import AWSClientCore
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@Suite struct ServiceClockTests {
  /// 2026-11-22T14:02:15Z, on a clock that stands still.
  private static let now = Date(timeIntervalSince1970: 1_795_356_135)

  private final class Learnt: Sendable {
    private let list = Mutex<[ClockSkew]>([])
    var skews: [ClockSkew] { list.withLock { $0 } }
    func add(_ skew: ClockSkew) { list.withLock { $0.append(skew) } }
  }

  private static func refusal(_ code: String, at date: String?) -> ScriptedTransport.Step {
    .json("{\"__type\":\"\(code)\"}", status: 403, headers: date.map { ["Date": $0] } ?? [:])
  }

  private static let codes = [
    "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
  ]

  @Test(arguments: codes)
  func `a call that is refused because of the clock is signed again once with the service's time`(
    code: String
  ) async throws {
    let learnt = Learnt()
    let clock = ServiceClock(now: { Self.now }, learnt: learnt.add)
    let call = JSONCall(
      [Self.refusal(code, at: "Sun, 22 Nov 2026 14:14:15 GMT"), .success, .success],
      serviceClock: clock
    )
    _ = try await call.read()
    _ = try await call.read()
    #expect(call.sent("X-Amz-Date") == ["20261122T140215Z", "20261122T141415Z", "20261122T141415Z"])
    #expect(call.sent("amz-sdk-request") == [String](repeating: "attempt=1; max=3", count: 3))
    #expect(learnt.skews == [ClockSkew(seconds: 720)])
    #expect(call.clock.sleeps.elements == [])
    #expect(call.quota.available == 500)
  }

  @Test func `a second refusal is the response`() async {
    let late = Self.refusal("RequestTimeTooSkewed", at: "Sun, 22 Nov 2026 14:14:15 GMT")
    let call = JSONCall([late, late, .success], serviceClock: ServiceClock(now: { Self.now }))
    let error = await #expect(throws: ServiceError.self) { try await call.read() }
    #expect(error?.code == "RequestTimeTooSkewed")
    #expect(call.transport.requests.count == 2)
  }

  @Test(
    arguments: [
      ("InvalidSignatureException", "Sun, 22 Nov 2026 14:05:15 GMT"),
      ("InvalidSignatureException", nil),
      ("InvalidSignatureException", "soon"),
      ("AccessDeniedException", "Sun, 22 Nov 2026 14:14:15 GMT"),
      ("ExpiredTokenException", "Sun, 22 Nov 2026 14:14:15 GMT"),
    ] as [(String, String?)]
  )
  func `without a difference of four minutes the clock is not the reason`(code: String, date: String?) async {
    let learnt = Learnt()
    let call = JSONCall(
      [Self.refusal(code, at: date), .success],
      serviceClock: ServiceClock(now: { Self.now }, learnt: learnt.add)
    )
    await #expect(throws: ServiceError.self) { try await call.read() }
    #expect(call.transport.requests.count == 1)
    #expect(learnt.skews == [])
  }

  @Test func `a write is sent once, and the next one has the service's time`() async throws {
    let learnt = Learnt()
    let call = JSONCall(
      [Self.refusal("InvalidSignatureException", at: "Sun, 22 Nov 2026 13:02:15 GMT"), .success],
      serviceClock: ServiceClock(now: { Self.now }, learnt: learnt.add)
    )
    await #expect(throws: ServiceError.self) { try await call.write() }
    #expect(call.transport.requests.count == 1)
    _ = try await call.write()
    #expect(call.sent("X-Amz-Date") == ["20261122T140215Z", "20261122T130215Z"])
    #expect(learnt.skews == [ClockSkew(seconds: -3_600)])
  }

  @Test func `a retry says when it will no longer wait, on the service's clock`() async throws {
    let busy = ScriptedTransport.Step.json(
      "{\"__type\":\"ThrottlingException\"}",
      status: 400,
      headers: ["Date": "Sun, 22 Nov 2026 14:03:00 GMT"]
    )
    let call = JSONCall([busy, .lost, .success], serviceClock: ServiceClock(now: { Self.now }))
    _ = try await call.read()
    #expect(
      call.sent("amz-sdk-request") == [
        "attempt=1; max=3", "ttl=20261122T140320Z; attempt=2; max=3", "attempt=3; max=3",
      ]
    )
  }

  @Test(arguments: [
    (720.0, "12 minutes behind"), (-300, "5 minutes ahead of"), (5_400, "90 minutes behind"),
    (7_200, "2 hours behind"), (-86_400, "24 hours ahead of"),
  ])
  func `the difference is a sentence that says what to do next`(seconds: Double, words: String) {
    #expect(
      "\(ClockSkew(seconds: seconds))"
        == "This machine's clock is \(words) AWS's. Calls are signed with AWS's time; set the clock."
    )
  }
}
