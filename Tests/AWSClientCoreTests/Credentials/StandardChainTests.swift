import AWSClientCore
import PlainText
import TestSupport
import Testing

@Suite struct StandardChainTests {
  private func credentials(
    option: String? = nil,
    _ variables: [String: String] = [:],
    config: String = "",
    keys: String = ""
  ) async throws -> Credentials {
    var found: Credentials?
    try await Machine.run(config: config, keys: keys) { machine in
      let own = ["AWS_EC2_METADATA_DISABLED": "true"]
      found = try await machine.credentials(profile: option, own.merging(variables) { $1 })
    }
    return try #require(found)
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
    ("role_arn = r", "add one of the two"),
    ("role_arn = r\nsso_role_name = x", "add one of the two"),
    ("role_arn = r\nweb_identity_token_file = /token", "the web identity token file /token does not exist"),
    ("web_identity_token_file = /token\nsso_account_id = 1", "set AWS_ROLE_ARN or role_arn"),
    ("sso_account_id = 1", "it is set up for IAM Identity Center without sso_role_name, sso_start_url, sso_region"),
  ])
  func `what a profile asks for comes before its keys, and stops where it is broken`(
    lines: String,
    end: String
  ) async {
    for (config, keys) in [
      ("[default]\n\(lines)\n", Self.keys), ("", "[default]\n\(lines)\n\(Self.pair("A"))"),
    ] {
      let error = await #expect(throws: CredentialError.self) { try await credentials(config: config, keys: keys) }
      #expect(error?.description.hasSuffix("\(end).") == true)
    }
  }

  @Test(arguments: [
    ("login_session = a", "nobody has logged in with \"aws login\"; run \"aws login --profile default\""),
    ("credential_process = b", "credential_process b is not scripted"),
    (
      "login_session = a\ncredential_process = b",
      "nobody has logged in with \"aws login\"; run \"aws login --profile default\""
    ),
  ])
  func `a way that comes between the two files stops only the second`(line: String, reason: String) async throws {
    let config = "[default]\n\(line)\n\(Self.pair("FROM-CONFIG"))"
    #expect(try await credentials(config: config, keys: Self.keys).accessKeyID == "FROM-DEFAULT")
    await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
      try await credentials(config: config)
    }
  }

  @Test func `a token file in the environment counts, unless a profile was chosen or there are keys`() async throws {
    let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "r"]
    let error = CredentialError.unusable(
      source: "the environment",
      reason: "the web identity token file /token does not exist"
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

  @Test func `the container comes before the instance, and both come last`() async throws {
    try await Machine.run(keys: Self.keys) { (machine) async throws in
      let place = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container)]
      #expect(try await machine.credentials(place).accessKeyID == "FROM-DEFAULT")
      machine.files["/home/ana/.aws/credentials"] = ""
      #expect(try await machine.credentials(place).accessKeyID == "ASIA.container.1")
      #expect(try await machine.credentials().accessKeyID == "ASIA.instance.2")
    }
  }

  @Test func `files are read again at every search`() async throws {
    try await Machine.run(keys: Self.keys) { machine in
      let provider = try machine.provider(profile: "ops")
      #expect(try await provider.credentials(CredentialSearch()).accessKeyID == "FROM-OPS")
      machine.files["/home/ana/.aws/credentials"] = "[ops]\n\(Self.pair("NEWER"))"
      #expect(try await provider.credentials(CredentialSearch()).accessKeyID == "NEWER")
      machine.files["/home/ana/.aws/credentials"] = ""
      let gone = ConfigurationError.unknownProfile(name: "ops", known: [])
      await #expect(throws: CredentialError.settings(gone)) { try await provider.credentials(CredentialSearch()) }
      machine.files["/home/ana/.aws/credentials"] = "["
      await #expect(throws: CredentialError.self) { try await provider.credentials(CredentialSearch()) }
    }
  }
}
