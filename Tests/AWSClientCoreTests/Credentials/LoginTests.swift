import AWSClientCore
import AppStream
import Crypto
import FoundationEssentials
import PlainText
import Synchronization
import TestSupport
import Testing

@Suite struct LoginTests {
  private static let session = "arn:aws:iam::123456789012:user/ana"
  private static let config = "[default]\nlogin_session = \(session)\n"
  /// The SHA-256 of the session's name.
  private static let file = "b2b5a3795600f77a089fcfb9343ad775fd5212cd31b1bbdc2bb1397fd1b68abf.json"
  private static let path = "/home/ana/.aws/login/cache/\(file)"
  private static let key = P256.Signing.PrivateKey()

  private static func content(_ end: String, pem: String = key.pemRepresentation) -> String {
    let pem = pem.replacing("\n", with: "\\n")
    return """
      {"accessToken": {"accessKeyId": "ASIALOGIN", "secretAccessKey": "s3cret", "sessionToken": "s3cret-token",
      "accountId": "123456789012", "expiresAt": "\(end)"}, "tokenType": "aws_sigv4",
      "refreshToken": "login-refresh-s3cret-1", "idToken": "id-s3cret",
      "clientId": "arn:aws:signin:::devtools/same-device", "dpopKey": "\(pem)"}
      """
  }

  private func run(_ access: Machine.Access = .inProcess, _ body: (Machine) async throws -> Void) async throws {
    try await Machine.run(access, config: Self.config) { machine in
      machine.services.change { $0.loginKey = Self.key.publicKey.rawRepresentation }
      try await body(machine)
    }
  }

  @Test func `the keys of the session serve until five minutes are left`() async throws {
    try await run { machine in
      machine.files[Self.path] = Self.content("2026-11-22T14:07:16Z")
      let found = try await machine.credentials()
      #expect(found.accessKeyID == "ASIALOGIN")
      #expect(found.expiration == machine.now.addingTimeInterval(301))
      #expect(machine.services.log == [])
    }
  }

