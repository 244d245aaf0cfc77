import AWSClientCore
import TestSupport
import Testing

@Suite struct ProfilesTests {
  private let home = ProcessEnvironment(variables: ["HOME": "/home/ana"])

  private func profiles(config: String = "", credentials: String = "") throws -> Profiles {
    try Profiles(
      environment: home,
      files: MemoryFiles(["/home/ana/.aws/config": config, "/home/ana/.aws/credentials": credentials])
    )
  }

  @Test(arguments: [
    ("[default]\nregion = x", "default"),
    ("[profile default]\nregion = x", "default"),
    ("[profile dev]\nregion = x", "dev"),
    ("[profile   dev ]\nregion = x", "dev"),
    ("[profile\tdev]\nregion = x", "dev"),
    ("[profile \"night shift\"]\nregion = x", "night shift"),
    ("[profile 'night shift']\nregion = x", "night shift"),
    ("[profile night\\ shift]\nregion = x", "night shift"),
    ("[profile dev/Admin@1234]\nregion = x", "dev/Admin@1234"),
  ])
  func `a profile section of the configuration file names a profile`(text: String, name: String) throws {
    let profiles = try profiles(config: text)
    #expect(profiles.names == [name])
    #expect(profiles.profile(named: name)?["region"] == "x")
  }

  @Test(arguments: [
    ("role_arn = arn:aws:iam::111122223333:role/ops", "111122223333"),
    ("role_arn = arn:aws:iam::111122223333:role/ops\nsso_account_id = 999988887777", "111122223333"),
    ("sso_account_id = 999988887777\nsso_role_name = ops", "999988887777"),
    ("aws_account_id = 999988887777", "999988887777"), ("role_arn = ops", nil),
    ("role_arn = arn:aws:iam:::role/ops", nil),
    ("region = x", nil),
  ])
  func `a profile says to which account it leads, where its settings do`(text: String, account: String?) throws {
    #expect(try profiles(config: "[profile dev]\n\(text)").accounts == (account.map { ["dev": $0] } ?? [:]))
  }

  @Test(arguments: [
    "[dev]\nregion = x", "[profile]\nregion = x", "[profile a b]\nregion = x", "[profiledev]\nregion = x",
    "[preview]\nsdb = true", "[sso-session dev]\nsso_region = x", "[services dev]\ns3 =\n  endpoint_url = x",
    "[bob's]\na = b", "[profile \"a]\nregion = x", "[profile ana's]\nregion = x",
  ])
  func `any other section names none`(text: String) throws {
    #expect(try profiles(config: text).names == [])
  }

  @Test func `a section of the credentials file names a profile as it stands`() throws {
    let profiles = try profiles(credentials: "[dev]\na = 1\n[night shift]\na = 2\n[profile dev]\na = 3\n")
    #expect(profiles.names == ["dev", "night shift", "profile dev"])
    #expect(profiles.profile(named: "night shift")?["a"] == "2")
  }

  @Test func `the credentials file has precedence, key by key`() throws {
    let profiles = try profiles(
      config: "[profile b]\n[profile a]\nregion = config\noutput = json\n",
      credentials: "[c]\n[a]\nregion = credentials\naws_access_key_id = AKIDEXAMPLE\n"
    )
    let profile = try #require(profiles.profile(named: "a"))
    #expect(profiles.names == ["b", "a", "c"])
    #expect(profile["region"] == "credentials")
    #expect(profile["output"] == "json")
    #expect(profile["aws_access_key_id"] == "AKIDEXAMPLE")
    #expect(profile.inConfigFile?["aws_access_key_id"] == nil)
    #expect(profiles.profile(named: "d") == nil)
  }

  @Test(arguments: [
    "[default]\nz = 2\n[profile default]\nz = 3", "[profile default]\nz = 2\n[default]\nz = 3",
    "[profile default]\nz = 1\n[default]\nz = 2\n[profile default]\nz = 3",
  ])
  func `of the two ways to write the default profile the one whose header comes last counts`(config: String) throws {
    #expect(try profiles(config: config).profile(named: "default")?["z"] == "3")
  }

