import AWSClientCore
import Crypto
import FoundationEssentials
import TestSupport
import Testing

/// Services that response with what no client expects, over a real socket.
@Suite struct GarbageTests {
  /// One service, and what has to be around for it to be asked.
  struct Place: Sendable, CustomTestStringConvertible {
    var service: CredentialServices.Service
    var config = ""
    /// Sound answers before the other one.
    var before: [String] = []
    var says: String

    var testDescription: String { service.rawValue }
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
  private static let places = [
    Place(
      service: .sts,
      config: """
        [default]
        role_arn = arn:aws:iam::1:role/ops
        source_profile = default
        aws_access_key_id = AKIABASE
        aws_secret_access_key = s3cret
        """,
      says: "profile default"
    ),
    Place(service: .sso, config: sso, says: "profile default"),
    Place(service: .oidc, config: sso, says: "could not be renewed"),
    Place(
      service: .signin,
      config: "[default]\nlogin_session = arn:aws:iam::123456789012:user/ana\n",
      says: "profile default"
    ),
    Place(service: .container, says: "the container's environment"),
    Place(service: .imds, before: ["token", "web-server"], says: "the instance metadata"),
  ]
  private static let bodies = ["", "<html>Proxy login</html>", "{\"a\":", "[]", "null", "\u{0}\u{1B}[2J\u{FFFD}"]

  @Test(arguments: places, bodies)
  func `garbage over a socket is a sentence that names the source, and no key`(place: Place, body: String) async throws
  {
    try await Machine.run(.overLoopback, config: place.config) { machine in
      machine.services.change { rules in
        // As often as a service that is ill is asked.
        let garbage = Array(repeating: CredentialServices.answer(200, body), count: 3)
        rules.first[place.service] = place.before.map { CredentialServices.answer(200, $0) } + garbage
      }
      try Self.prepare(machine, for: place.service)
      let isContainer = place.service == .container
      let variables = isContainer ? ["AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container)] : [:]
      let error = await #expect(throws: CredentialError.self) { try await machine.credentials(variables) }
      let text = error.map { "\($0)" } ?? ""
      // An empty answer of the instance means that it has no keys, and then the end of the chain speaks.
      #expect(text.contains(place.says) || place.service == .imds && body.isEmpty)
      #expect(text.hasSuffix(".") && !text.contains("\u{1B}") && !text.contains(CredentialServices.secretMark))
      #expect(machine.services.log.contains("\(place.service): prepared"))
    }
  }

  private static func prepare(_ machine: Machine, for service: CredentialServices.Service) throws {
    let end = service == .oidc ? machine.now : machine.now.addingTimeInterval(3600)
    machine.files["/home/ana/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"] = """
      {"startUrl": "https://corp.awsapps.com/start", "region": "us-east-1", "accessToken": "sso-s3cret-1",
      "expiresAt": "\(end.formatted(.iso8601))", "clientId": "client", "clientSecret": "client-s3cret",
      "registrationExpiresAt": "2027-01-01T00:00:00Z", "refreshToken": "sso-refresh-s3cret-1"}
      """
    let key = P256.Signing.PrivateKey()
    machine.services.change { $0.loginKey = key.publicKey.rawRepresentation }
    let login = "b2b5a3795600f77a089fcfb9343ad775fd5212cd31b1bbdc2bb1397fd1b68abf"
    machine.files["/home/ana/.aws/login/cache/\(login).json"] = """
      {"accessToken": {"accessKeyId": "ASIALOGIN", "secretAccessKey": "s3cret", "sessionToken": "s3cret-token",
      "accountId": "123456789012", "expiresAt": "\(machine.now.formatted(.iso8601))"}, "tokenType": "aws_sigv4",
      "refreshToken": "login-refresh-s3cret-1", "idToken": "id-s3cret", "clientId": "client",
      "dpopKey": "\(key.pemRepresentation.replacing("\n", with: "\\n"))"}
      """
  }
}
