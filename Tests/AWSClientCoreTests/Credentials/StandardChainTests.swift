import AWSClientCore
import ClientTesting
import Testing

@Suite struct StandardChainTests {
  private func credentials(
    option: String? = nil,
    _ variables: [String: String] = [:],
    config: String = "",
    keys: String = ""
  ) async throws -> Credentials {
    let settings = try ClientSettings.resolve(
      options: ClientOptions(profile: option, region: "eu-west-1"),
      environment: ProcessEnvironment(variables: ["HOME": "/home/ana"].merging(variables) { $1 }),
      files: InMemoryFiles(["/home/ana/.aws/config": config, "/home/ana/.aws/credentials": keys])
    )
    return try await CredentialChain.standard(settings).credentials()
  }

  private static let environment = ["AWS_ACCESS_KEY_ID": "FROM-ENVIRONMENT", "AWS_SECRET_ACCESS_KEY": "s"]
  private static func pair(_ id: String) -> String { "aws_access_key_id = \(id)\naws_secret_access_key = s\n" }
  private static let keys = "[default]\n\(pair("FROM-DEFAULT"))[ops]\n\(pair("FROM-OPS"))"
  private static let config = "[profile ops]\n\(pair("FROM-CONFIG"))[profile bare]\n\(pair("FROM-BARE"))"

  @Test(
    arguments: [
      (nil, environment, "FROM-ENVIRONMENT"),
      (nil, environment.merging(["AWS_PROFILE": "ops"]) { $1 }, "FROM-ENVIRONMENT"),
      ("ops", environment, "FROM-OPS"),
      ("default", environment, "FROM-DEFAULT"),
      (nil, [:], "FROM-DEFAULT"),
      (nil, ["AWS_PROFILE": "ops"], "FROM-OPS"),
      (nil, ["AWS_PROFILE": "bare"], "FROM-BARE"),
    ] as [(String?, [String: String], String)]
  )
  func `keys are looked for in the order of AWS's own tools`(
    option: String?,
    variables: [String: String],
    id: String
  ) async throws {
    let found = try await credentials(option: option, variables, config: Self.config, keys: Self.keys)
    #expect(found.accessKeyID == id)
  }

  @Test(arguments: [
    ("aws_session_token = new", "new"),
    ("aws_security_token = old", "old"),
    ("aws_security_token = old\naws_session_token = new", "old"),
    ("aws_security_token =\naws_session_token = new", "new"),
  ])
  func `a session token in a file is found`(line: String, token: String) async throws {
    #expect(try await credentials(keys: "[default]\n\(Self.pair("A"))\(line)").sessionToken?.exposed == token)
    #expect(try await credentials(config: "[default]\n\(Self.pair("A"))\(line)").sessionToken?.exposed == token)
  }

  @Test func `nothing anywhere names everything that was asked`() async {
    await #expect(
      throws: CredentialError.noneFound(asked: [
        "the environment", "profile default in /home/ana/.aws/credentials", "profile default in /home/ana/.aws/config",
      ])
    ) { try await credentials() }
    await #expect(
      throws: CredentialError.noneFound(asked: [
        "profile ops in /home/ana/.aws/credentials", "profile ops in /home/ana/.aws/config",
      ])
    ) { try await credentials(option: "ops", Self.environment, config: "[profile ops]") }
  }

  @Test func `half a pair in a file stops everything`() async {
    let error = CredentialError.unusable(
      source: "profile default in /home/ana/.aws/credentials",
      reason: "aws_access_key_id is set without aws_secret_access_key; set both"
    )
    await #expect(throws: error) {
      try await credentials(config: "[default]\n\(Self.pair("B"))", keys: "[default]\naws_access_key_id = A")
    }
  }

  @Test func `half a pair in the environment stops everything`() async {
    await #expect(throws: CredentialError.self) {
      try await credentials(["AWS_ACCESS_KEY_ID": "A"], keys: Self.keys)
    }
  }

  @Test(arguments: [
    ("role_arn = arn:aws:iam::123456789012:role/ops", "role_arn", "an assumed role"),
    ("role_arn = r\nsource_profile = ops", "role_arn", "an assumed role"),
    ("role_arn = r\nweb_identity_token_file = /token", "web_identity_token_file", "a web identity"),
    ("web_identity_token_file = /token\nsso_account_id = 1", "web_identity_token_file", "a web identity"),
    ("role_arn = r\nsso_role_name = x", "role_arn", "an assumed role"),
    ("sso_session = corp\nsso_account_id = 1\nsso_role_name = ops", "sso_role_name", "IAM Identity Center"),
    ("sso_account_id = 1", "sso_account_id", "IAM Identity Center"),
  ])
  func `a way that is not supported stops before the keys of the profile`(
    lines: String,
    setting: String,
    way: String
  ) async {
    let error = CredentialError.unusable(
      source: "profile default",
      reason: "\(setting) asks for \(way), which is not supported; choose another profile with --profile"
    )
    await #expect(throws: error) { try await credentials(config: "[default]\n\(lines)\n", keys: Self.keys) }
    await #expect(throws: error) { try await credentials(keys: "[default]\n\(lines)\n\(Self.pair("A"))") }
  }

  @Test(arguments: [
    ("login_session = arn:aws:iam::123456789012:user/ana", "login_session", "\"aws login\""),
    ("credential_process = /bin/keys", "credential_process", "a credential process"),
    ("login_session = a\ncredential_process = b", "login_session", "\"aws login\""),
  ])
  func `a way that comes between the two files stops only the second`(
    line: String,
    setting: String,
    way: String
  ) async throws {
    let config = "[default]\n\(line)\n\(Self.pair("FROM-CONFIG"))"
    #expect(try await credentials(config: config, keys: Self.keys).accessKeyID == "FROM-DEFAULT")
    let error = CredentialError.unusable(
      source: "profile default",
      reason: "\(setting) asks for \(way), which is not supported; choose another profile with --profile"
    )
    await #expect(throws: error) { try await credentials(config: config) }
  }

  @Test func `a token file in the environment stops, unless a profile was chosen or there are keys`() async throws {
    let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "/var/run/token"]
    let error = CredentialError.unusable(
      source: "the environment",
      reason: "AWS_WEB_IDENTITY_TOKEN_FILE asks for a web identity, which is not supported; "
        + "choose another profile with --profile"
    )
    await #expect(throws: error) { try await credentials(variables, keys: Self.keys) }
    #expect(try await credentials(option: "ops", variables, keys: Self.keys).accessKeyID == "FROM-OPS")
    let both = variables.merging(Self.environment) { $1 }
    #expect(try await credentials(both, keys: Self.keys).accessKeyID == "FROM-ENVIRONMENT")
  }

  @Test func `what another profile asks for does not count`() async throws {
    let config = "[profile other]\nrole_arn = r\n"
    #expect(try await credentials(config: config, keys: Self.keys).accessKeyID == "FROM-DEFAULT")
  }
}
