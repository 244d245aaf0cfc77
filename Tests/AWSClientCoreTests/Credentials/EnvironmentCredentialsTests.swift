import AWSClientCore
import FoundationEssentials
import PlainText
import Testing

@Suite struct EnvironmentCredentialsTests {
  private func credentials(_ variables: [String: String]) async throws(CredentialError) -> Credentials? {
    try await EnvironmentCredentials(ProcessEnvironment(variables: variables)).credentials()
  }

  private static let keys = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret/+="]

  @Test(
    arguments: [
      ([:], nil),
      (["AWS_SESSION_TOKEN": "new"], "new"),
      (["AWS_SECURITY_TOKEN": "old"], "old"),
      (["AWS_SECURITY_TOKEN": "old", "AWS_SESSION_TOKEN": "new"], "old"),
      (["AWS_SECURITY_TOKEN": "", "AWS_SESSION_TOKEN": "new"], "new"),
      (["AWS_SESSION_TOKEN": ""], nil),
    ] as [([String: String], String?)]
  )
  func `a pair is found, with its session token`(tokens: [String: String], token: String?) async throws {
    let found = try #require(try await credentials(Self.keys.merging(tokens) { $1 }))
    #expect(found.accessKeyID == "AKIDEXAMPLE")
    #expect(found.secretAccessKey.exposed == "secret/+=")
    #expect(found.sessionToken?.exposed == token)
    #expect(found.expiration == nil)
  }

  @Test(arguments: [
    [:],
    ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""],
    ["AWS_SESSION_TOKEN": "token"],
    ["aws_access_key_id": "AKIDEXAMPLE", "aws_secret_access_key": "secret"],
  ])
  func `without keys there is nothing`(variables: [String: String]) async throws {
    #expect(try await credentials(variables) == nil)
  }

  @Test(arguments: [
    (["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE"], "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY; set both"),
    (
      ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": ""],
      "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY; set both"
    ),
    (["AWS_SECRET_ACCESS_KEY": "secret"], "AWS_SECRET_ACCESS_KEY is set without AWS_ACCESS_KEY_ID; set both"),
  ])
  func `half a pair is an error`(variables: [String: String], reason: String) async {
    await #expect(throws: CredentialError.unusable(source: "the environment", reason: reason)) {
      try await credentials(variables)
    }
  }

  @Test(
    arguments: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
    ["a\r\nX-Injected: b", "trailing\n", "with blank", "tab\t", "nul\u{0}", "é", "\u{7F}"]
  )
  func `a character that must not go into a header is an error, and is not repeated`(
    variable: String,
    value: String
  ) async throws {
    var variables = Self.keys
    variables[variable] = value
    let error = await #expect(throws: CredentialError.self) { try await credentials(variables) }
    #expect(
      error.map { "\($0)" }
        == "The credentials in the environment cannot be used: \(variable) holds a blank, a line break or another "
        + "character that no key has; set it anew."
    )
  }

  @Test(arguments: ["2026-11-22T14:02:15Z", "2026-11-22T14:02:15+00:00", "2026-11-22T15:02:15.000+0100"])
  func `the end of life is read`(text: String) async throws {
    let found = try await credentials(Self.keys.merging(["AWS_CREDENTIAL_EXPIRATION": text]) { $1 })
    #expect(found?.expiration == Date(timeIntervalSince1970: 1_795_356_135))
  }

  @Test func `an end of life that is no time is an error`() async {
    let reason = "AWS_CREDENTIAL_EXPIRATION is not a time such as 2026-11-22T14:00:00Z"
    await #expect(throws: CredentialError.unusable(source: "the environment", reason: reason)) {
      try await credentials(Self.keys.merging(["AWS_CREDENTIAL_EXPIRATION": "tomorrow"]) { $1 })
    }
  }
}
