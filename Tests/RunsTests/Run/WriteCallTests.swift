import AWSClientCore
import AppStream
import TestSupport
import Testing

@testable import Runs

/// What an error of a write call means for its entries.
struct WriteCallTests {
  private let order = SendOrder(batch: 7, attempt: 2, entries: [3])

  @Test(arguments: ["ThrottlingException", "TooManyRequestsException", "RequestLimitExceeded", "SlowDown"])
  func `a throttle code means that nothing was applied`(code: String) {
    #expect(Runner.record(of: Sample.refusal(code), to: order) == .throttled(batch: 7, attempt: 2))
  }

  @Test(arguments: [
    ("AccessDeniedException", CallRefusal.Kind.accessDenied),
    ("ExpiredTokenException", .credentials),
    ("InvalidSignatureException", .credentials),
    ("UnrecognizedClientException", .credentials),
    ("OperationNotPermittedException", .entries),
    ("InvalidParameterCombinationException", .entries),
    ("LimitExceededException", .entries),
    ("BrandNewException", .entries),
  ])
  func `a refusal keeps the service's code, words and request id`(code: String, kind: CallRefusal.Kind) {
    let refusal = CallRefusal(code: code, message: "No.", requestID: "r-1", kind: kind)
    #expect(
      Runner.record(of: Sample.refusal(code), to: order) == .refused(batch: 7, attempt: 2, refusal: refusal)
    )
  }

  @Test(arguments: [
    Sample.refusal("InternalFailure", status: 500),
    Sample.refusal("HTTP 502", status: 502),
    Sample.refusal("RequestTimeoutException", status: 408),
    .unreachable(operation: "Write", .responseTimedOut(host: "x.example", seconds: 20)),
    .unreachable(operation: "Write", .connectionLost(host: "x.example", reason: "reset")),
    .unreachable(operation: "Write", .cannotConnect(host: "x.example", reason: "refused")),
    .unreadable(operation: "Write", reason: "it is HTML", requestID: "r-1"),
    .cancelled(operation: "Write"),
  ])
  func `an answer that says nothing for sure is lost`(error: ServiceError) {
    #expect(Runner.record(of: error, to: order) == .lost(batch: 7, attempt: 2, reason: error.description))
  }

  @Test func `no credentials means that nothing was sent`() {
    let error = CredentialError.noneFound(asked: ["the environment"])
    let refusal = CallRefusal(
      code: "NO_CREDENTIALS",
      message: error.description,
      requestID: nil,
      kind: .credentials
    )
    #expect(
      Runner.record(of: .credentials(error), to: order) == .refused(batch: 7, attempt: 2, refusal: refusal)
    )
  }
}
