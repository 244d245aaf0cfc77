import AWSClientCore
import TestSupport
import Testing

/// What STS blames is named as the person knows it.
@Suite struct BlamedSettingTests {
  private static let config = """
    [default]
    role_arn = arn:aws:iam::1:role/ops
    source_profile = base
    role_session_name = a b
    external_id = e
    duration_seconds = 43200
    [profile base]
    aws_access_key_id = AKIABASE
    aws_secret_access_key = s3cret
    [profile unnamed]
    role_arn = arn:aws:iam::1:role/ops
    source_profile = base
    """

  private static func refusal(_ message: String) -> HTTPResponse {
    CredentialServices.answer(
      400,
      "<ErrorResponse><Error><Code>ValidationError</Code><Message>\(message)</Message></Error></ErrorResponse>",
      type: "text/xml"
    )
  }

  private static let badName =
    "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy "
    + "regular expression pattern: [\\w+=,.@-]*"

  @Test(arguments: [
    (badName, "; that is role_session_name, correct it."),
    (
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
      "; that is duration_seconds, correct it."
    ),
    ("Value '' at 'externalId' failed to satisfy constraint", "; that is external_id, correct it."),
    ("arn is invalid at 'roleArn'", "; that is role_arn, correct it."),
    ("Too busy", "Too busy (ValidationError)."),
  ])
  func `in a profile`(message: String, end: String) async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.services.change { $0.first[.sts] = [Self.refusal(message)] }
      let error = await #expect(throws: CredentialError.self) { try await machine.credentials() }
      #expect(error.map { "\($0)" }?.hasSuffix(end) == true, "\(String(describing: error))")
    }
  }

  @Test func `in the environment`() async throws {
    let variables = [
      "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/pod",
      "AWS_ROLE_SESSION_NAME": "a b",
    ]
    try await Machine.run { machine in
      machine.files["/token"] = "web-s3cret"
      machine.services.change { $0.first[.sts] = [Self.refusal(Self.badName)] }
      let error = await #expect(throws: CredentialError.self) { try await machine.credentials(variables) }
      #expect(error.map { "\($0)" }?.hasSuffix("; that is AWS_ROLE_SESSION_NAME, correct it.") == true)
    }
  }

  @Test func `a name that nobody has set is nobody's to correct`() async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.services.change { $0.first[.sts] = [Self.refusal(Self.badName)] }
      let error = await #expect(throws: CredentialError.self) { try await machine.credentials(profile: "unnamed") }
      #expect(error.map { "\($0)" }?.contains("correct it") == false)
    }
  }

  @Test func `keys of a source profile that are refused are said to be its own`() async throws {
    let config = Self.config.replacing("AKIABASE", with: "AKIAREFUSED")
    try await Machine.run(config: config) { machine in
      let error = await #expect(throws: CredentialError.self) { try await machine.credentials() }
      #expect(
        error.map { "\($0)" }?.hasSuffix(
          "(InvalidClientTokenId), with the credentials in profile base in /home/ana/.aws/config."
        ) == true,
        "\(String(describing: error))"
      )
    }
  }
}
