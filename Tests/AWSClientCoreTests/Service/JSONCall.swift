import AWSClientCore
import PlainText
import TestSupport

/// A JSON client of a service that is only a script, with everything a test wants to look at.
struct JSONCall {
  struct Input: Encodable, Sendable {
    var name = "design/α"
    private enum CodingKeys: String, CodingKey { case name = "Name" }
  }

  struct Output: Decodable, Sendable, Equatable {
    var count: Int
    private enum CodingKeys: String, CodingKey { case count = "Count" }
  }

  let transport: ScriptedTransport
  let clock = TestClock()
  let quota: RetryQuota
  let client: AWSJSONClient

  init(
    _ steps: [ScriptedTransport.Step],
    rules: RetryRules = RetryRules(),
    quota: RetryQuota = RetryQuota(),
    limiter: Bool = false,
    readLimiter: Bool = false,
    spread: Double = 1,
    serviceClock: ServiceClock? = nil
  ) {
    transport = ScriptedTransport(steps)
    self.quota = quota
    var context = CallContext.still(clock: clock, spread: spread)
    if let serviceClock { context.serviceClock = serviceClock }
    client = AWSJSONClient(
      targetPrefix: "PhotonAdminProxyService",
      endpoint: Endpoint(scheme: .https, host: "appstream2.eu-west-1.amazonaws.com"),
      caller: SignedCaller(
        scope: SigningScope(region: "eu-west-1", service: "appstream"),
        credentials: FixedCredentials(Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("secret"))),
        transport: transport,
        context: context
      ),
      rules: rules,
      quota: quota,
      limiter: limiter ? SendingLimiter(clock: clock) : nil,
      readLimiter: readLimiter ? SendingLimiter(clock: clock) : nil
    )
  }

  func read() async throws(ServiceError) -> Output { try await client.read("DescribeStacks", Input()) }

  func write() async throws(ServiceError) -> ServiceResponse<Output> {
    try await client.write("BatchDisassociateUserStack", Input())
  }

  /// The values of one header field over all requests.
  func sent(_ name: String) -> [String?] { transport.requests.map { $0.headers[name] } }
}

extension Result<HTTPResponse, TransportError> {
  static let success = json("{\"Count\":3}")
  static let throttled = json("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}", status: 400)
  static let unavailable = answer("", type: "text/plain", status: 503)
  static let lost = failure(.connectionLost(host: "h", reason: "the other side closed it"))
  static let timedOut = failure(.responseTimedOut(host: "h", seconds: 20))
}
