import PlainText
import TestSupport
import Testing

@testable import AWSClientCore

@Suite(.timeLimit(.minutes(2))) struct AnswerFuzzTests {
  private static let errors = [
    #"{"__type":"com.amazon.coral.service#ThrottlingException","message":"Rate exceeded"}"#,
    #"{"__type":"AccessDeniedException:http://x","Message":null,"code":7,"Code":["a",{"b":1e400}]}"#,
    "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>a &lt;b&gt; &amp;amp; c</Message></Error>"
      + "<RequestId>7f3a</RequestId></ErrorResponse>",
    "<!DOCTYPE html><html><h1>502 Bad Gateway</h1></html>",
  ]
  private static let identity =
    "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::1:a</Arn><UserId>U&#65;</UserId>"
    + "<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
  private static let tokens = [
    "{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e999", "-0", "\\u0000", "\\ud800", "<", ">", "</", "/>", "&",
    ";",
    "&#x110000;", "<Code>", "</Code>", "<Account>", "</Account>", "__type", "#", "\u{FEFF}", "\u{301}", "[[[[[[[[[[[[",
  ]

  @Test func `any error response is a refusal with a code and a sentence`() {
    var fuzzer = Fuzzer("error answers")
    for number in 0..<20_000 {
      let body = fuzzer.input(from: Self.errors, tokens: Self.tokens)
      let status = [400, 403, 404, 429, 500, 503][number % 6]
      let refusal = ErrorResponse.refusal(HTTPResponse(status: status, body: body), to: "DescribeStacks")
      let text = "\(refusal)"
      // By bytes: a message may begin with an accent, which joins the blank before it to one character.
      let isSentence = text.utf8.starts(with: "The service refused DescribeStacks: ".utf8) && text.utf8.last == 0x2E
      if !isSentence || refusal.status != status { Issue.record("\(fuzzer.note): \(body)") }
    }
  }

  @Test func `any bytes are some JSON value or are told apart in a few words`() {
    var fuzzer = Fuzzer("JSON")
    for _ in 0..<5_000 {
      let body = fuzzer.input(from: Self.errors, tokens: Self.tokens)
      let kind = ErrorResponse.bodyKind(HTTPResponse(status: 200, body: body))
      if kind.isEmpty || kind.utf8.count > 40 { Issue.record("\(fuzzer.note): \(body)") }
    }
  }

  @Test func `any response of STS is an identity or gives a sentence`() async {
    var fuzzer = Fuzzer("STS answers")
    for _ in 0..<6_000 {
      let body = fuzzer.input(from: [Self.identity], tokens: Self.tokens)
      let client = STSClient(
        endpoint: Endpoint(scheme: .https, host: "h"),
        caller: SignedCaller(
          scope: SigningScope(region: "eu-west-1", service: AWSService.sts.signingName),
          credentials: FixedCredentials(Credentials(accessKeyID: "A", secretAccessKey: Secret("s"))),
          transport: ScriptedTransport([.success(HTTPResponse(status: 200, body: body))]),
          context: .still()
        )
      )
      do throws(ServiceError) {
        let identity = try await client.getCallerIdentity()
        if identity.account.isEmpty || identity.arn.isEmpty { Issue.record("\(fuzzer.note): \(body)") }
      } catch {
        if !"\(error)".utf8.starts(with: "The response to GetCallerIdentity cannot be read: ".utf8) {
          Issue.record("\(fuzzer.note): \(body)")
        }
      }
    }
  }
}