  @Test(arguments: Machine.Access.allCases)
  func `then they are renewed with a proof, and everything is written back`(access: Machine.Access) async throws {
    try await run(access) { machine in
      machine.files[Self.path] = Self.content("2026-11-22T14:07:15Z")
      let found = try await machine.credentials()
      #expect(found.accessKeyID == "ASIA.login.1")
      #expect(found.expiration == machine.now.addingTimeInterval(900))
      #expect(
        machine.services.log == ["CreateOAuth2Token refresh_token arn:aws:signin:::devtools/same-device"]
      )
      let written = try JSONDecoder().decode(JSONValue.self, from: Data((machine.files[Self.path] ?? "").utf8))
      #expect(
        written["accessToken"]
          == .object([
            "accessKeyId": .string("ASIA.login.1"), "secretAccessKey": .string("s3cret-of-ASIA.login.1"),
            "sessionToken": .string("s3cret-token-of-ASIA.login.1"), "accountId": .string("123456789012"),
            "expiresAt": .string("2026-11-22T14:17:15Z"),
          ])
      )
      #expect(written["refreshToken"] == .string("login-refresh-s3cret-2"))
      #expect(written["idToken"] == .string("id-s3cret"))
      #expect(written["dpopKey"] == .string(Self.key.pemRepresentation))
      #expect(try await machine.credentials() == found)
    }
  }

  @Test(arguments: ["eu-north-1", "eu-west-1"])
  func `a session is renewed where somebody logged in, whatever the Region is`(region: String) async throws {
    try await run { (machine) async throws in
      machine.files[Self.path] = Self.content("2026-11-22T14:06:15Z")
        .replacing("\"tokenType\"", with: "\"signInRegion\": \"us-east-2\", \"tokenType\"")
      let regions = Mutex<[String]>([])
      var context = machine.context
      context.network.endpoint = { [original = context.network.endpoint] (service, region) throws(ConfigurationError) in
        regions.withLock { $0.append(region) }
        return try original(service, region)
      }
      let settings = try ClientSettings.resolve(
        .appStream,
        options: ClientOptions(region: region),
        environment: ProcessEnvironment(variables: ["HOME": "/home/ana"]),
        files: machine.files
      )
      let credentials = StandardCredentials(CredentialSettings(settings), context)
      #expect(try await credentials.credentials(CredentialSearch()).accessKeyID == "ASIA.login.1")
      #expect(regions.withLock { $0 } == ["us-east-2"])
    }
  }

  @Test func `keys that a service has refused are renewed early`() async throws {
    try await run { (machine) async throws in
      machine.files[Self.path] = Self.content("2026-11-22T14:17:15Z")
      #expect(try await machine.credentials(refusing: "ASIALOGIN").accessKeyID == "ASIA.login.1")
    }
  }

  @Test func `the file may be somewhere else`() async throws {
    try await run { (machine) async throws in
      machine.files["/home/ana/sessions/\(Self.file)"] = Self.content("2026-11-22T14:17:15Z")
      let variables = ["AWS_LOGIN_CACHE_DIRECTORY": "~/sessions"]
      #expect(try await machine.credentials(variables).accessKeyID == "ASIALOGIN")
    }
  }

  @Test(arguments: [
    ("TOKEN_EXPIRED", "the session of \"aws login\" has ended; run \"aws login --profile default\""),
    (
      "USER_CREDENTIALS_CHANGED",
      "the password or the credentials of the user have changed; run \"aws login --profile default\""
    ),
    ("INSUFFICIENT_PERMISSIONS", "IAM does not allow signin:CreateOAuth2Token, which renews the session"),
    ("server_error", "CreateOAuth2Token was refused: no (server_error); run \"aws login --profile default\""),
  ])
  func `a refusal says what to do`(code: String, reason: String) async throws {
    try await run { machine in
      machine.files[Self.path] = Self.content("2026-11-22T14:02:15Z")
      machine.services.change {
        $0.first[.signin] = [CredentialServices.answer(403, #"{"error":"\#(code)","message":"no"}"#)]
      }
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test(
    arguments: [
      (nil, "nobody has logged in with \"aws login\""), ("{}", "the session of \"aws login\" is not complete"),
      ("[1", "the session of \"aws login\" is not complete"),
      (
        content("2026-11-22T14:17:15Z", pem: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"),
        "the key of the session of \"aws login\" cannot be read"
      ),
    ] as [(String?, String)]
  )
  func `without a whole session there are no keys`(content: String?, reason: String) async throws {
    try await run { machine in
      machine.files[Self.path] = content
      let reason = "\(reason); run \"aws login --profile default\""
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test func `a key in the older form of PEM is read, too`() async throws {
    let pem = """
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIG5i1sL2Tnf3bQF4USfC9glFn+P2SzHtRrJ1GbtL44LPoAoGCCqGSM49
      AwEHoUQDQgAEfSDIeId8Mi25Y2D/5uj+P/72ENsAYOeGmttDfW3RQuG1SOTplIWz
      nh4IsJllRPqWt6quyhuzxh/dpI15QEHoNw==
      -----END EC PRIVATE KEY-----
      """
    try await run { (machine) async throws in
      machine.files[Self.path] = Self.content("2026-11-22T14:17:15Z", pem: pem)
      #expect(try await machine.credentials().accessKeyID == "ASIALOGIN")
    }
  }

  @Test(arguments: ["", "<html>", "{}", #"{"accessToken":{}}"#])
  func `garbage is no key, and the session stays as it was`(body: String) async throws {
    try await run { machine in
      let before = Self.content("2026-11-22T14:02:15Z")
      machine.files[Self.path] = before
      machine.services.change { $0.first[.signin] = [CredentialServices.answer(200, body)] }
      await #expect(throws: CredentialError.self) { try await machine.credentials() }
      #expect(machine.files[Self.path] == before)
    }
  }
}
