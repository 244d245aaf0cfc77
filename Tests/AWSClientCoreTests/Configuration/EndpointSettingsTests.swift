import AWSClientCore
import AppStream
import TestSupport
import Testing

@Suite struct EndpointSettingsTests {
  private static let example = Endpoint(scheme: .https, host: "appstream2.eu-west-1.amazonaws.com")

  private func resolve(
    _ url: String? = nil,
    _ variables: [String: String] = [:],
    region: String = "eu-west-1",
    config: String = ""
  ) throws -> ClientSettings {
    try ClientSettings.resolve(
      .appStream,
      options: ClientOptions(region: region, endpointURL: url),
      environment: ProcessEnvironment(variables: ["HOME": "/home/ana"].merging(variables) { $1 }),
      files: MemoryFiles(["/home/ana/.aws/config": config])
    )
  }

  private static let everything = """
    [default]
    endpoint_url = https://profile.example.com
    services = local
    [services local]
    appstream =
      endpoint_url = https://services.example.com
    sts =
      endpoint_url = https://services-sts.example.com
    """
  private static let profileOnly = "[default]\nendpoint_url = https://profile.example.com"
  private static let ignoring = everything.replacing(
    "[default]",
    with: "[default]\nignore_configured_endpoint_urls = true"
  )
  private static let both = [
    "AWS_ENDPOINT_URL_APPSTREAM": "https://one.example.com", "AWS_ENDPOINT_URL": "https://all.example.com",
  ]
  private static let ignored = both.merging(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "True"]) { $1 }

  @Test(
    arguments: [
      ("https://option.example.com", both, everything, "https://option.example.com"),
      (nil, both, everything, "https://one.example.com"),
      (nil, ["AWS_ENDPOINT_URL": "https://all.example.com"], everything, "https://all.example.com"),
      (nil, ["AWS_ENDPOINT_URL": ""], everything, "https://services.example.com"),
      (nil, [:], everything, "https://services.example.com"),
      (nil, [:], profileOnly, "https://profile.example.com"),
      (
        nil, [:], profileOnly + "\nservices = s\n[services s]\ns3 =\n  endpoint_url = https://x",
        "https://profile.example.com"
      ),
      ("https://option.example.com", ignored, everything, "https://option.example.com"),
      (nil, ignored, everything, nil),
      (nil, [:], ignoring, nil),
      (nil, ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "false"], ignoring, "https://services.example.com"),
      (nil, [:], "", nil),
    ] as [(String?, [String: String], String, String?)]
  )
  func `AppStream's endpoint is the option's, or the environment's, or the files', or AWS's own`(
    option: String?,
    variables: [String: String],
    config: String,
    url: String?
  ) throws {
    let settings = try resolve(option, variables, config: config)
    #expect("\(settings.endpoint)" == url ?? "https://appstream2.eu-west-1.amazonaws.com")
    #expect(settings.isEndpointCustom == (url != nil))
  }

  private static let stsOwn = ["AWS_ENDPOINT_URL_STS": "https://sts.example.com"]

  @Test(
    arguments: [
      ("http://127.0.0.1:8080", stsOwn.merging(both) { $1 }, everything, "https://sts.example.com"),
      ("http://127.0.0.1:8080", both, everything, "https://all.example.com"),
      ("http://127.0.0.1:8080", [:], everything, "http://127.0.0.1:8080"),
      ("http://127.0.0.1:8080", ignored, everything, "http://127.0.0.1:8080"),
      (nil, ["AWS_ENDPOINT_URL_APPSTREAM": "http://localhost:1"], "", "http://localhost:1"),
      ("https://option.example.com", [:], everything, "https://services-sts.example.com"),
      (nil, [:], profileOnly, "https://profile.example.com"),
      ("https://option.example.com", [:], "", "https://sts.eu-west-1.amazonaws.com"),
      (nil, stsOwn.merging(ignored) { $1 }, everything, "https://sts.eu-west-1.amazonaws.com"),
      (nil, [:], "", "https://sts.eu-west-1.amazonaws.com"),
    ] as [(String?, [String: String], String, String)]
  )
  func `STS's endpoint is its own setting, or an emulator's on this machine, or AWS's own`(
    option: String?,
    variables: [String: String],
    config: String,
    url: String
  ) throws {
    #expect("\(try resolve(option, variables, config: config).stsEndpoint)" == url)
  }

  @Test(
    arguments: [
      ("eu-west-1", ["AWS_STS_REGIONAL_ENDPOINTS": "legacy"], "", "sts.amazonaws.com", "us-east-1"),
      ("eu-west-1", [:], "[default]\nsts_regional_endpoints = Legacy", "sts.amazonaws.com", "us-east-1"),
      (
        "eu-west-1", ["AWS_STS_REGIONAL_ENDPOINTS": "regional"], "[default]\nsts_regional_endpoints = legacy",
        "sts.eu-west-1.amazonaws.com", "eu-west-1"
      ),
      ("il-central-1", ["AWS_STS_REGIONAL_ENDPOINTS": "legacy"], "", "sts.il-central-1.amazonaws.com", "il-central-1"),
      (
        "us-east-1", ["AWS_STS_REGIONAL_ENDPOINTS": "legacy", "AWS_USE_FIPS_ENDPOINT": "true"], "",
        "sts-fips.us-east-1.amazonaws.com", "us-east-1"
      ),
      (
        "eu-west-1", ["AWS_STS_REGIONAL_ENDPOINTS": "legacy", "AWS_ENDPOINT_URL_STS": "https://sts.example.com"], "",
        "sts.example.com", "eu-west-1"
      ),
    ] as [(String, [String: String], String, String, String)]
  )
  func `the older address of STS is used where it is asked for, and signed for in its Region`(
    region: String,
    variables: [String: String],
    config: String,
    host: String,
    signed: String
  ) throws {
    let settings = try resolve(nil, variables, region: region, config: config)
    #expect(settings.stsEndpoint.host == host)
    #expect(SigningScope.sts(at: settings.stsEndpoint, region: region).region == signed)
  }

  @Test func `which address of STS is used is one of two words`() {
    let error = ConfigurationError.notRegionalEndpoints(setting: "sts_regional_endpoints", value: "global")
    #expect(throws: error) { try resolve(config: "[default]\nsts_regional_endpoints = global") }
    #expect("\(error)".contains("neither regional nor legacy"))
  }

  @Test(arguments: ["http://appstream.example.com", "http://10.0.0.1", "http://127.0.0.1.example.com"])
  func `plain http to another machine is refused wherever it is set`(url: String) {
    let error = ConfigurationError.endpoint(.plaintext(url), example: Self.example)
    #expect(throws: error) { try resolve(url) }
    #expect(throws: error) { try resolve(nil, ["AWS_ENDPOINT_URL": url]) }
    #expect(throws: error) { try resolve(nil, ["AWS_ENDPOINT_URL_STS": url]) }
    #expect(throws: error) { try resolve(nil, config: "[default]\nendpoint_url = \(url)") }
  }

  @Test(arguments: ["", "appstream.example.com", "ftp://example.com"])
  func `an endpoint that is no URL is refused`(url: String) {
    #expect(throws: ConfigurationError.endpoint(.malformed(.noURL), example: Self.example)) { try resolve(url) }
  }

  @Test func `a services section that is named has to be there`() {
    #expect(throws: ConfigurationError.unknownServices(name: "gone", profile: "default")) {
      try resolve(config: "[default]\nservices = gone")
    }
  }

  @Test(
    arguments: [
      (
        ["AWS_USE_FIPS_ENDPOINT": "true"], "", "appstream2-fips.us-east-1.amazonaws.com",
        "sts-fips.us-east-1.amazonaws.com"
      ),
      (["AWS_USE_DUALSTACK_ENDPOINT": "TRUE"], "", "appstream2.us-east-1.api.aws", "sts.us-east-1.api.aws"),
      (
        [:], "[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true", "appstream2-fips.us-east-1.api.aws",
        "sts-fips.us-east-1.api.aws"
      ),
      (
        ["AWS_USE_FIPS_ENDPOINT": "false"], "[default]\nuse_fips_endpoint = true", "appstream2.us-east-1.amazonaws.com",
        "sts.us-east-1.amazonaws.com"
      ),
    ] as [([String: String], String, String, String)]
  )
  func `FIPS and dual-stack addresses are used when asked for`(
    variables: [String: String],
    config: String,
    appStream: String,
    sts: String
  ) throws {
    let settings = try resolve(nil, variables, region: "us-east-1", config: config)
    #expect(settings.endpoint.host == appStream)
    #expect(settings.stsEndpoint.host == sts)
  }

  @Test(arguments: ["use_fips_endpoint", "use_dualstack_endpoint"])
  func `a custom endpoint together with one of those is refused`(key: String) throws {
    let endpoint = try Endpoint(url: "https://option.example.com")
    #expect(throws: ConfigurationError.variantOfCustomEndpoint(setting: key, endpoint: endpoint)) {
      try resolve("https://option.example.com", ["AWS_\(key.uppercased())": "true"])
    }
  }

  @Test func `a switch is true or false and nothing else`() {
    #expect(throws: ConfigurationError.notBoolean(setting: "AWS_USE_FIPS_ENDPOINT", value: "yes")) {
      try resolve(nil, ["AWS_USE_FIPS_ENDPOINT": "yes"])
    }
    #expect(throws: ConfigurationError.notBoolean(setting: "use_fips_endpoint", value: "1")) {
      try resolve(config: "[default]\nuse_fips_endpoint = 1")
    }
  }
}
