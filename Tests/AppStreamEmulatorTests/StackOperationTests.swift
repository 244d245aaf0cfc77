import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText
import Testing

@Suite struct StackOperationTests {
  private let bench = TestBench(seed: .small)
  private let arn = "arn:aws:appstream:eu-west-1:123456789012:stack/design"

  private func stack(_ name: String) async throws -> JSONValue? {
    guard case .array(let stacks)? = try await bench.call("DescribeStacks", #"{"Names":["\#(name)"]}"#).json?["Stacks"]
    else { return nil }
    return stacks.first
  }

  @Test func `a stack is made with what was given, and shows it again`() async throws {
    let answer = try await bench.call(
      "CreateStack",
      #"{"Name":"new.one","DisplayName":"N","StorageConnectors":[{"ConnectorType":"HOMEFOLDERS"}],"#
        + #""UserSettings":[{"Action":"FILE_UPLOAD","Permission":"ENABLED"}],"Tags":{"a":"b"},"Unknown":1}"#
    )
    let expected = JSONValue.object([
      "Name": .string("new.one"),
      "Arn": .string("arn:aws:appstream:eu-west-1:123456789012:stack/new.one"),
      "DisplayName": .string("N"),
      "CreatedTime": .integer(Int(Date.noon.timeIntervalSince1970)),
      "StorageConnectors": .array([.object(["ConnectorType": .string("HOMEFOLDERS")])]),
      "UserSettings": .array([.object(["Action": .string("FILE_UPLOAD"), "Permission": .string("ENABLED")])]),
    ])
    #expect(answer.json?["Stack"] == expected)
    #expect(try await stack("new.one") == expected)
    #expect(
      try await bench.client.describeStacks.pages(nil).all().last?.storageConnectors?.first?.connectorType
        == "HOMEFOLDERS"
    )
  }

