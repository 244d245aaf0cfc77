import AWSClientCore
import AppStream
import FoundationEssentials
import Runs
import TestSupport
import Testing

struct PlanTests {
  @Test func `entries are sorted by stack, then user, then type, and each is there once`() {
    let entries = [
      Association(stackName: "physics", userName: "ada@x.example"),
      Association(stackName: "biology", userName: "bo@x.example"),
      Association(stackName: "biology", userName: "ada@x.example", authenticationType: .userpool),
      Association(stackName: "biology", userName: "ada@x.example", authenticationType: .saml),
      Association(stackName: "biology", userName: "Ada@x.example"),
      Association(stackName: "physics", userName: "ada@x.example"),
    ]
    #expect(Sample.plan(of: entries).entries == [4, 3, 2, 1, 0].map { entries[$0] })
    #expect(Sample.plan(of: entries.reversed()) == Sample.plan(of: entries))
  }

  @Test func `names that only look the same are two entries`() {
    let (composed, decomposed) = ("zo\u{EB}@x.example", "zoe\u{308}@x.example")
    let plan = Sample.plan(of: [composed, decomposed].map { Association(stackName: "biology", userName: $0) })
    #expect(plan.entries.map { Array($0.userName.utf8) }.count == 2)
    #expect(Set(plan.entries.map { Array($0.userName.utf8) }) == [Array(composed.utf8), Array(decomposed.utf8)])
  }

  @Test func `a plan counts its stacks and people`() {
    let plan = Sample.plan(["physics": 3, "biology": 5])
    #expect(plan.stackNames == ["biology", "physics"])
    #expect(plan.figures.users == 5)
    #expect(plan.figures.stacks == 2)
    #expect(plan.figures.entries == 8)
  }

  @Test func `a number is the beginning of the hash as it was made, and the same each time`() {
    let plan = Sample.plan(["biology": 2])
    #expect(plan.sha256 == Sample.plan(["biology": 2]).sha256)
    #expect(plan.sha256.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    #expect(plan.number.text.wholeMatch(of: /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/) != nil)
    #expect(plan.sha256.hasPrefix(plan.number.text.replacing("-", with: "")))
    #expect(plan.number == Sample.plan(["biology": 2]).number)
  }

  @Test func `the hash is that of JSON with sorted keys and no white space`() {
    let origin = Origin(
      loginName: nil,
      userID: 0,
      loginUserID: nil,
      sudoUser: nil,
      host: "b",
      sshConnection: nil,
      version: "1"
    )
    let plan = Plan(
      operation: .disassociate,
      entries: [Association(stackName: "é", userName: "a/b")],
      target: Plan.Target(caller: nil, region: "eu-west-1", endpoint: "http://127.0.0.1:1"),
      authorship: Plan.Authorship(origin: origin, created: Date(timeIntervalSince1970: 0))
    )
    // printf %s '{"created":"1970-01-01T00:00:00Z","endpoint":"http://127.0.0.1:1","entries":[{"AuthenticationType":
    // "USERPOOL","StackName":"é","UserName":"a/b"}],"operation":"disassociate","origin":{"host":"b","userID":0,
    // "version":"1"},"region":"eu-west-1","stacksNotRead":0}' without the line breaks | sha256sum
    #expect(plan.sha256 == "08a9bffe75a55fc5166cfc10dfb8e88a22418fe74b149f7e5a1095250d01b906")
  }

  static let changes: [(String, @Sendable (inout PlanParts) -> Void)] = [
    ("operation", { $0.operation = .associate }),
    ("account", { $0.caller?.account = "444455556666" }),
    ("caller", { $0.caller?.arn = "arn:aws:iam::111122223333:user/mallory" }),
    ("no caller", { $0.caller = nil }),
    ("region", { $0.region = "eu-central-1" }),
    ("endpoint", { $0.endpoint = "http://127.0.0.1:4566" }),
    ("entry", { $0.entries.removeLast() }),
    ("stack", { $0.entries[0].stackName = "chemistry" }),
    ("user", { $0.entries[0].userName = "U000000@x.example" }),
    ("type", { $0.entries[0].authenticationType = .saml }),
    ("mail", { $0.sendEmailNotification = false }),
    ("reason", { $0.reason = "CHG-20418" }),
    ("no reason", { $0.reason = nil }),
    ("login", { $0.origin.loginName = "root" }),
    ("user id", { $0.origin.userID = 0 }),
    ("login user id", { $0.origin.loginUserID = 0 }),
    ("sudo", { $0.origin.sudoUser = "jkeller" }),
    ("host", { $0.origin.host = "bastion-3" }),
    ("ssh", { $0.origin.sshConnection = nil }),
    ("version", { $0.origin.version = "1.0.1" }),
    ("created", { $0.created = Sample.moment.addingTimeInterval(1) }),
    ("created a millisecond later", { $0.created = Sample.moment.addingTimeInterval(0.001) }),
    ("stacks not read", { $0.stacksNotRead = 1 }),
    ("validity", { $0.validity = PlanValidity("36h") }),
  ]

  @Test(arguments: changes)
  func `the hash changes with every member`(name: String, change: @Sendable (inout PlanParts) -> Void) {
    var parts = PlanParts()
    let before = parts.plan
    change(&parts)
    #expect(parts.plan != before, "\(name)")
    #expect(parts.plan.sha256 != before.sha256, "\(name)")
    #expect(parts.plan.number != before.number, "\(name)")
  }

  @Test func `a plan that was written down is read as it was`() throws {
    let plan = PlanParts().plan
    let read = try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan))
    #expect(read == plan)
    #expect(read.sha256 == plan.sha256)
  }

  @Test(arguments: [[1, 0], [0, 0], [0, 1, 1]])
  func `a plan whose entries are not unique and sorted is refused`(order: [Int]) throws {
    let plan = Sample.plan(["biology": 2])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = { (value: any Encodable) in String(decoding: try encoder.encode(value), as: UTF8.self) }
    let (sound, unsound) = try (text(plan.entries), text(order.map { plan.entries[$0] }))
    let file = try text(plan).replacing(sound, with: unsound)
    #expect(file.contains(unsound))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Plan.self, from: Data(file.utf8))
    }
  }
}

/// The members of a plan, each of which a test may change before the plan is made.
struct PlanParts {
  var operation = RunOperation.disassociate
  var caller: CallerIdentity? = Sample.caller
  var region = "eu-west-1"
  var endpoint = "https://appstream2.eu-west-1.amazonaws.com"
  var entries = Sample.associations(["biology": 2])
  var sendEmailNotification: Bool?
  var reason: String? = "CHG-20417"
  var origin = Sample.origin
  var created = Sample.moment
  var stacksNotRead = 0
  var validity: PlanValidity?

  var plan: Plan {
    Plan(
      operation: operation,
      entries: entries,
      target: Plan.Target(caller: caller, region: region, endpoint: endpoint),
      authorship: Plan.Authorship(origin: origin, reason: reason, created: created),
      sendEmailNotification: sendEmailNotification,
      stacksNotRead: stacksNotRead,
      validity: validity
    )
  }
}
