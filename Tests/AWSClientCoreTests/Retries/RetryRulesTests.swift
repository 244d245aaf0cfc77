import AWSClientCore
import Testing

@Suite struct RetryRulesTests {
  private static func refused(_ code: String, _ status: Int = 400) -> ServiceError {
    .refused(Refusal(operation: "DescribeStacks", code: code, message: "", status: status))
  }

  private static func unreachable(_ error: TransportError) -> ServiceError {
    .unreachable(operation: "DescribeStacks", error)
  }

  @Test(arguments: [
    "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "TooManyRequestsException",
    "ProvisionedThroughputExceededException", "TransactionInProgressException", "RequestLimitExceeded",
    "BandwidthLimitExceeded", "RequestThrottled", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException",
  ])
  func `a throttle code counts as throttling, whatever the status`(code: String) {
    for status in [400, 429, 503] { #expect(RetryRules.Failure(Self.refused(code, status)) == .throttling) }
  }

  @Test(arguments: ["HTTP 429", "NewThrottlingCode"])
  func `the status of too many requests counts as throttling, whatever the code`(code: String) {
    #expect(RetryRules.Failure(Self.refused(code, 429)) == .throttling)
  }

  @Test(arguments: [
    refused("RequestTimeout"), refused("RequestTimeoutException"), refused("InternalFailure", 500),
    refused("HTTP 502", 502), refused("ServiceUnavailable", 503), refused("HTTP 504", 504),
    unreachable(.cannotConnect(host: "h", reason: "connection refused")),
    unreachable(.connectTimedOut(host: "h", seconds: 5)), unreachable(.responseTimedOut(host: "h", seconds: 20)),
    unreachable(.connectionLost(host: "h", reason: "the other side closed it")),
  ])
  func `a fault that is likely to pass counts as transient`(error: ServiceError) {
    #expect(RetryRules.Failure(error) == .transient)
  }

  @Test(arguments: [
    refused("HTTP 409", 409), refused("LimitExceededException"), refused("RequestLimitExceededException"),
    refused("ConcurrentModificationException"), refused("OperationNotPermittedException"),
    refused("AccessDeniedException"), refused("ResourceNotFoundException"), refused("ExpiredTokenException"),
    refused("InvalidSignatureException"), refused("RequestTimeTooSkewed", 403), refused("HTTP 501", 501),
    refused("HTTP 302", 302), unreachable(.untrusted(host: "h", reason: "its certificate is for another name")),
    unreachable(.cancelled(host: "h")), .unreadable(operation: "o", reason: "r", requestID: nil),
    .repeatedPageToken(operation: "o"), .listKeepsChanging(operation: "o"), .credentials(.noneFound(asked: [])),
    .cancelled(operation: "o"),
  ])
  func `after anything else sending again cannot help`(error: ServiceError) {
    #expect(RetryRules.Failure(error) == nil)
  }

  @Test func `a retry after throttling is cheaper than any other`() {
    #expect(RetryRules.Failure.throttling.cost == 5)
    #expect(RetryRules.Failure.transient.cost == 14)
  }

  @Test(arguments: [
    (RetryRules.Failure.throttling, 1, 1.0, 1.0),
    (.throttling, 1, 0.5, 0.5),
    (.throttling, 1, 0, 0),
    (.throttling, 2, 1, 2),
    (.throttling, 3, 0.25, 1),
    (.throttling, 5, 1, 16),
    (.throttling, 6, 1, 20),
    (.throttling, 60, 0.5, 10),
    (.transient, 1, 1, 0.05),
    (.transient, 2, 1, 0.1),
    (.transient, 3, 0.5, 0.1),
    (.transient, 9, 1, 12.8),
    (.transient, 10, 1, 20),
  ])
  func `the wait doubles up to twenty seconds, and is spread`(
    failure: RetryRules.Failure,
    attempt: Int,
    spread: Double,
    seconds: Double
  ) throws {
    let rules = RetryRules(maximumAttempts: 100)
    let wait = try #require(rules.wait(after: failure, attempt: attempt, hint: nil, spread: spread))
    #expect(abs(wait / .seconds(1) - seconds) < 0.000_001)
  }

  @Test(arguments: [
    (0.0, 0.05), (0.01, 0.05), (0.05, 0.05), (1.5, 1.5), (5.05, 5.05), (6, 5.05), (3_600, 5.05),
  ])
  func `a service that asks for more time gets it, up to five seconds more`(hint: Double, seconds: Double) throws {
    let wait = try #require(RetryRules().wait(after: .transient, attempt: 1, hint: .seconds(hint), spread: 1))
    #expect(abs(wait / .seconds(1) - seconds) < 0.000_001)
  }

  @Test(arguments: [
    (3, [true, true, false, false]), (1, [false, false, false, false]), (4, [true, true, true, false]),
  ])
  func `there are no more attempts than the rules allow`(maximum: Int, goesOn: [Bool]) {
    let rules = RetryRules(maximumAttempts: maximum)
    let decisions = (1...4).map { rules.wait(after: .throttling, attempt: $0, hint: nil, spread: 1) != nil }
    #expect(decisions == goesOn)
    #expect(RetryRules().maximumAttempts == 3)
  }
}
