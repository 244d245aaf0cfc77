import AWSClientCore
import AppStream
import FoundationEssentials
import TestSupport
import Testing

@Suite struct LiveReadTests {
  private let ana = Association(stackName: "design", userName: "Ana@example.com")

  @Test func `stacks are read page by page`() async throws {
    let live = LiveClient(
      .json("{\"Stacks\":[{\"Name\":\"design\"}],\"NextToken\":\"t/1\"}"),
      .json("{\"Stacks\":[{\"Name\":\"maths\"}]}")
    )
    #expect(try await live.client.describeStacks.pages(nil).all().map(\.name) == ["design", "maths"])
    #expect(
      live.sent == [
        "PhotonAdminProxyService.DescribeStacks {}", "PhotonAdminProxyService.DescribeStacks {\"NextToken\":\"t/1\"}",
      ]
    )
  }

  @Test func `single stacks are asked for by name`() async throws {
    let live = LiveClient(.json("{\"Stacks\":[]}"))
    #expect(try await live.client.describeStacks.page(["design", "maths"]).elements == [])
    #expect(live.sent == ["PhotonAdminProxyService.DescribeStacks {\"Names\":[\"design\",\"maths\"]}"])
  }

  @Test func `users are read with everything the service gives`() async throws {
    let body = """
      {"Users":[{"Arn":"arn:aws:appstream:eu-west-1:123456789012:user/userpool/1","UserName":"Ana@example.com",
      "Enabled":false,"Status":"FORCE_CHANGE_PASSWORD","FirstName":"Ana","CreatedTime":1562097626.788,
      "AuthenticationType":"USERPOOL","SomethingNew":{"a":1}}]}
      """
    let live = LiveClient(.json(body))
    let user = try #require(try await live.client.describeUsers.pages(.userpool).all().first)
    #expect(user.userName == "Ana@example.com")
    #expect(user.enabled == false)
    #expect(user.status == "FORCE_CHANGE_PASSWORD")
    #expect(user.firstName == "Ana")
    #expect(user.lastName == nil)
    #expect(user.createdTime == Date(timeIntervalSince1970: 1_562_097_626.788))
    #expect(live.sent == ["PhotonAdminProxyService.DescribeUsers {\"AuthenticationType\":\"USERPOOL\"}"])
  }

  @Test(arguments: [
    (AssociationFilter.stack("design"), "{\"MaxResults\":500,\"StackName\":\"design\"}"),
    (
      .user("Ana@example.com", .userpool),
      "{\"AuthenticationType\":\"USERPOOL\",\"MaxResults\":500,\"UserName\":\"Ana@example.com\"}"
    ),
    (
      .association(Association(stackName: "design", userName: "a/b|c")),
      "{\"AuthenticationType\":\"USERPOOL\",\"MaxResults\":500,\"StackName\":\"design\",\"UserName\":\"a/b|c\"}"
    ),
  ])
  func `associations are asked for by stack, by user, or by both`(
    filter: AssociationFilter,
    body: String
  ) async throws {
    let live = LiveClient(.json("{\"UserStackAssociations\":[]}"))
    #expect(try await live.client.describeUserStackAssociations.pages(filter).all() == [])
    #expect(live.sent == ["PhotonAdminProxyService.DescribeUserStackAssociations \(body)"])
  }

  @Test func `associations are read, types not heard of included`() async throws {
    let body = """
      {"UserStackAssociations":[
      {"StackName":"design","UserName":"Ana@example.com","AuthenticationType":"USERPOOL","SendEmailNotification":false},
      {"StackName":"design","UserName":"bo@example.com","AuthenticationType":"PASSKEY"}]}
      """
    let live = LiveClient(.json(body))
    let rows = try await live.client.describeUserStackAssociations.pages(.stack("design")).all()
    #expect(rows.map(\.identity).first == ana)
    #expect(rows.map(\.sendEmailNotification) == [false, nil])
    #expect(rows.map(\.authenticationType.rawValue) == ["USERPOOL", "PASSKEY"])
  }

  @Test(arguments: [
    "{}", "{\"message\":\"no\"}", "{\"Stacks\":null,\"Users\":null,\"UserStackAssociations\":null}",
    "{\"NextToken\":\"t\"}", "{\"stacks\":[],\"users\":[],\"userStackAssociations\":[]}",
  ])
  func `a response without its list cannot be read, and does not say that there is nothing`(body: String) async {
    let live = LiveClient(.json(body), .json(body), .json(body))
    for read in [
      { () async throws in _ = try await live.client.describeStacks.pages(nil).all() },
      { () async throws in _ = try await live.client.describeUsers.pages(.userpool).all() },
      { () async throws in _ = try await live.client.describeUserStackAssociations.pages(.stack("design")).all() },
    ] {
      let error = await #expect(throws: ServiceError.self) { try await read() }
      #expect(error?.code == "UNREADABLE_ANSWER")
    }
  }

  @Test func `a read is sent again after throttling`() async throws {
    let live = LiveClient(.json("{\"__type\":\"ThrottlingException\"}", status: 400), .json("{\"Stacks\":[]}"))
    #expect(try await live.client.describeStacks.pages(nil).all() == [])
    #expect(live.sent.count == 2)
  }

  @Test func `a refusal comes with the service's own code`() async {
    let live = LiveClient(.json("{\"__type\":\"ResourceNotFoundException\",\"Message\":\"no\"}", status: 400))
    let error = await #expect(throws: ServiceError.self) { try await live.client.describeStacks.page(["gone"]) }
    #expect(error?.code == "ResourceNotFoundException")
  }
}
