import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@Suite struct SignatureRefusalTests {
  private let bench = TestBench(seed: .small)

  private func refused(_ edit: (inout HTTPRequest) -> Void) async throws -> RawAnswer {
    var request = bench.request("DescribeStacks")
    edit(&request)
    return RawAnswer(response: try await bench.service.send(request))
  }

  @Test func `a request without a signature is told so`() async throws {
    let answer = try await refused { $0.headers["Authorization"] = nil }
    #expect(answer.status == 400)
    #expect(answer.code == "com.amazon.coral.service#MissingAuthenticationTokenException")
    #expect(answer.message == "Missing Authentication Token")
  }

  @Test(arguments: [
    ("Basic abc", "Unsupported AWS 'algorithm': 'Basic'."),
    (
      "AWS4-HMAC-SHA256 Credential=a/20261122/eu-west-1/appstream/aws4_request",
      "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."
    ),
    (
      "AWS4-HMAC-SHA256 Credential=a/20261122, SignedHeaders=host, Signature=0",
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/20261122'"
    ),
  ])
  func `half a signature is told what it lacks`(header: String, message: String) async throws {
    let answer = try await refused { $0.headers["Authorization"] = header }
    #expect(answer.code == "com.amazon.coral.service#IncompleteSignatureException")
    #expect(answer.message == message)
  }

  @Test func `a request without a date is told so`() async throws {
    let answer = try await refused { $0.headers["X-Amz-Date"] = nil }
    #expect(answer.code == "com.amazon.coral.service#IncompleteSignatureException")
    #expect(answer.message?.contains("'X-Amz-Date'") == true)
  }

  @Test func `an unknown key, a missing token and a needless one are the same to AWS`() async throws {
    var stranger = EmulatorKeys.user
    stranger.accessKeyID = "AKIAEMULATOR00000009"
    var bare = EmulatorKeys.role
    bare.sessionToken = nil
    var laden = EmulatorKeys.user
    laden.sessionToken = "token"
    for key in [stranger, bare, laden] {
      let answer = try await bench.call("DescribeStacks", key: key)
      #expect(answer.code == "com.amazon.coral.service#UnrecognizedClientException")
      #expect(answer.message == "The security token included in the request is invalid.")
    }
  }

  @Test func `a wrong secret is told in AWS's words`() async throws {
    var key = EmulatorKeys.user
    key.secretAccessKey = "wrong"
    let answer = try await bench.call("DescribeStacks", key: key)
    #expect(answer.status == 400)
    #expect(answer.code == "com.amazon.coral.service#InvalidSignatureException")
    #expect(
      answer.message
        == "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
        + "Access Key and signing method. Consult the service documentation for details."
    )
  }

  @Test(arguments: [
    ("sts", "eu-west-1", "Credential should be scoped to correct service: 'appstream'. "),
    ("appstream", "Narnia", "Credential should be scoped to a valid Region, not 'Narnia'. "),
    ("appstream", "eu-west", "Credential should be scoped to a valid Region, not 'eu-west'. "),
  ])
  func `the scope must be the service's`(service: String, region: String, message: String) async throws {
    let request = bench.request("DescribeStacks", region: region, service: service)
    let answer = RawAnswer(response: try await bench.service.send(request))
    #expect(answer.code == "com.amazon.coral.service#InvalidSignatureException")
    #expect(answer.message == message)
  }

  @Test func `the day of the scope must be that of the date`() async throws {
    let answer = try await refused { $0.headers["X-Amz-Date"] = "20261123T140211Z" }
    #expect(
      answer.message
        == "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
        + "'20261122' != '20261123', from '20261123T140211Z'."
    )
  }

  @Test func `a header of AWS's that is not signed is refused`() async throws {
    let answer = try await refused { $0.headers["X-Amz-Extra"] = "1" }
    #expect(answer.message == "There were headers present in the request which were not signed: x-amz-extra")
  }

  @Test(arguments: [-300.0, -1, 0, 299, 300])
  func `five minutes either way are taken`(offset: Double) async throws {
    #expect(try await bench.call("DescribeStacks", at: .noon + offset).status == 200)
  }

  @Test(arguments: [
    (
      -301.0,
      "Signature expired: 20261122T135710Z is now earlier than 20261122T135711Z (20261122T140211Z - 5 min.)"
    ),
    (
      301.0,
      "Signature not yet current: 20261122T140712Z is still later than 20261122T140711Z (20261122T140211Z + 5 min.)"
    ),
  ])
  func `more is told with both times`(offset: Double, message: String) async throws {
    let answer = try await bench.call("DescribeStacks", at: .noon + offset)
    #expect(answer.code == "com.amazon.coral.service#InvalidSignatureException")
    #expect(answer.message == message)
  }

  @Test func `or with the other code, where the rule says so`() async throws {
    var rules = EmulatorRules()
    rules.skewedDate = .requestTimeTooSkewed
    let answer = try await TestBench(rules: rules).call("DescribeStacks", at: .noon + 900)
    #expect(answer.code == "com.amazon.coral.service#RequestTimeTooSkewed")
    #expect(answer.response.headers["Date"] == "Sun, 22 Nov 2026 14:02:11 GMT")
  }

  @Test func `a session is good until it ends`() async throws {
    var key = EmulatorKeys.role
    key.expiration = .noon + 60
    let clock = bench.clock
    let service = EmulatedService(
      keys: EmulatorKeys([key]),
      context: EmulatorContext(now: { clock.time.date }, clock: clock)
    )
    #expect(try await service.send(bench.request("DescribeStacks", key: key)).status == 200)
    clock.time.advance(by: .seconds(60))
    let answer = RawAnswer(response: try await service.send(bench.request("DescribeStacks", key: key)))
    #expect(answer.code == "com.amazon.coral.service#ExpiredTokenException")
    #expect(answer.message == "The security token included in the request is expired")
  }

  @Test func `secrets and tokens are in no response and no log line`() async throws {
    var key = EmulatorKeys.role
    key.secretAccessKey = "hush-hush"
    let answer = try await bench.call("DescribeStacks", key: key)
    let log = "\(bench.service.log)"
    for secret in ["hush-hush", EmulatorKeys.role.sessionToken ?? "?"] {
      #expect(!answer.text.contains(secret))
      #expect(!log.contains(secret))
    }
  }
}
