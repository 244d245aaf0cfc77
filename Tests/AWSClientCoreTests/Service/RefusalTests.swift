import AWSClientCore
import Testing

@Suite struct RefusalTests {
  private func refusal(_ code: String, _ status: Int = 400, message: String = "", id: String? = nil) -> Refusal {
    Refusal(
      operation: "DescribeStacks",
      code: code,
      message: message,
      status: status,
      requestID: id,
      iamAction: "appstream:DescribeStacks"
    )
  }

  @Test(arguments: [
    ("ThrottlingException", 400, Refusal.Kind.throttled),
    ("HTTP 429", 429, .throttled),
    ("ThrottlingException", 503, .throttled),
    ("LimitExceededException", 400, .other),
    ("ExpiredTokenException", 400, .credentialsRefused),
    ("InvalidSignatureException", 403, .credentialsRefused),
    ("RequestTimeTooSkewed", 403, .credentialsRefused),
    ("UnrecognizedClientException", 400, .credentialsRefused),
    ("AccessDeniedException", 400, .accessDenied),
    ("AccessDenied", 403, .accessDenied),
    ("InternalFailure", 500, .serverFault),
    ("HTTP 504", 504, .serverFault),
    ("RequestTimeout", 408, .serverFault),
    ("ResourceNotFoundException", 400, .other),
    ("SomethingNew", 400, .other),
  ])
  func `code and status say what a refusal means`(code: String, status: Int, kind: Refusal.Kind) {
    #expect(refusal(code, status).kind == kind)
  }

  @Test(arguments: [
    (
      "ThrottlingException", "Rate exceeded",
      "The service refused DescribeStacks: Rate exceeded (ThrottlingException, request 7f3a). "
        + "It is busy: try again in a minute."
    ),
    (
      "ExpiredTokenException", "The token has expired.",
      "The service refused DescribeStacks: The token has expired (ExpiredTokenException, request 7f3a). "
        + "Renew the credentials, or choose another profile with --profile."
    ),
    (
      "AccessDeniedException", "",
      "The service refused DescribeStacks: no reason given (AccessDeniedException, request 7f3a). "
        + "Ask for the IAM action appstream:DescribeStacks, or choose another profile with --profile."
    ),
    (
      "SomethingNew", "No.",
      "The service refused DescribeStacks: No (SomethingNew, request 7f3a)."
    ),
  ])
  func `a refusal is a sentence in the service's own words`(code: String, message: String, sentence: String) {
    #expect("\(refusal(code, message: message, id: "7f3a"))" == sentence)
  }

  @Test func `without a request id the sentence has none`() {
    #expect(
      "\(refusal("HTTP 502", 502, message: "the body is an HTML page"))"
        == "The service refused DescribeStacks: the body is an HTML page (HTTP 502). Try again in a few minutes."
    )
  }
}
