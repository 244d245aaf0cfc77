import AWSClientCore
import Testing

@Suite struct ServiceErrorTests {
  private static let timedOut = TransportError.responseTimedOut(host: "h", seconds: 20)

  @Test(
    arguments: [
      (
        .refused(Refusal(operation: "DescribeStacks", code: "SomethingNew", message: "no", status: 400)),
        "SomethingNew",
        "The service refused DescribeStacks: no (SomethingNew)."
      ),
      (
        .unreachable(operation: "DescribeStacks", timedOut), "TIMED_OUT",
        "DescribeStacks got no response. h did not answer within 20 s. Try again, or check the endpoint."
      ),
      (
        .unreadable(operation: "DescribeStacks", reason: "the body is empty", requestID: "7f3a"), "UNREADABLE_ANSWER",
        "The response to DescribeStacks cannot be read: the body is empty, request 7f3a. "
          + "Check the endpoint, and that no proxy answers in its place."
      ),
      (
        .repeatedPageToken(operation: "DescribeStacks"), "REPEATED_PAGE_TOKEN",
        "DescribeStacks gave the same page token twice, so the rest of the list cannot be read. Try again later."
      ),
      (
        .listKeepsChanging(operation: "DescribeStacks"), "UNREADABLE_ANSWER",
        "DescribeStacks gave another list each time it was read, so nobody knows what is on it. "
          + "Try again when nobody else is changing it."
      ),
      (
        .credentials(.unusable(source: "the environment", reason: "it is broken")), "NO_CREDENTIALS",
        "The credentials in the environment cannot be used: it is broken."
      ),
      (.cancelled(operation: "DescribeStacks"), "CANCELLED", "DescribeStacks was cancelled."),
    ] as [(ServiceError, String, String)]
  )
  func `an error has a code and a sentence`(error: ServiceError, code: String, sentence: String) {
    #expect(error.code == code)
    #expect("\(error)" == sentence)
  }

  @Test(
    arguments: [
      (.cannotConnect(host: "h", reason: "r"), "CANNOT_CONNECT"),
      (.untrusted(host: "h", reason: "r"), "CANNOT_CONNECT"),
      (.connectTimedOut(host: "h", seconds: 5), "TIMED_OUT"), (.responseTimedOut(host: "h", seconds: 5), "TIMED_OUT"),
      (.connectionLost(host: "h", reason: "r"), "CONNECTION_LOST"), (.cancelled(host: "h"), "CONNECTION_LOST"),
    ] as [(TransportError, String)]
  )
  func `what the network did has a code of its own`(error: TransportError, code: String) {
    #expect(ServiceError.unreachable(operation: "DescribeStacks", error).code == code)
  }
}
