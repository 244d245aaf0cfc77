import AWSClientCore
import FoundationEssentials
import TestSupport
import Testing

@Suite struct WebIdentityTests {
  private static let config = """
    [default]
    role_arn = arn:aws:iam::1:role/profile
    web_identity_token_file = /token
    role_session_name = ana
    """
  private static let variables = [
    "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/pod", "AWS_ROLE_SESSION_NAME": "pod",
  ]

  @Test(arguments: Machine.Access.allCases)
  func `a role is taken on with the token in a file, and nothing is signed`(access: Machine.Access) async throws {
    try await Machine.run(access, config: Self.config) { machine in
      machine.files["/token"] = "web-s3cret\n"
      let found = try await machine.credentials()
      #expect(found.accessKeyID == "ASIA.role.profile.1")
      #expect(found.expiration == machine.now.addingTimeInterval(3600))
      #expect(machine.services.log == ["AssumeRoleWithWebIdentity profile RoleSessionName=ana"])
    }
  }

  @Test func `each variable goes before the profile's key, unless the profile was chosen`() async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.files["/token"] = "web-s3cret"
      _ = try await machine.credentials(Self.variables)
      _ = try await machine.credentials(["AWS_ROLE_ARN": "arn:aws:iam::1:role/pod"])
      _ = try await machine.credentials(profile: "default", Self.variables)
      #expect(
        machine.services.log == [
          "AssumeRoleWithWebIdentity pod RoleSessionName=pod", "AssumeRoleWithWebIdentity pod RoleSessionName=ana",
          "AssumeRoleWithWebIdentity profile RoleSessionName=ana",
        ]
      )
    }
  }

  @Test func `the token is read again each time`() async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.files["/token"] = "old"
      let reason =
        "AssumeRoleWithWebIdentity was refused: No OpenIDConnect provider found in your account "
        + "(InvalidIdentityToken)"
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
      machine.files["/token"] = "web-s3cret"
      #expect(try await machine.credentials().accessKeyID == "ASIA.role.profile.1")
    }
  }

  @Test(
    arguments: [
      (variables, nil, "the environment", "the web identity token file /token does not exist"),
      ([:], nil, "profile default", "the web identity token file /token does not exist"),
      ([:], " \n", "profile default", "the web identity token file /token is empty"),
    ] as [([String: String], String?, String, String)]
  )
  func `without a token there are no keys`(
    variables: [String: String],
    content: String?,
    source: String,
    reason: String
  ) async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.files["/token"] = content
      await #expect(throws: CredentialError.unusable(source: source, reason: reason)) {
        try await machine.credentials(variables)
      }
    }
  }

  @Test func `a token without a role stops everything`() async throws {
    try await Machine.run(keys: "[default]\naws_access_key_id = A\naws_secret_access_key = s") { machine in
      let reason = "a web identity token file is set without a role; set AWS_ROLE_ARN or role_arn"
      await #expect(throws: CredentialError.unusable(source: "the environment", reason: reason)) {
        try await machine.credentials(["AWS_WEB_IDENTITY_TOKEN_FILE": "/token"])
      }
    }
  }
}
