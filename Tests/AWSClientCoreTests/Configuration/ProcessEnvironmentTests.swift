import NetworkTransport
import Testing

@testable import AWSClientCore

@Suite struct ProcessEnvironmentTests {
  private let environment = ProcessEnvironment(variables: ["HOME": "/home/ana", "DIR": "/etc/aws", "EMPTY": ""])

  @Test func `an empty variable counts as absent`() {
    #expect(environment["DIR"] == "/etc/aws")
    #expect(environment["EMPTY"] == nil)
    #expect(environment["NONE"] == nil)
    #expect(environment.home == "/home/ana")
    #expect(ProcessEnvironment(variables: ["HOME": ""]).home == nil)
  }

  @Test(arguments: [nil, "", "relative", "./here"])
  func `without an absolute HOME the home directory is the user's own`(home: String?) throws {
    let variables = home.map { ["HOME": $0] } ?? [:]
    let environment = ProcessEnvironment(variables: variables, registeredHome: "/home/bo")
    #expect(environment.home == "/home/bo")
    #expect(environment.expanding("~/.aws/config") == "/home/bo/.aws/config")
    #expect(try Profiles(environment: environment, files: LocalFiles()).configPath == "/home/bo/.aws/config")
    #expect(ProcessEnvironment(variables: ["HOME": "/home/ana"], registeredHome: "/home/bo").home == "/home/ana")
  }

  @Test func `the password database has this user's home directory`() {
    #expect(PasswordDatabase.home?.hasPrefix("/") == true)
  }

  @Test func `variables can be read and set`() {
    var changed = environment
    changed.variables["DIR"] = "/other"
    changed.variables["EMPTY"] = nil
    #expect(changed.variables == ["HOME": "/home/ana", "DIR": "/other"])
  }

  @Test(arguments: [
    ("/plain", "/plain"),
    ("~", "/home/ana"),
    ("~/.aws/config", "/home/ana/.aws/config"),
    ("~bo/config", "~bo/config"),
    ("/a/~/b", "/a/~/b"),
    ("$DIR/config", "/etc/aws/config"),
    ("${DIR}/config", "/etc/aws/config"),
    ("$DIRECTORY/config", "$DIRECTORY/config"),
    ("${NONE}/$EMPTY/x", "${NONE}//x"),
    ("$HOME/$DIR", "/home/ana//etc/aws"),
    ("50$", "50$"),
  ])
  func `paths are expanded as botocore does it`(path: String, expanded: String) {
    #expect(environment.expanding(path) == expanded)
  }

  @Test func `a tilde without a home directory leads nowhere`() {
    #expect(ProcessEnvironment().expanding("~/.aws/config") == nil)
    #expect(ProcessEnvironment().expanding("/etc/aws") == "/etc/aws")
  }

  @Test func `a description or a dump shows no value`() {
    let environment = ProcessEnvironment(variables: ["AWS_SECRET_ACCESS_KEY": "hunter2"])
    var dumped = ""
    dump(environment, to: &dumped)
    for text in ["\(environment)", String(reflecting: environment), dumped] { #expect(!text.contains("hunter")) }
  }
}
