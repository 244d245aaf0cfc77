import AWSClientCore
import Crypto
import FoundationEssentials
import InMemoryLogging
import PlainText
import TestSupport
import Testing

/// Whatever happens to credentials, their secrets are in no error, log, description or dump.
@Suite struct CredentialSecrecyTests {
  private static let login =
    "/home/ana/.aws/login/cache/24d4b96f58da6d4a8512313bbd02a28ebf0ca95dec6e4c86ef78ce7f01e788ac.json"
  private static let sso = "/home/ana/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"
  private static let config = """
    [profile role]
    role_arn = r/x
    source_profile = base
    external_id = x
    mfa_serial = m
    [profile base]
    aws_access_key_id = AKIABASE
    aws_secret_access_key = s3cret-base
    [profile web]
    role_arn = r/web
    web_identity_token_file = /token
    [profile sso]
    sso_session = corp
    sso_account_id = 1
    sso_role_name = a
    [sso-session corp]
    sso_start_url = u
    sso_region = r
    [profile login]
    login_session = ana
    [profile process]
    credential_process = keys
    [profile container]
    role_arn = r/c
    credential_source = EcsContainer
    [profile instance]
    role_arn = r/i
    credential_source = Ec2InstanceMetadata
    """

  private static func prepare(_ machine: Machine) throws {
    let key = P256.Signing.PrivateKey()
    machine.services.change { rules in
      rules.loginKey = key.publicKey.rawRepresentation
      rules.containerToken = "container-s3cret"
    }
    machine.files["/token"] = "web-s3cret"
    machine.files[sso] = """
      {"accessToken": "sso-s3cret-1", "expiresAt": "2026-11-22T14:10:00Z", "clientId": "client",
      "clientSecret": "client-s3cret", "registrationExpiresAt": "2027-01-01T00:00:00Z",
      "refreshToken": "sso-refresh-s3cret-1"}
      """
    machine.files[login] = String(
      decoding: try JSONEncoder().encode(
        JSONValue.object([
          "accessToken": .object([
            "accessKeyId": .string("A"), "secretAccessKey": .string("s3cret"), "sessionToken": .string("s3cret"),
            "accountId": .string("1"), "expiresAt": .string("2026-11-22T14:02:15Z"),
          ]),
          "refreshToken": .string("login-refresh-s3cret-1"), "clientId": .string("c"),
          "dpopKey": .string(key.pemRepresentation),
        ])
      ),
      as: UTF8.self
    )
    machine.processes.next(
      #"{"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "s3cret", "SessionToken": "s3cret"}"#
    )
  }

  @Test(
    arguments: ["role", "web", "sso", "login", "process", "container", "instance"],
    [nil, 200, 403, 500] as [Int?]
  )
  func `no secret is told`(profile: String, status: Int?) async throws {
    try await Machine.run(config: Self.config) { machine in
      try Self.prepare(machine)
      if let status {
        let answer = CredentialServices.answer(status, "{\"message\": \"no\"}")
        machine.services.change { rules in
          for service in CredentialServices.Service.allCases {
            rules.first[service] = Array(repeating: answer, count: 3)
          }
        }
      }
      var told: [String] = []
      let variables = [
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container),
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": "container-s3cret",
      ]
      let provider = try machine.provider(profile: profile, variables)
      do {
        let found = try await provider.credentials(CredentialSearch())
        told.append("\(found) \(String(reflecting: found))")
        dump(found, to: &told[0])
        #expect(status == nil || profile == "process" || profile == "sso")
      } catch {
        told.append("\(error) \(String(reflecting: error))")
        #expect(status != nil)
      }
      var dumped = ""
      dump(provider, to: &dumped)
      told.append(dumped)
      told += machine.log.entries.map { "\($0.message) \($0.metadata)" }
      for text in told { #expect(!text.contains(CredentialServices.secretMark)) }
    }
  }
}
