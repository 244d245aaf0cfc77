import AWSClientCore
import AppStream
import TestSupport
import Testing

@Suite struct ClientSettingsTests {
  private static let config = """
    [default]
    region = eu-north-1
    [profile ops]
    region = eu-south-1
    [profile night]
    [profile noon]
    """

  private func resolve(
    _ options: ClientOptions = ClientOptions(),
    _ variables: [String: String] = [:],
    config: String = config
  ) throws -> ClientSettings {
    try ClientSettings.resolve(
      .appStream,
      options: options,
      environment: ProcessEnvironment(variables: ["HOME": "/home/ana"].merging(variables) { $1 }),
      files: MemoryFiles(["/home/ana/.aws/config": config])
    )
  }

  @Test(
    arguments: [
      (nil, [:], "default", false),
      (nil, ["AWS_PROFILE": "ops"], "ops", false),
      (nil, ["AWS_DEFAULT_PROFILE": "night"], "night", false),
      (nil, ["AWS_PROFILE": "ops", "AWS_DEFAULT_PROFILE": "night"], "night", false),
      (nil, ["AWS_PROFILE": "ops", "AWS_DEFAULT_PROFILE": ""], "ops", false),
      (nil, ["AWS_PROFILE": ""], "default", false),
      ("noon", ["AWS_PROFILE": "ops", "AWS_DEFAULT_PROFILE": "night"], "noon", true),
      ("default", ["AWS_PROFILE": "ops"], "default", true),
    ] as [(String?, [String: String], String, Bool)]
  )
  func `the profile is the option's, or the environment's, or the default`(
    option: String?,
    variables: [String: String],
    name: String,
    isExplicit: Bool
  ) throws {
    let settings = try resolve(ClientOptions(profile: option, region: "eu-west-1"), variables)
    #expect(settings.profileName == name)
    #expect(settings.profile.name == name)
    #expect(settings.isProfileExplicit == isExplicit)
  }

  @Test(
    arguments: [
      ("mistyped", [:], "mistyped"),
      (nil, ["AWS_PROFILE": "mistyped"], "mistyped"),
      (nil, ["AWS_DEFAULT_PROFILE": "mistyped", "AWS_PROFILE": "ops"], "mistyped"),
      ("", [:], ""),
    ] as [(String?, [String: String], String)]
  )
  func `a profile that was named has to be there`(option: String?, variables: [String: String], name: String) {
    let error = ConfigurationError.unknownProfile(name: name, known: ["default", "ops", "night", "noon"])
    #expect(throws: error) { try resolve(ClientOptions(profile: option, region: "eu-west-1"), variables) }
  }

