import AWSClientCore
import AppStream
import Crypto
import FoundationEssentials
import TestSupport
import Testing

/// Two programs that renew one session at the same time: the refresh token serves the first, and the second finds in
/// the file what the first has got.
@Suite struct SimultaneousRenewalTests {
  /// Lets something happen right before a request is answered.
  private struct Interrupted: HTTPTransport {
    let next: any HTTPTransport
    let before: @Sendable (HTTPRequest) -> Void

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      before(request)
      return try await next.send(request)
    }
  }

  private static let sso = """
    [default]
    sso_session = corp
    sso_account_id = 123456789012
    sso_role_name = ops
    [sso-session corp]
    sso_start_url = https://corp.awsapps.com/start
    sso_region = us-east-1
    """
  /// The SHA-1 of `corp`.
  private static let ssoPath = "/home/ana/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"

  private static func ssoToken(_ token: String, _ end: String, refresh: String = "used-up") -> String {
    """
    {"accessToken": "\(token)", "expiresAt": "\(end)", "clientId": "client", "clientSecret": "client-s3cret",
    "registrationExpiresAt": "2027-01-01T00:00:00Z", "refreshToken": "\(refresh)"}
    """
  }

  private func credentials(
    _ machine: Machine,
    before: @escaping @Sendable (HTTPRequest) -> Void
  ) async throws -> Credentials {
    var context = machine.context
    context.network.transport = Interrupted(next: context.network.transport, before: before)
    let settings = try ClientSettings.resolve(
      .appStream,
      options: ClientOptions(region: "eu-west-1"),
      environment: ProcessEnvironment(variables: ["HOME": "/home/ana", "AWS_EC2_METADATA_DISABLED": "true"]),
      files: machine.files
    )
    return try await StandardCredentials(CredentialSettings(settings), context).credentials(CredentialSearch())
  }

  @Test(arguments: ["2026-11-22T14:02:14Z", "2026-11-22T14:10:00Z"])
  func `a refused renewal looks into the file again`(end: String) async throws {
    try await Machine.run(config: Self.sso) { (machine) async throws in
      machine.files[Self.ssoPath] = Self.ssoToken("old", end)
      let found = try await credentials(machine) { request in
        guard request.path.hasSuffix("/token") else { return }
        machine.files[Self.ssoPath] = Self.ssoToken("sso-s3cret-1", "2026-11-22T22:00:00Z")
      }
      #expect(found.accessKeyID == "ASIA.sso.1")
      #expect(machine.services.log.map { $0.prefix { $0 != " " } } == ["CreateToken", "GetRoleCredentials"])
      #expect(machine.files[Self.ssoPath]?.contains("sso-s3cret-1") == true)
    }
  }

  @Test func `a token that the portal refuses is looked up again, once for each newer one`() async throws {
    try await Machine.run(config: Self.sso) { (machine) async throws in
      machine.files[Self.ssoPath] = Self.ssoToken("old", "2026-11-22T22:00:00Z")
      let found = try await credentials(machine) { _ in
        machine.files[Self.ssoPath] = Self.ssoToken("sso-s3cret-1", "2026-11-22T22:00:00Z")
      }
      #expect(found.accessKeyID == "ASIA.sso.1")
      machine.services.change { $0.ssoToken = "of nobody" }
      let error = await #expect(throws: CredentialError.self) { try await credentials(machine) { _ in } }
      #expect(error.map { "\($0)" }?.hasSuffix("run \"aws sso login --profile default\".") == true)
      #expect(machine.services.log.count == 3)
    }
  }

  @Test func `what the file holds and is no better does not count`() async throws {
    try await Machine.run(config: Self.sso) { (machine) async throws in
      machine.files[Self.ssoPath] = Self.ssoToken("old", "2026-11-22T14:02:14Z")
      let error = await #expect(throws: CredentialError.self) {
        try await credentials(machine) { _ in
          machine.files[Self.ssoPath] = Self.ssoToken("also old", "2026-11-22T14:02:15Z")
        }
      }
      #expect(error.map { "\($0)" }?.contains("has ended, and could not be renewed (CreateToken was refused") == true)
    }
  }

  @Test func `so does a refused renewal of aws login`() async throws {
    let session = "arn:aws:iam::123456789012:user/ana"
    let path = "/home/ana/.aws/login/cache/b2b5a3795600f77a089fcfb9343ad775fd5212cd31b1bbdc2bb1397fd1b68abf.json"
    let pem = P256.Signing.PrivateKey().pemRepresentation.replacing("\n", with: "\\n")
    @Sendable func content(_ id: String, _ end: String) -> String {
      """
      {"accessToken": {"accessKeyId": "\(id)", "secretAccessKey": "s3cret", "sessionToken": "t", "expiresAt": "\(end)"},
      "refreshToken": "used-up", "clientId": "c", "dpopKey": "\(pem)"}
      """
    }
    try await Machine.run(config: "[default]\nlogin_session = \(session)\n") { (machine) async throws in
      machine.files[path] = content("ASIAOLD", "2026-11-22T14:02:14Z")
      let found = try await credentials(machine) { _ in machine.files[path] = content("ASIANEW", "2026-11-22T14:17:00Z")
      }
      #expect(found.accessKeyID == "ASIANEW")
    }
  }
}
