import AWSClientCore
import TestSupport
import Testing

/// Keys that a service refuses are said to be from where they were found.
@Suite struct KeySourceTests {
  private static let stale = "[default]\naws_access_key_id = AKIASTALE\naws_secret_access_key = s3cret\n"
  private static let program = "[default]\ncredential_process = /bin/keys\n"

  private func sentence(_ machine: Machine, _ variables: [String: String] = [:]) async throws -> String {
    let standard = try machine.provider(variables)
    let caller = SignedCaller(
      scope: SigningScope(region: "eu-west-1", service: "appstream"),
      credentials: RenewingCredentials(machine.calls) { (search) async throws(CredentialError) in
        try await standard.credentials(search)
      },
      transport: ScriptedTransport([
        .json("{\"__type\":\"ExpiredTokenException\",\"message\":\"expired\"}", status: 400)
      ]),
      context: machine.calls
    )
    let request = HTTPRequest(endpoint: Endpoint(scheme: .https, host: "example.com"))
    let error = await #expect(throws: ServiceError.self) { try await caller.send(request, operation: "DescribeStacks") }
    return error.map { "\($0)" } ?? ""
  }

  @Test(
    arguments: [
      (
        program, stale, [:],
        "profile default in /home/ana/.aws/credentials, which go before its credential_process"
      ),
      (
        "[default]\nlogin_session = a\n", stale, [:],
        "profile default in /home/ana/.aws/credentials, which go before its login_session"
      ),
      ("", stale, [:], "profile default in /home/ana/.aws/credentials"),
      (stale, "", [:], "profile default in /home/ana/.aws/config"),
      (program, stale, ["AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s3cret"], "the environment"),
    ] as [(String, String, [String: String], String)]
  )
  func `the source is named`(
    config: String,
    keys: String,
    variables: [String: String],
    source: String
  ) async throws {
    try await Machine.run(config: config, keys: keys) { machine in
      let text = try await sentence(machine, variables)
      let words =
        "(ExpiredTokenException, request 7f3a). The credentials are those in \(source). Renew the credentials, or choose"
      #expect(text.contains(words), "\(text)")
    }
  }

  @Test func `a refusal that is not of the keys names none`() {
    let refusal = Refusal(operation: "DescribeStacks", code: "ExpiredTokenException", message: "", status: 400)
    #expect(!refusal.description.contains("The credentials are"))
  }
}
