import AWSClientCore
import TestSupport
import Testing

/// How often calls for credentials are sent.
@Suite struct AttemptsTests {
  private static let role = """
    [default]
    role_arn = arn:aws:iam::1:role/ops
    source_profile = base
    [profile base]
    aws_access_key_id = AKIABASE
    aws_secret_access_key = s3cret
    """

  @Test(arguments: [("1", 1), ("2", 2), ("5", 5), (nil, 3)] as [(String?, Int)])
  func `as often as is set for all calls`(setting: String?, count: Int) async throws {
    try await Machine.run(config: Self.role) { machine in
      machine.services.change { rules in
        rules.first[.sts] = Array(repeating: CredentialServices.answer(503, ""), count: 9)
      }
      let variables = setting.map { ["AWS_MAX_ATTEMPTS": $0] } ?? [:]
      await #expect(throws: CredentialError.self) { try await machine.credentials(variables) }
      #expect(machine.services.log.count == count)
    }
  }

  @Test func `a provider of web identities that STS could not reach is tried three times`() async throws {
    let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/pod"]
    let refusal = CredentialServices.answer(
      400,
      "<ErrorResponse><Error><Code>IDPCommunicationError</Code><Message>later</Message></Error></ErrorResponse>",
      type: "text/xml"
    )
    try await Machine.run { (machine) async throws in
      machine.files["/token"] = "web-s3cret"
      machine.services.change { $0.first[.sts] = [refusal, refusal] }
      #expect(try await machine.credentials(variables).accessKeyID == "ASIA.role.pod.1")
      machine.services.change { $0.first[.sts] = [refusal, refusal, refusal, refusal] }
      await #expect(throws: CredentialError.self) { try await machine.credentials(variables) }
      #expect(machine.services.log.count == 6)
    }
  }
}