  @Test func `the default profile has to be there only when it was named`() throws {
    let settings = try resolve(ClientOptions(region: "eu-west-1"), config: "")
    #expect(settings.profile == Profile(name: "default"))
    #expect(throws: ConfigurationError.unknownProfile(name: "default", known: [])) {
      try resolve(ClientOptions(profile: "default", region: "eu-west-1"), config: "")
    }
  }

  @Test(
    arguments: [
      ("us-east-1", ["AWS_REGION": "us-east-2", "AWS_DEFAULT_REGION": "us-west-2"], "us-east-1"),
      (nil, ["AWS_REGION": "us-east-2", "AWS_DEFAULT_REGION": "us-west-2"], "us-east-2"),
      (nil, ["AWS_REGION": "", "AWS_DEFAULT_REGION": "us-west-2"], "us-west-2"),
      (nil, ["AWS_DEFAULT_REGION": "us-west-2", "AWS_PROFILE": "ops"], "us-west-2"),
      (nil, [:], "eu-north-1"),
      (nil, ["AWS_PROFILE": "ops"], "eu-south-1"),
    ] as [(String?, [String: String], String)]
  )
  func `the Region is the option's, or the environment's, or the profile's`(
    option: String?,
    variables: [String: String],
    region: String
  ) throws {
    #expect(try resolve(ClientOptions(region: option), variables).region == region)
  }

  @Test func `the Region of another profile does not count`() {
    #expect(throws: ConfigurationError.noRegion(profile: "night")) { try resolve(ClientOptions(profile: "night")) }
  }

  @Test func `a custom endpoint needs a Region all the same`() {
    let options = ClientOptions(profile: "night", endpointURL: "http://127.0.0.1:8080")
    #expect(throws: ConfigurationError.noRegion(profile: "night")) { try resolve(options) }
  }

  @Test(arguments: [
    "", " ", "eu west 1", "eu-west-1.example.com", "eu-west-1/", "-eu", "eu-", "eu_west_1", "é", "123", "x@y",
    "eu-west-1\n",
    String(repeating: "a", count: 64),
  ])
  func `a Region that cannot be part of a host name is refused`(region: String) {
    #expect(throws: ConfigurationError.malformedRegion(region)) { try resolve(ClientOptions(region: region)) }
  }

  @Test(
    arguments: [
      ("us-east-1a", "us-east-1"), ("us-gov-west-1b", "us-gov-west-1"), ("us-west-2-lax-1a", "us-west-2"),
      ("use1-az1", nil), ("usw2-lax1-az1", nil),
    ] as [(String, String?)]
  )
  func `an Availability Zone is told for what it is`(zone: String, region: String?) {
    let error = ConfigurationError.availabilityZone(zone, region: region)
    #expect(throws: error) { try resolve(ClientOptions(region: zone)) }
    #expect(throws: error) { try resolve(config: "[default]\nregion = \(zone)") }
    let advice = region ?? "the Region that it is in"
    #expect("\(error)" == "\"\(zone)\" is an Availability Zone, and not a Region. Give \(advice).")
  }

  @Test(arguments: ["aws-global", "mars-north-1", "fips-us-east-1", "us-iso-east-1", "eusc-de-east-1", "local"])
  func `a Region that nobody knows yet is none`(region: String) throws {
    #expect(try resolve(ClientOptions(region: region)).region == region)
  }

  @Test(
    arguments: [
      ("corp", [:], "aws sso login --profile corp"), ("old", [:], "aws sso login --profile old"),
      ("web", [:], "aws login --profile web"), ("role", [:], "aws sso login --profile corp"), ("keys", [:], nil),
      ("pod", [:], nil), ("loop", [:], nil), (nil, ["AWS_PROFILE": "corp"], "aws sso login --profile corp"),
      (nil, ["AWS_PROFILE": "corp", "AWS_ACCESS_KEY_ID": "A"], nil),
      ("corp", ["AWS_ACCESS_KEY_ID": "A"], "aws sso login --profile corp"),
    ] as [(String?, [String: String], String?)]
  )
  func `what begins a session anew is known where there is one`(
    profile: String?,
    variables: [String: String],
    command: String?
  ) throws {
    let config = """
      [profile corp]
      sso_session = s
      sso_account_id = 1
      sso_role_name = r
      [profile old]
      sso_account_id = 1
      [profile web]
      login_session = ana
      [profile role]
      role_arn = r
      source_profile = corp
      [profile keys]
      aws_access_key_id = A
      [profile pod]
      web_identity_token_file = /t
      sso_account_id = 1
      [profile loop]
      role_arn = r
      source_profile = back
      [profile back]
      role_arn = r
      source_profile = loop
      """
    let options = ClientOptions(profile: profile, region: "eu-west-1")
    #expect(try resolve(options, variables, config: config).loginCommand == command)
  }

  @Test(
    arguments: [
      ("a.pem", ["AWS_CA_BUNDLE": "b.pem"], "[default]\nregion = x\nca_bundle = c.pem", "a.pem"),
      (
        nil, ["AWS_CA_BUNDLE": "b.pem", "REQUESTS_CA_BUNDLE": "d.pem"], "[default]\nregion = x\nca_bundle = c.pem",
        "b.pem"
      ),
      (nil, ["REQUESTS_CA_BUNDLE": "d.pem"], "[default]\nregion = x\nca_bundle = c.pem", "c.pem"),
      (nil, ["REQUESTS_CA_BUNDLE": "d.pem"], "[default]\nregion = x", "d.pem"),
      (nil, [:], "[default]\nregion = x", nil),
      (nil, [:], "[default]\nregion = x\nca_bundle = ~/ca.pem", "/home/ana/ca.pem"),
      (nil, ["AWS_CA_BUNDLE": "~/ca.pem"], "[default]\nregion = x", "/home/ana/ca.pem"),
      (nil, ["AWS_CA_BUNDLE": "$CAS/ca.pem", "CAS": "/etc/cas"], "[default]\nregion = x", "/etc/cas/ca.pem"),
    ] as [(String?, [String: String], String, String?)]
  )
  func `the CA bundle is the option's, or the environment's, or the profile's`(
    option: String?,
    variables: [String: String],
    config: String,
    path: String?
  ) throws {
    #expect(try resolve(ClientOptions(caBundle: option), variables, config: config).caBundle == path)
  }

  /// What botocore 1.44.8 answers with `InvalidConfigError`, however good what comes after it would be.
  @Test(
    arguments: [
      ("", [:], "", "--ca-bundle"), (" \t", ["AWS_CA_BUNDLE": "b.pem"], "", "--ca-bundle"),
      (nil, ["AWS_CA_BUNDLE": ""], "ca_bundle = c.pem", "AWS_CA_BUNDLE"),
      (nil, ["AWS_CA_BUNDLE": " "], "", "AWS_CA_BUNDLE"),
      (nil, ["REQUESTS_CA_BUNDLE": "d.pem"], "ca_bundle =", "ca_bundle in profile default"),
      (nil, ["REQUESTS_CA_BUNDLE": ""], "", "REQUESTS_CA_BUNDLE"),
    ] as [(String?, [String: String], String, String)]
  )
  func `a CA bundle that is set to nothing is an error, and what sets it is named`(
    option: String?,
    variables: [String: String],
    line: String,
    setting: String
  ) {
    let error = #expect(throws: ConfigurationError.self) {
      try resolve(ClientOptions(caBundle: option), variables, config: "[default]\nregion = x\n\(line)")
    }
    let remedy = "Set it to a PEM file with the CAs to trust, or remove it."
    #expect(error?.description == "\(setting) is set to nothing, and names no CA bundle. \(remedy)")
  }

  @Test func `settings show no secret`() throws {
    let settings = try resolve(
      ClientOptions(region: "eu-west-1"),
      ["AWS_SECRET_ACCESS_KEY": "hunter2"],
      config: "[default]\naws_secret_access_key = hunter3\n[profile other]\naws_secret_access_key = hunter4"
    )
    var dumped = ""
    dump(settings, to: &dumped)
    for text in ["\(settings)", String(reflecting: settings), dumped] { #expect(!text.contains("hunter")) }
  }
}
