import AWSClientCore
import Testing

@Suite struct ProxySettingsTests {
  private static let proxies = ["HTTPS_PROXY": "http://p:1", "HTTP_PROXY": "http://q:2"]

  private func port(_ variables: [String: String], _ url: String) throws -> Int? {
    let settings = ProxySettings(environment: ProcessEnvironment(variables: variables))
    return try settings.proxy(for: Endpoint(url: url))?.port
  }

  @Test(
    arguments: [
      ([:], nil),
      (["HTTPS_PROXY": "http://p:1"], 1),
      (["https_proxy": "http://p:1"], 1),
      (["HTTPS_PROXY": "http://p:1", "https_proxy": "http://q:2"], 2),
      (["HTTPS_PROXY": "http://p:1", "https_proxy": ""], nil),
      (["HTTPS_PROXY": ""], nil),
      (["HTTP_PROXY": "http://q:2"], nil),
      (["ALL_PROXY": "http://q:2"], nil),
    ] as [([String: String], Int?)]
  )
  func `small letters have precedence, and each scheme has its own proxy`(
    variables: [String: String],
    port: Int?
  ) throws {
    #expect(try self.port(variables, "https://appstream2.eu-west-1.amazonaws.com") == port)
  }

  @Test func `a proxy that cannot be used matters only to calls that would go through it`() throws {
    let variables = ["HTTPS_PROXY": "https://p:1", "HTTP_PROXY": "socks5://q:2", "NO_PROXY": ".amazonaws.com"]
    #expect(try port(variables, "https://appstream2.eu-west-1.amazonaws.com") == nil)
    #expect(try port(variables, "http://169.254.169.254") == nil)
    #expect(throws: ProxyError.overTLS(variable: "HTTPS_PROXY")) { try port(variables, "https://example.com") }
    #expect(throws: ProxyError.notHTTP(variable: "HTTP_PROXY")) { try port(variables, "http://example.com") }
  }

  @Test func `plain http has its own variable`() throws {
    #expect(try port(Self.proxies, "http://example.com") == 2)
    #expect(try port(Self.proxies, "https://example.com") == 1)
  }

  @Test(arguments: [
    ("amazonaws.com", true), (".amazonaws.com", true), ("..amazonaws.com", true), ("AmazonAWS.com", true),
    ("example.com, amazonaws.com", true), (" sts.eu-west-1.amazonaws.com ", true), ("*", true),
    ("sts.eu-west-1.amazonaws.com:8443", true), ("amazonaws.com:8443", true), ("", false), (",,", false),
    ("*.amazonaws.com", false), ("example.com,*", false), ("aws.com", false), ("amazonaws", false),
    ("sts.eu-west-1.amazonaws.com:443", false), ("sts.eu-west-1.amazonaws.com.", false), ("0.0.0.0/0", false),
  ])
  func `NO_PROXY names hosts and the ends of their names`(list: String, isDirect: Bool) throws {
    let variables = Self.proxies.merging(["NO_PROXY": list]) { $1 }
    #expect(try port(variables, "https://sts.eu-west-1.amazonaws.com:8443") == (isDirect ? nil : 1))
    #expect(
      try port(["https_proxy": "http://p:1", "no_proxy": list], "https://sts.eu-west-1.amazonaws.com:8443")
        == (isDirect ? nil : 1)
    )
  }

  @Test func `NO_PROXY has no ranges of addresses, and names addresses as they are written`() throws {
    let variables = Self.proxies.merging(["NO_PROXY": "10.0.0.0/8,10.1.2.3,[fd00::7]"]) { $1 }
    #expect(try port(variables, "https://10.9.9.9") == 1)
    #expect(try port(variables, "https://10.1.2.3") == nil)
    #expect(try port(variables, "https://[fd00::7]:8443") == nil)
    #expect(try port(variables, "https://[fd00::8]") == 1)
  }

  @Test func `no_proxy in small letters has precedence even when it is empty`() throws {
    let variables = Self.proxies.merging(["NO_PROXY": "*", "no_proxy": ""]) { $1 }
    #expect(try port(variables, "https://example.com") == 1)
  }

  @Test(arguments: [
    "http://127.0.0.1:8080", "https://localhost", "http://[::1]", "http://169.254.170.2/v2/credentials",
    "http://169.254.170.23/v1/credentials", "http://[fd00:ec2::23]", "http://169.254.169.254/latest",
    "http://[fd00:ec2::254]/latest",
  ])
  func `this machine, container credentials and instance metadata are reached directly`(url: String) throws {
    #expect(try port(Self.proxies, url) == nil)
  }
}
