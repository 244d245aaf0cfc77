import AWSClientCore
import FoundationEssentials
import InMemoryLogging
import Logging
import PlainText
import TestSupport
import Testing

@Suite struct SSOTests {
  private static let config = """
    [default]
    sso_session = corp
    sso_account_id = 123456789012
    sso_role_name = Help Desk
    [sso-session corp]
    sso_start_url = https://corp.awsapps.com/start
    sso_region = us-east-1
    [profile old]
    sso_start_url = https://corp.awsapps.com/start
    sso_region = us-east-1
    sso_account_id = 123456789012
    sso_role_name = ops
    """
  /// The SHA-1 of `corp`, and of the start URL.
  private static let path = "/home/ana/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"
  private static let oldPath = "/home/ana/.aws/sso/cache/a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json"

  private static func token(_ end: String, registration: String = "2027-01-01T00:00:00Z") -> String {
    """
    {"startUrl": "https://corp.awsapps.com/start", "region": "us-east-1", "accessToken": "sso-s3cret-1",
    "expiresAt": "\(end)", "clientId": "client", "clientSecret": "client-s3cret",
    "registrationExpiresAt": "\(registration)", "refreshToken": "sso-refresh-s3cret-1"}
    """
  }

  @Test(arguments: Machine.Access.allCases)
  func `the token in the cache gives the keys of a role`(access: Machine.Access) async throws {
    try await Machine.run(access, config: Self.config) { machine in
      machine.files[Self.path] = Self.token("2026-11-22T14:17:15Z")
      let found = try await machine.credentials()
      #expect(found.accessKeyID == "ASIA.sso.1")
      #expect(found.sessionToken?.exposed == "s3cret-token-of-ASIA.sso.1")
      #expect(found.expiration == machine.now.addingTimeInterval(3600))
      #expect(machine.services.log == ["GetRoleCredentials role_name=Help%20Desk&account_id=123456789012"])
    }
  }