  @Test func `a stack that is there is not made again`() async throws {
    let answer = try await bench.call("CreateStack", #"{"Name":"design"}"#)
    #expect(answer.code == "ResourceAlreadyExistsException")
    #expect(answer.message == "Stack with name design already exists.")
  }

  @Test func `a stack is updated member by member`() async throws {
    _ = try await bench.call("UpdateStack", #"{"Name":"design","Description":"d","RedirectURL":"https://x.example"}"#)
    var updated = try await stack("design")
    #expect(updated?["DisplayName"]?.text == "Design")
    #expect(updated?["Description"]?.text == "d")
    _ = try await bench.call("UpdateStack", #"{"Name":"design","AttributesToDelete":["REDIRECT_URL"]}"#)
    updated = try await stack("design")
    #expect(updated?["RedirectURL"] == nil)
    #expect(updated?["Description"]?.text == "d")
    #expect(try await bench.call("UpdateStack", #"{"Name":"none"}"#).code == "ResourceNotFoundException")
  }

  @Test(arguments: [#""DeleteStorageConnectors":true"#, #""AttributesToDelete":["STORAGE_CONNECTORS"]"#])
  func `storage is taken away in either way`(member: String) async throws {
    _ = try await bench.call("UpdateStack", #"{"Name":"lab","StorageConnectors":[{"ConnectorType":"HOMEFOLDERS"}]}"#)
    #expect(try await stack("lab")?["StorageConnectors"] != nil)
    _ = try await bench.call("UpdateStack", #"{"Name":"lab",\#(member)}"#)
    #expect(try await stack("lab")?["StorageConnectors"] == nil)
  }

  @Test func `a stack is deleted once`() async throws {
    #expect(try await bench.call("DeleteStack", #"{"Name":"design"}"#).text == "{}")
    #expect(try await bench.client.describeStacks.pages(nil).all().map(\.name) == ["lab"])
    #expect(try await bench.call("DeleteStack", #"{"Name":"design"}"#).code == "ResourceNotFoundException")
    #expect(bench.service.changes.map(\.change) == [EmulatedChange(stackName: "design")])
  }

  @Test func `stacks come in the order of the names that were asked`() async throws {
    let stacks = try await bench.client.describeStacks.page(["lab", "design"])
    #expect(stacks.elements.map(\.name) == ["lab", "design"])
    #expect(stacks.nextToken == nil)
    #expect(try await bench.client.describeStacks.page([]).elements.count == 2)
  }

  @Test func `tags are set, listed and taken away`() async throws {
    #expect(try await tags() == [:])
    _ = try await bench.call("TagResource", #"{"ResourceArn":"\#(arn)","Tags":{"a":"1","b":""}}"#)
    _ = try await bench.call("TagResource", #"{"ResourceArn":"\#(arn)","Tags":{"a":"2"}}"#)
    #expect(try await tags() == ["a": .string("2"), "b": .string("")])
    _ = try await bench.call("UntagResource", #"{"ResourceArn":"\#(arn)","TagKeys":["b","c"]}"#)
    #expect(try await tags() == ["a": .string("2")])
  }

  @Test(arguments: [
    "arn:aws:appstream:eu-west-1:123456789012:stack/none", "arn:aws:appstream:eu-west-1:123456789012:fleet/design",
    "arn:aws:s3:::design",
  ])
  func `what is no stack has no tags`(arn: String) async throws {
    let answer = try await bench.call("ListTagsForResource", #"{"ResourceArn":"\#(arn)"}"#)
    #expect(answer.code == "ResourceNotFoundException")
  }

  @Test func `a stack has at most 50 tags`() async throws {
    let fifty = (1...50).map { #""k\#($0)":"v""# }.joined(separator: ",")
    #expect(try await bench.call("TagResource", #"{"ResourceArn":"\#(arn)","Tags":{\#(fifty)}}"#).status == 200)
    let more = try await bench.call("TagResource", #"{"ResourceArn":"\#(arn)","Tags":{"k51":"v"}}"#)
    #expect(more.code == "LimitExceededException")
    #expect(try await tags()?.count == 50)
  }

  @Test(arguments: [
    ("DescribeFleets", "{}", #"{"Fleets":[]}"#), ("ListAssociatedFleets", #"{"StackName":"lab"}"#, #"{"Names":[]}"#),
    ("DescribeSessions", #"{"StackName":"lab","FleetName":"f"}"#, #"{"Sessions":[]}"#),
    (
      "DescribeSessions", #"{"StackName":"lab","FleetName":"f","UserId":"a@x","AuthenticationType":"USERPOOL"}"#,
      #"{"Sessions":[]}"#
    ),
    ("ExpireSession", #"{"SessionId":"s"}"#, "{}"),
  ])
  func `there are no fleets and no sessions`(operation: String, body: String, expected: String) async throws {
    #expect(try await bench.call(operation, body).text == expected)
  }

  @Test(arguments: [
    ("DescribeFleets", #"{"Names":["f"]}"#, "ResourceNotFoundException"),
    ("ListAssociatedFleets", #"{"StackName":"none"}"#, "ResourceNotFoundException"),
    ("ListAssociatedStacks", #"{"FleetName":"f"}"#, "ResourceNotFoundException"),
    ("DescribeSessions", #"{"StackName":"none","FleetName":"f"}"#, "ResourceNotFoundException"),
    (
      "DescribeSessions", #"{"StackName":"lab","FleetName":"f","UserId":"a@x"}"#,
      "InvalidParameterCombinationException"
    ),
  ])
  func `what asks for one in particular is refused`(operation: String, body: String, code: String) async throws {
    #expect(try await bench.call(operation, body).code == code)
  }

  private func tags() async throws -> [String: JSONValue]? {
    let answer = try await bench.call("ListTagsForResource", #"{"ResourceArn":"\#(arn)"}"#)
    guard case .object(let tags)? = answer.json?["Tags"] else { return nil }
    return tags
  }
}
