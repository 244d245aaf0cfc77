import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText
import Testing

@Suite struct UserOperationTests {
  private let bench = TestBench(seed: .small)

  private func user(_ name: String, _ more: String = "") -> String {
    #"{"UserName":"\#(name)","AuthenticationType":"USERPOOL"\#(more)}"#
  }

  private func users() async throws -> [User] {
    try await bench.client.describeUsers.pages(.userpool).all()
  }

  @Test func `a user is made unconfirmed, as of now, with an ARN of its own`() async throws {
    let body = user("dee@x.example", #","FirstName":"Dee","LastName":"Last-Name_1","MessageAction":"SUPPRESS""#)
    #expect(try await bench.call("CreateUser", body).text == "{}")
    let made = try #require(try await users().last)
    #expect(made.userName == "dee@x.example")
    #expect(made.enabled == true)
    #expect(made.status == "UNCONFIRMED")
    #expect(made.firstName == "Dee")
    #expect(made.lastName == "Last-Name_1")
    #expect(made.createdTime == .noon)
    let arns = try await users().compactMap(\.arn)
    #expect(Set(arns).count == 4)
    #expect(made.arn?.hasPrefix("arn:aws:appstream:eu-west-1:123456789012:user/userpool/") == true)
  }

  @Test func `a user without names has none`() async throws {
    #expect(try await bench.call("CreateUser", user("dee@x.example")).status == 200)
    #expect(try await users().last?.firstName == nil)
    #expect(try await !bench.call("DescribeUsers", #"{"AuthenticationType":"USERPOOL"}"#).text.contains("FirstName"))
  }

  @Test func `a user who is there is not made again, but may be of another case`() async throws {
    let again = try await bench.call("CreateUser", user("ana@x.example"))
    #expect(again.code == "ResourceAlreadyExistsException")
    #expect(try await bench.call("CreateUser", user("Ana@x.example")).status == 200)
    #expect(try await users().count == 4)
  }

  @Test func `only the user pool has users of its own`() async throws {
    let answer = try await bench.call("CreateUser", #"{"UserName":"dee@x.example","AuthenticationType":"API"}"#)
    #expect(answer.code == "InvalidParameterValueException")
    #expect(answer.message == "Cannot create a user with 'API' authentication type")
    let list = try await bench.call("DescribeUsers", #"{"AuthenticationType":"SAML"}"#)
    #expect(list.code == "InvalidParameterCombinationException")
  }

  @Test func `sending the mail again changes nothing`() async throws {
    let body = user("ana@x.example", #","MessageAction":"RESEND""#)
    #expect(try await bench.call("CreateUser", body).text == "{}")
    #expect(bench.service.changeCount == 0)
    let nobody = user("dee@x.example", #","MessageAction":"RESEND""#)
    #expect(try await bench.call("CreateUser", nobody).code == "ResourceNotFoundException")
  }

  @Test func `a user is disabled, enabled and deleted`() async throws {
    #expect(try await bench.call("DisableUser", user("ana@x.example")).text == "{}")
    #expect(try await users().map(\.enabled) == [false, true, true])
    #expect(try await bench.call("EnableUser", user("ana@x.example")).text == "{}")
    #expect(try await users().map(\.enabled) == [true, true, true])
    #expect(try await bench.call("DeleteUser", user("ana@x.example")).text == "{}")
    #expect(try await users().map(\.userName) == ["bo@x.example", "cy@x.example"])
    #expect(try await bench.client.describeUserStackAssociations.pages(.stack("lab")).all().isEmpty)
    #expect(bench.service.changes.map(\.operation) == ["DisableUser", "EnableUser", "DeleteUser"])
  }

  @Test(arguments: ["DisableUser", "EnableUser", "DeleteUser"])
  func `nobody can be neither`(operation: String) async throws {
    for name in ["dee@x.example", "ANA@x.example"] {
      let answer = try await bench.call(operation, user(name))
      #expect(answer.code == "ResourceNotFoundException")
      #expect(answer.message == "The user does not exist.")
    }
  }

  @Test(arguments: [(0, [2, 1]), (1, [1, 1, 1]), (2, [2, 1]), (60, [2, 1])])
  func `a page of users is as long as asked, within the rule`(asked: Int, sizes: [Int]) async throws {
    var rules = EmulatorRules()
    rules.usersPerPage = 2
    let bench = TestBench(seed: .small, rules: rules)
    var told: [Int] = []
    var token: String?
    repeat {
      let next = token.map { #","NextToken":"\#($0)""# } ?? ""
      let answer = try await bench.call(
        "DescribeUsers",
        #"{"AuthenticationType":"USERPOOL","MaxResults":\#(asked)\#(next)}"#
      )
      guard case .array(let users)? = answer.json?["Users"] else { break }
      told.append(users.count)
      token = answer.json?["NextToken"]?.text
    } while token != nil
    #expect(told == sizes)
  }
}
