import AWSClientCore
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@Suite struct AssumedRoleTests {
  private static let keys = "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s3cret\n"
  private static let config = """
    [profile ops]
    role_arn = arn:aws:iam::1:role/ops
    source_profile = base
    [profile deep]
    role_arn = arn:aws:iam::1:role/deep
    source_profile = ops
    role_session_name = ana
    external_id = a&b c
    duration_seconds = 900
    [profile guarded]
    role_arn = arn:aws:iam::1:role/guarded
    source_profile = base
    mfa_serial = arn:aws:iam::1:mfa/ana
    [profile named]
    role_arn = arn:aws:iam::1:role/named
    credential_source = Environment
    [profile contained]
    role_arn = arn:aws:iam::1:role/contained
    credential_source = EcsContainer
    [profile instance]
    role_arn = arn:aws:iam::1:role/instance
    credential_source = Ec2InstanceMetadata
    """

  @Test(arguments: Machine.Access.allCases)
  func `a role is asked for with the keys of its source profile`(access: Machine.Access) async throws {
    try await Machine.run(access, config: Self.config, keys: Self.keys) { machine in
      let found = try await machine.credentials(profile: "ops")
      #expect(
        found
          == Credentials(
            accessKeyID: "ASIA.role.ops.1",
            secretAccessKey: Secret("s3cret-of-ASIA.role.ops.1"),
            sessionToken: Secret("s3cret-token-of-ASIA.role.ops.1"),
            expiration: machine.now.addingTimeInterval(3600)
          )
      )
      #expect(
        machine.services.log == ["AssumeRole ops as AKIABASE RoleSessionName=tests-1795356135"]
      )
    }
  }

  @Test func `roles are taken on one after the other, with their own settings`() async throws {
    try await Machine.run(config: Self.config, keys: Self.keys) { (machine) async throws in
      #expect(try await machine.credentials(profile: "deep").accessKeyID == "ASIA.role.deep.2")
      #expect(
        machine.services.log == [
          "AssumeRole ops as AKIABASE RoleSessionName=tests-1795356135",
          "AssumeRole deep as ASIA.role.ops.1 RoleSessionName=ana ExternalId=a&b c DurationSeconds=900",
        ]
      )
    }
  }

  @Test func `a code of the device is asked for, and goes to STS`() async throws {
    try await Machine.run(config: Self.config, keys: Self.keys) { (machine) async throws in
      #expect(try await machine.credentials(profile: "guarded").accessKeyID == "ASIA.role.guarded.1")
      #expect(machine.devicesAsked == ["arn:aws:iam::1:mfa/ana"])
    }
  }

  @Test(
    arguments: [
      (nil, "its role needs a code of the MFA device arn:aws:iam::1:mfa/ana, and none was given"),
      (
        "000000",
        "AssumeRole was refused: MultiFactorAuthentication failed with invalid MFA one time pass code (AccessDenied)"
      ),
    ] as [(String?, String)]
  )
  func `without the right code there are no keys`(code: String?, reason: String) async throws {
    try await Machine.run(config: Self.config, keys: Self.keys) { machine in
      machine.type(code)
      await #expect(throws: CredentialError.unusable(source: "profile guarded", reason: reason)) {
        try await machine.credentials(profile: "guarded")
      }
    }
  }

  @Test func `a role can be asked for with what is around, even where a profile was chosen`() async throws {
    let variables = [
      "AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s3cret",
    ]
    try await Machine.run(config: Self.config, keys: Self.keys) { (machine) async throws in
      #expect(try await machine.credentials(profile: "named", variables).accessKeyID == "ASIA.role.named.1")
      let place = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container)]
      #expect(try await machine.credentials(profile: "contained", place).accessKeyID == "ASIA.role.contained.3")
      #expect(try await machine.credentials(profile: "instance").accessKeyID == "ASIA.role.instance.5")
    }
  }

  @Test(arguments: [
    (
      "source_profile = base\ncredential_source = Environment",
      "it has both source_profile and credential_source; remove one of the two"
    ),
    ("", "it has role_arn without source_profile or credential_source; add one of the two"),
    (
      "credential_source = environment",
      "credential_source is \"environment\", which is none of Environment, EcsContainer, Ec2InstanceMetadata"
    ),
    ("credential_source = EcsContainer", "its credential_source EcsContainer has no credentials"),
    ("source_profile = nobody", "its source_profile \"nobody\" is in neither of AWS's files"),
    ("source_profile = empty", "its source_profile \"empty\" has no credentials"),
    ("source_profile = x", "source_profile leads back to where it began: x -> x"),
  ])
  func `settings that lead nowhere stop everything, and nothing is sent`(lines: String, reason: String) async throws {
    let config = "[profile x]\nrole_arn = arn:aws:iam::1:role/x\n\(lines)\n[profile empty]\nregion = eu-west-1\n"
    try await Machine.run(config: config, keys: Self.keys) { machine in
      await #expect(throws: CredentialError.unusable(source: "profile x", reason: reason)) {
        try await machine.credentials(profile: "x")
      }
      #expect(machine.services.log == [])
    }
  }

  @Test func `a loop over several profiles is found`() async throws {
    let config = ["a", "b", "c"].map { name in
      "[profile \(name)]\nrole_arn = r/\(name)\nsource_profile = \(name == "a" ? "b" : name == "b" ? "c" : "b")\n"
    }.joined()
    try await Machine.run(config: config) { machine in
      let reason = "source_profile leads back to where it began: a -> b -> c -> b"
      await #expect(throws: CredentialError.unusable(source: "profile c", reason: reason)) {
        try await machine.credentials(profile: "a")
      }
    }
  }

  @Test func `a profile may build on its own keys, and those of a source come before its role`() async throws {
    let own =
      "[default]\nrole_arn = r/own\nsource_profile = default\naws_access_key_id = AKIAOWN\naws_secret_access_key = s\n"
    let other = "[profile x]\nrole_arn = r/x\nsource_profile = default\n"
    try await Machine.run(config: own + other) { (machine) async throws in
      #expect(try await machine.credentials().accessKeyID == "ASIA.role.own.1")
      #expect(try await machine.credentials(profile: "x").accessKeyID == "ASIA.role.x.2")
      #expect(machine.services.log.map { $0.split(separator: " ")[3] } == ["AKIAOWN", "AKIAOWN"])
    }
  }

  @Test(arguments: Machine.Access.allCases)
  func `a refusal is told in STS's own words`(access: Machine.Access) async throws {
    let config = "[default]\nrole_arn = r/x\nsource_profile = default\n"
    let keys = "[default]\naws_access_key_id = AKIAREFUSED\naws_secret_access_key = s\n"
    try await Machine.run(access, config: config, keys: keys) { machine in
      let error = await #expect(throws: CredentialError.self) { try await machine.credentials() }
      #expect(
        error.map { "\($0)" }
          == "The credentials in profile default cannot be used: AssumeRole was refused: "
          + "The security token included in the request is invalid (InvalidClientTokenId), "
          + "with the credentials in profile default in /home/ana/.aws/credentials."
      )
    }
  }

  @Test(arguments: ["", "<html>no</html>", "<AccessKeyId>A</AccessKeyId>", "{}"])
  func `garbage is no key`(body: String) async throws {
    try await Machine.run(config: Self.config, keys: Self.keys) { machine in
      machine.services.change { $0.first[.sts] = [CredentialServices.answer(200, body)] }
      let reason = "the response has no access key, or only half of one"
      await #expect(throws: CredentialError.unusable(source: "profile ops", reason: reason)) {
        try await machine.credentials(profile: "ops")
      }
    }
  }

  @Test func `a code is sent once, since it is good once`() async throws {
    try await Machine.run(config: Self.config, keys: Self.keys) { machine in
      machine.services.change { $0.first[.sts] = [CredentialServices.answer(503, "")] }
      let reason = "AssumeRole was refused: the body is empty (HTTP 503)"
      await #expect(throws: CredentialError.unusable(source: "profile guarded", reason: reason)) {
        try await machine.credentials(profile: "guarded")
      }
      #expect(machine.clock.sleeps.elements == [])
    }
  }

  @Test func `nobody is asked for a code while the present keys are good`() async throws {
    try await Machine.run(config: Self.config, keys: Self.keys) { machine in
      let reason = "its role needs a code, which nobody is asked for while the credentials are good"
      await #expect(throws: CredentialError.unusable(source: "profile guarded", reason: reason)) {
        try await machine.provider(profile: "guarded").credentials(CredentialSearch(mayAskPerson: false))
      }
      #expect(machine.devicesAsked == [])
    }
  }

  @Test func `a service that is ill is asked again`() async throws {
    try await Machine.run(config: Self.config, keys: Self.keys) { (machine) async throws in
      machine.services.change { $0.first[.sts] = [503, 500].map { CredentialServices.answer($0, "") } }
      #expect(try await machine.credentials(profile: "ops").accessKeyID == "ASIA.role.ops.1")
      #expect(machine.clock.sleeps.elements == [.milliseconds(25), .milliseconds(50)])
      machine.services.change { $0.first[.sts] = [503, 500, 502].map { CredentialServices.answer($0, "") } }
      let reason = "AssumeRole was refused: the body is empty (HTTP 502)"
      await #expect(throws: CredentialError.unusable(source: "profile ops", reason: reason)) {
        try await machine.credentials(profile: "ops")
      }
    }
  }
}