  @Test(arguments: Machine.Access.allCases)
  func `a token that is about to end is renewed, and written back as the CLI does`(access: Machine.Access) async throws
  {
    try await Machine.run(access, config: Self.config) { (machine) async throws in
      machine.files[Self.path] = Self.token("2026-11-22T14:17:14Z")
      #expect(try await machine.credentials().accessKeyID == "ASIA.sso.1")
      #expect(
        machine.files[Self.path] == """
          {"accessToken":"sso-s3cret-2","clientId":"client","clientSecret":"client-s3cret",\
          "expiresAt":"2026-11-22T22:02:15Z","refreshToken":"sso-refresh-s3cret-2","region":"us-east-1",\
          "registrationExpiresAt":"2027-01-01T00:00:00Z","startUrl":"https://corp.awsapps.com/start"}
          """
      )
      #expect(try await machine.credentials().accessKeyID == "ASIA.sso.2")
      #expect(
        machine.services.log.map { $0.prefix { $0 != " " } } == ["CreateToken"]
          + Array(repeating: "GetRoleCredentials", count: 2)
      )
    }
  }

  @Test func `a token that cannot be written back serves this once`() async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.files[Self.path] = Self.token("2026-11-22T14:17:14Z")
      machine.files.fillDisk()
      #expect(try await machine.credentials().accessKeyID == "ASIA.sso.1")
      #expect(machine.log.entries.contains { $0.message == "SSO token not saved" })
    }
  }

  @Test(arguments: [
    token("2026-11-22T14:10:00Z", registration: "2026-11-22T14:02:15Z"),
    token("2026-11-22T14:10:00Z").replacing("\"refreshToken\"", with: "\"other\""),
    token("2026-11-22T14:10:00Z").replacing("sso-refresh-s3cret-1", with: "wrong"),
  ])
  func `a token that cannot be renewed is used for as long as it lasts`(token: String) async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.files[Self.path] = token
      #expect(try await machine.credentials().accessKeyID == "ASIA.sso.1")
      machine.pass(3600)
      let error = await #expect(throws: CredentialError.self) { try await machine.credentials() }
      let text = error.map { "\($0)" } ?? ""
      #expect(
        text.hasPrefix(
          "The credentials in profile default cannot be used: the session of IAM Identity Center has ended"
        )
      )
      #expect(text.hasSuffix("; run \"aws sso login --profile default\"."))
    }
  }

  @Test func `why a renewal failed is told when the token has ended`() async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.files[Self.path] = Self.token("2026-11-22T14:02:15Z").replacing("sso-refresh-s3cret-1", with: "wrong")
      let reason =
        "the session of IAM Identity Center has ended, and could not be renewed (CreateToken was refused: "
        + "Invalid refresh token provided (invalid_grant)); run \"aws sso login --profile default\""
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test func `the token of a profile in the older form is never renewed`() async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.files[Self.oldPath] = Self.token("2026-11-22T14:02:16Z")
      #expect(try await machine.credentials(profile: "old").accessKeyID == "ASIA.sso.1")
      machine.pass(1)
      let reason = "the session of IAM Identity Center has ended; run \"aws sso login --profile old\""
      await #expect(throws: CredentialError.unusable(source: "profile old", reason: reason)) {
        try await machine.credentials(profile: "old")
      }
      #expect(machine.services.log == ["GetRoleCredentials role_name=ops&account_id=123456789012"])
    }
  }

  @Test(arguments: Machine.Access.allCases)
  func `a session that the portal does not know has to be begun anew`(access: Machine.Access) async throws {
    try await Machine.run(access, config: Self.config) { machine in
      machine.files[Self.path] = Self.token("2026-11-22T20:00:00Z")
      machine.services.change { $0.ssoToken = "other" }
      let reason = "IAM Identity Center does not accept the session any more; run \"aws sso login --profile default\""
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test(
    arguments: [
      (nil, "nobody has logged in to IAM Identity Center; run \"aws sso login --profile default\""),
      ("{", "\(path) holds no token; run \"aws sso login --profile default\""),
      (
        "{\"accessToken\": \"a\\nb\", \"expiresAt\": \"2026-11-22T20:00:00Z\"}",
        "\(path) holds no token; run \"aws sso login --profile default\""
      ),
      (
        "{\"accessToken\": \"a\", \"expiresAt\": \"soon\"}",
        "\(path) holds no token; run \"aws sso login --profile default\""
      ),
    ] as [(String?, String)]
  )
  func `without a token there are no keys`(content: String?, reason: String) async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.files[Self.path] = content
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test(arguments: [
    ("sso_role_name = a", "it is set up for IAM Identity Center without sso_account_id, sso_start_url, sso_region"),
    ("sso_account_id = 1\nsso_session = none", "it has sso_session = none, but there is no section [sso-session none]"),
    ("sso_account_id = 1\nsso_session = corp", "it is set up for IAM Identity Center without sso_role_name"),
    (
      "sso_account_id = 1\nsso_role_name = a\nsso_session = corp\nsso_region = eu-west-1",
      "sso_region is not the same in the profile and in its sso-session; remove one of the two"
    ),
  ])
  func `settings that do not hold together stop everything`(lines: String, reason: String) async throws {
    try await Machine.run(config: "\(Self.config)\n[profile x]\n\(lines)") { machine in
      await #expect(throws: CredentialError.unusable(source: "profile x", reason: reason)) {
        try await machine.credentials(profile: "x")
      }
    }
  }

  @Test(arguments: [
    ("", "the body is empty"), ("<html>", "the body is an HTML page"), ("{}", "the body is JSON of another shape"),
    (#"{"roleCredentials":{"accessKeyId":"A"}}"#, "the body is JSON of another shape"),
  ])
  func `garbage is no key`(body: String, kind: String) async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.files[Self.path] = Self.token("2026-11-22T20:00:00Z")
      machine.services.change { $0.first[.sso] = [CredentialServices.answer(200, body)] }
      let reason =
        "The response to GetRoleCredentials cannot be read: \(kind). "
        + "Check the endpoint, and that no proxy answers in its place"
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }
}