  @Test func `one profile written in two ways is what the later section says`() throws {
    let profiles = try profiles(
      config: "[profile a]\nx = 1\ny = 1\n[profile \"a\"]\ny = 2\n[default]\n[profile default]\nz = 3"
    )
    #expect(profiles.names == ["a", "default"])
    #expect(profiles.profile(named: "a")?["x"] == nil)
    #expect(profiles.profile(named: "a")?["y"] == "2")
    #expect(profiles.profile(named: "default")?["z"] == "3")
  }

  @Test func `DEFAULT in capitals sets keys of every profile, and is none`() throws {
    let profiles = try profiles(
      config: "[DEFAULT]\nregion = x\noutput = json\n[profile a]\noutput = text\n",
      credentials: "[DEFAULT]\nkey = y\n[b]\n"
    )
    #expect(profiles.names == ["a", "b"])
    #expect(profiles.profile(named: "a")?["region"] == "x")
    #expect(profiles.profile(named: "a")?["output"] == "text")
    #expect(profiles.profile(named: "b")?["key"] == "y")
  }

  @Test func `an empty value counts as absent`() throws {
    #expect(try profiles(config: "[default]\nregion =\n").profile(named: "default")?["region"] == nil)
  }

  @Test func `sessions and services are found by name`() throws {
    let profiles = try profiles(
      config:
        "[sso-session corp]\nsso_region = x\n[services \"local dev\"]\nappstream =\n  endpoint_url = http://localhost\n"
    )
    #expect(profiles.ssoSession(named: "corp")?["sso_region"]?.text == "x")
    #expect(profiles.ssoSession(named: "other") == nil)
    #expect(profiles.services(named: "local dev")?["appstream"]?.nested == ["endpoint_url": "http://localhost"])
    #expect(profiles.services(named: "corp") == nil)
  }

  @Test(
    arguments: [
      ([:], "/home/ana/.aws/config", "/home/ana/.aws/credentials"),
      (["AWS_CONFIG_FILE": "/etc/c", "AWS_SHARED_CREDENTIALS_FILE": "/etc/k"], "/etc/c", "/etc/k"),
      (["AWS_CONFIG_FILE": "~/c", "AWS_SHARED_CREDENTIALS_FILE": "$X/k", "X": "/x"], "/home/ana/c", "/x/k"),
      (
        ["AWS_CONFIG_FILE": "", "AWS_SHARED_CREDENTIALS_FILE": ""], "/home/ana/.aws/config",
        "/home/ana/.aws/credentials"
      ),
      (["HOME": ""], nil, nil),
      (["HOME": "", "AWS_CONFIG_FILE": "/etc/c"], "/etc/c", nil),
    ] as [([String: String], String?, String?)]
  )
  func `the environment says where the files are`(variables: [String: String], config: String?, keys: String?) throws {
    let environment = ProcessEnvironment(variables: ["HOME": "/home/ana"].merging(variables) { $1 })
    let profiles = try Profiles(
      environment: environment,
      files: MemoryFiles([config ?? "none": "[profile a]", keys ?? "nowhere": "[b]"])
    )
    #expect(profiles.configPath == config)
    #expect(profiles.credentialsPath == keys)
    #expect(profiles.names == (config == nil ? [] : ["a"]) + (keys == nil ? [] : ["b"]))
  }

  @Test func `files that are not there are as empty ones`() throws {
    #expect(try Profiles(environment: home, files: MemoryFiles()).names == [])
  }

  @Test func `a file that may not be read stops everything`() {
    let path = "/home/ana/.aws/credentials"
    #expect(throws: ConfigurationError.file(.unreadable(path: path, reason: "permission denied"))) {
      try Profiles(environment: home, files: MemoryFiles(unreadable: [path]))
    }
  }

  @Test(arguments: [
    ("[default]\nregion\n", "", "/home/ana/.aws/config", 2, ConfigFileError.Problem.noEqualsSign),
    ("", "[default]\n\naws_access_key_id\n", "/home/ana/.aws/credentials", 3, .noEqualsSign),
  ])
  func `a bad line stops everything`(
    config: String,
    credentials: String,
    path: String,
    line: Int,
    problem: ConfigFileError.Problem
  ) {
    let error = ConfigurationError.malformedFile(ConfigFileError(path: path, line: line, problem: problem))
    #expect(throws: error) { try profiles(config: config, credentials: credentials) }
  }
}
