import AppStream
import TestSupport
import Testing

@testable import AWSClientCore

/// Sections that can be read and cannot be meant, each as it was found in somebody's home directory.
@Suite struct SectionFlawTests {
  private func resolve(
    _ profile: String?,
    config: String = "",
    credentials: String = ""
  ) throws(ConfigurationError) -> ClientSettings {
    try ClientSettings.resolve(
      .appStream,
      options: ClientOptions(profile: profile),
      environment: ProcessEnvironment(variables: ["HOME": "/home/ana"]),
      files: MemoryFiles(["/home/ana/.aws/config": config, "/home/ana/.aws/credentials": credentials])
    )
  }

  private func sentence(_ profile: String?, config: String = "", credentials: String = "") -> String? {
    do throws(ConfigurationError) {
      _ = try resolve(profile, config: config, credentials: credentials)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    (
      "[profile ops]\nregion = eu-west-1\naws_access_key_id = A\n[profile ops]\naws_secret_access_key = s\n", "",
      "[profile ops] comes more than once in /home/ana/.aws/config, in lines 1 and 4. Make one section of them: AWS's own "
        + "tools do not agree on what counts."
    ),
    (
      "[profile ops]\nregion = x\n", "[ops]\na = 1\n[b]\n[ops]\n[ops]\n",
      "[ops] comes more than once in /home/ana/.aws/credentials, in lines 1, 4 and 5. Make one section of them: AWS's "
        + "own tools do not agree on what counts."
    ),
    (
      "[profile ops]\nregion = eu-west-1\nRegion = us-east-1\n", "",
      "region comes more than once in [profile ops] of /home/ana/.aws/config, in lines 2 and 3, with different values. "
        + "Remove all but one."
    ),
    (
      "[profile ops] # see [wiki]\nregion = eu-west-1\n", "",
      "Line 1 of /home/ana/.aws/config cannot be read: text with ] stands behind the header [profile ops]. Correct that "
        + "line."
    ),
    (
      "[profile ops]\nregion = x\n", "\n[ops] ; [old]\naws_access_key_id = A\n",
      "Line 2 of /home/ana/.aws/credentials cannot be read: text with ] stands behind the header [ops]. Correct that "
        + "line."
    ),
  ])
  func `a section that is used has to be one that can be meant`(config: String, credentials: String, text: String) {
    #expect(sentence("ops", config: config, credentials: credentials) == text)
  }

  @Test func `the same section of nobody's, or a key that comes again with its value, does no harm`() throws {
    let others = "[profile x]\n[profile x]\n[profile y] # [z]\nregion = a\nregion = b\n"
    #expect(try resolve("ops", config: "[profile ops]\nregion = eu-west-1\n" + others).region == "eu-west-1")
    #expect(try resolve("ops", config: "[profile ops]\nregion = x\nregion = x\n").region == "x")
  }

  @Test(arguments: [
    (
      "[default]\nregion = eu-west-1\n[ops]\nregion = eu-west-1\n", "",
      "There is no profile \"ops\". Line 3 of /home/ana/.aws/config is [ops], which has to be [profile ops] in that file. "
        + "Correct that line."
    ),
    (
      "[Profile ops]\n", "",
      "There is no profile \"ops\". Line 1 of /home/ana/.aws/config is [Profile ops], which has to be [profile ops] in "
        + "that file. Correct that line."
    ),
    (
      "", "[profile ops]\n",
      "There is no profile \"ops\". Line 1 of /home/ana/.aws/credentials is [profile ops], which has to be [ops] in that "
        + "file. Correct that line."
    ),
    (
      "[ops]\nregion = eu-west-1\n", "[ops]\naws_access_key_id = A\n",
      "No Region is set. Give --region, or set AWS_REGION, or region in profile ops. Line 1 of /home/ana/.aws/config is "
        + "[ops], which has to be [profile ops] in that file."
    ),
    (
      "[ profile ops ]\n", "",
      "There is no profile \"ops\". Line 1 of /home/ana/.aws/config is [ profile ops ], which has to be [profile ops] in "
        + "that file. Correct that line."
    ),
    (
      "", "[ ops ]\n",
      "There is no profile \"ops\". Line 1 of /home/ana/.aws/credentials is [ ops ], which has to be [ops] in that file. "
        + "Correct that line."
    ),
  ])
  func `a header that means nothing in its file is named`(config: String, credentials: String, text: String) {
    #expect(sentence("ops", config: config, credentials: credentials) == text)
  }

  @Test func `a name of two words is quoted as the file needs it`() {
    let text = sentence("night shift", config: "[\"night shift\"]\n") ?? ""
    #expect(text.contains("is [\"night shift\"], which has to be [profile \"night shift\"] in that file."))
  }

  @Test func `services, sessions and source profiles are looked at as well`() throws {
    let services = "[default]\nregion = x\nservices = a\n[services a]\n[services a]\n"
    #expect(sentence(nil, config: services)?.hasPrefix("[services a] comes more than once") == true)
    let profiles = try resolve(
      nil,
      config: """
        [default]
        region = x
        [profile a]
        role_arn = r
        source_profile = b
        [profile b]
        [profile b]
        [profile c]
        sso_session = s
        sso_role_name = r
        [sso-session s] # [x]
        [profile d]
        role_arn = r
        source_profile = e
        [e]
        """
    ).profiles
    func error(_ name: String, _ body: (Profile) throws(CredentialError) -> Void) throws -> String? {
      let profile = try #require(profiles.profile(named: name))
      return #expect(throws: CredentialError.self) { try body(profile) }.map { "\($0)" }
    }
    let role = { (profile: Profile) throws(CredentialError) in
      _ = try RoleSettings(of: profile, in: profiles, visited: [profile.name])
    }
    #expect(try error("a", role)?.hasPrefix("[profile b] comes more than once") == true)
    #expect(
      try error("d", role)?.hasSuffix(
        "Line 15 of /home/ana/.aws/config is [e], which has to be [profile e] in that file."
      ) == true
    )
    let session = try error("c") { profile throws(CredentialError) in _ = try SSOSettings(of: profile, in: profiles) }
    #expect(session?.contains("text with ] stands behind the header [sso-session s]") == true)
  }

  /// What PowerShell's `Out-File` writes, with and without a mark, in both byte orders.
  private static let utf16: [[UInt8]] = {
    let text: [UInt8] = Array("[default]".utf8)
    let little: [UInt8] = text.flatMap { [$0, 0] }
    let big: [UInt8] = text.flatMap { [0, $0] }
    return [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little]
  }()

  @Test(arguments: utf16)
  func `a file of Windows PowerShell's is told for what it is`(bytes: [UInt8]) {
    let error = #expect(throws: ConfigFileError.self) { try ConfigFile(parsing: bytes, path: "/a") }
    #expect(
      error.map { "\($0)" }
        == "Line 1 of /a cannot be read: the file is UTF-16 text, as Windows PowerShell writes it, and AWS's tools read "
        + "UTF-8. Save the file as UTF-8."
    )
  }
}
