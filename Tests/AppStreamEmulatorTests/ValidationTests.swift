import AppStream
import Testing

@testable import AppStreamEmulator

@Suite struct ValidationTests {
  private let bench = TestBench(seed: .small)

  private func message(_ operation: String, _ body: String) async throws -> String? {
    let answer = try await bench.call(operation, body)
    #expect(answer.status == 400)
    #expect(answer.code == "com.amazon.coral.service#ValidationException")
    return answer.message
  }

  @Test(arguments: [
    (
      "DescribeUsers", "{}",
      "Value null at 'authenticationType' failed to satisfy constraint: Member must not be null"
    ),
    (
      "DescribeUsers", #"{"AuthenticationType":"Userpool"}"#,
      "Value 'Userpool' at 'authenticationType' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [API, SAML, USERPOOL, AWS_AD]"
    ),
    (
      "DescribeUserStackAssociations", #"{"StackName":""}"#,
      "Value '' at 'stackName' failed to satisfy constraint: Member must have length greater than or equal to 1"
    ),
    (
      "DescribeUserStackAssociations", #"{"StackName":"lab","MaxResults":501}"#,
      "Value '501' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 500"
    ),
    (
      "DescribeUserStackAssociations", #"{"StackName":"lab","MaxResults":-1}"#,
      "Value '-1' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 0"
    ),
    (
      "BatchAssociateUserStack", #"{"UserStackAssociations":[]}"#,
      "Value at 'userStackAssociations' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1"
    ),
    (
      "BatchDisassociateUserStack", "{}",
      "Value null at 'userStackAssociations' failed to satisfy constraint: Member must not be null"
    ),
    (
      "CreateStack", #"{"Name":"-x"}"#,
      "Value '-x' at 'name' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: ^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}$"
    ),
    (
      "CreateStack", #"{"Name":"x","Tags":{"aws:x":"1"}}"#,
      "Value 'aws:x' at 'tags.key' failed to satisfy constraint: "
        + #"Member must satisfy regular expression pattern: ^(^(?!aws:).[\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#
    ),
    (
      "CreateUser", #"{"UserName":"d@x.example","AuthenticationType":"USERPOOL","FirstName":"é"}"#,
      #"Value at 'firstName' failed to satisfy constraint: Member must satisfy regular expression pattern: "#
        + #"^[A-Za-z0-9_\-\s]+$"#
    ),
  ])
  func `a broken constraint is told in AWS's words`(operation: String, body: String, told: String) async throws {
    #expect(try await message(operation, body) == "1 validation error detected: \(told)")
  }

  /// Constraints of every kind that the model has, nested ones among them.
  @Test(arguments: [
    (
      "DescribeStacks", #"{"NextToken":""}"#,
      "Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1"
    ),
    (
      "DescribeStacks", #"{"Names":["lab",""]}"#,
      "Value '[lab, ]' at 'names' failed to satisfy constraint: Member must satisfy constraint: "
        + "[Member must have length greater than or equal to 1]"
    ),
    (
      "CreateStack", #"{"Name":"x","Tags":{}}"#,
      "Value at 'tags' failed to satisfy constraint: Member must have length greater than or equal to 1"
    ),
    (
      "TagResource", #"{"ResourceArn":"arn:aws:appstream:eu-west-1:1:stack/lab"}"#,
      "Value null at 'tags' failed to satisfy constraint: Member must not be null"
    ),
    (
      "TagResource", #"{"ResourceArn":"arn:aws:appstream:eu-west-1:1:stack/lab","Tags":{"a":"<"}}"#,
      #"Value '<' at 'tags.a.value' failed to satisfy constraint: Member must satisfy regular expression pattern: "#
        + #"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#
    ),
    (
      "UntagResource", #"{"ResourceArn":"arn:aws:appstream:eu-west-1:1:stack/lab","TagKeys":[]}"#,
      "Value '[]' at 'tagKeys' failed to satisfy constraint: Member must have length greater than or equal to 1"
    ),
    (
      "ListTagsForResource", #"{"ResourceArn":"stack/lab"}"#,
      #"Value 'stack/lab' at 'resourceArn' failed to satisfy constraint: Member must satisfy regular expression pattern: "#
        + #"^arn:aws(?:\-cn|\-iso\-b|\-iso|\-us\-gov)?:[A-Za-z0-9][A-Za-z0-9_/.-]{0,62}:[A-Za-z0-9_/.-]{0,63}:"#
        + #"[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_/+=,@.\\-]{0,1023}$"#
    ),
    (
      "UpdateStack", #"{"Name":"lab","AttributesToDelete":["LOGO"]}"#,
      "Value '[LOGO]' at 'attributesToDelete' failed to satisfy constraint: Member must satisfy constraint: "
        + "[Member must satisfy enum value set: [STORAGE_CONNECTORS, STORAGE_CONNECTOR_HOMEFOLDERS, "
        + "STORAGE_CONNECTOR_GOOGLE_DRIVE, STORAGE_CONNECTOR_ONE_DRIVE, REDIRECT_URL, FEEDBACK_URL, THEME_NAME, "
        + "USER_SETTINGS, EMBED_HOST_DOMAINS, IAM_ROLE_ARN, ACCESS_ENDPOINTS, STREAMING_EXPERIENCE_SETTINGS, "
        + "CONTENT_REDIRECTION, AGENT_ACCESS_CONFIG]]"
    ),
    (
      "CreateStack", #"{"Name":"x","StorageConnectors":[{"ConnectorType":"HOMEFOLDERS"},{"Domains":["a"]}]}"#,
      "Value null at 'storageConnectors.2.member.connectorType' failed to satisfy constraint: Member must not be null"
    ),
    (
      "CreateStack", #"{"Name":"x","ApplicationSettings":{"SettingsGroup":"g"}}"#,
      "Value null at 'applicationSettings.enabled' failed to satisfy constraint: Member must not be null"
    ),
    (
      "CreateStack",
      #"{"Name":"x","AgentAccessConfig":{"Settings":[],"ScreenResolution":"W_1280xH_720","ScreenImageFormat":"PNG"}}"#,
      "Value at 'agentAccessConfig.settings' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1"
    ),
    (
      "UpdateStack", #"{"Name":"lab","EmbedHostDomains":["x"]}"#,
      "Value '[x]' at 'embedHostDomains' failed to satisfy constraint: Member must satisfy constraint: "
        + #"[Member must satisfy regular expression pattern: "#
        + #"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]]"#
    ),
    (
      "DescribeSessions", #"{"StackName":"lab","FleetName":"f","UserId":"x"}"#,
      "Value 'x' at 'userId' failed to satisfy constraint: Member must have length greater than or equal to 2"
    ),
  ])
  func `nested members and lists are checked as the model has them`(
    operation: String,
    body: String,
    told: String
  ) async throws {
    #expect(try await message(operation, body) == "1 validation error detected: \(told)")
  }

  @Test(arguments: [
    ("CreateStack", #"{"Name":"x","UserSettings":{}}"#, "Expected list or null"),
    ("CreateStack", #"{"Name":"x","UserSettings":["a"]}"#, "Unexpected value type in payload"),
    ("CreateStack", #"{"Name":"x","ApplicationSettings":"on"}"#, "Unexpected value type in payload"),
    (
      "CreateStack", #"{"Name":"x","ApplicationSettings":{"Enabled":"true"}}"#,
      "STRING_VALUE can not be converted to a Boolean"
    ),
    (
      "UpdateStack", #"{"Name":"lab","StorageConnectors":[{"ConnectorType":1}]}"#,
      "NUMBER_VALUE can not be converted to a String"
    ),
    ("CreateStack", #"{"Name":"x","Tags":[]}"#, "Unexpected value type in payload"),
    ("DescribeStacks", #"{"NextToken":1}"#, "NUMBER_VALUE can not be converted to a String"),
    (
      "DescribeUsers", #"{"AuthenticationType":"USERPOOL","MaxResults":"9"}"#,
      "STRING_VALUE can not be converted to an Integer"
    ),
  ])
  func `a member of another kind cannot be read`(operation: String, body: String, told: String) async throws {
    let answer = try await bench.call(operation, body)
    #expect(answer.code == "com.amazon.coral.service#SerializationException")
    #expect(answer.message == told)
    #expect(bench.service.changes.isEmpty)
  }

  @Test func `every operation has its shape, and only those`() {
    #expect(Shape.knownOperations == Set(Operation.all.keys))
  }

  @Test(arguments: [
    #"{"Name":"x","ContentRedirection":{"HostToClient":{"Enabled":true,"AllowedUrls":["*","https://a.example/b"]}}}"#,
    #"{"Name":"x","AccessEndpoints":[{"EndpointType":"STREAMING","VpceId":"vpce-1"}],"EmbedHostDomains":["a.example"]}"#,
    #"{"Name":"x","UserSettings":[{"Action":"FILE_UPLOAD","Permission":"ENABLED","MaximumLength":5}],"Tags":{"a b":""}}"#,
    #"{"Name":"x","StreamingExperienceSettings":{"PreferredProtocol":"UDP"},"Later":{"unknown":[1]}}"#,
  ])
  func `what the model allows is taken`(body: String) async throws {
    #expect(try await bench.call("CreateStack", body).status == 200)
  }

  @Test func `a stack that is not there has no associations, or is an error, by rule`() async throws {
    let body = #"{"StackName":"none"}"#
    let refused = try await bench.call("DescribeUserStackAssociations", body)
    #expect(refused.status == 404 && refused.code == "ResourceNotFoundException")
    var rules = EmulatorRules()
    rules.unknownStack = .emptyList
    let listed = try await TestBench(seed: .small, rules: rules).call("DescribeUserStackAssociations", body)
    #expect(listed.text == #"{"UserStackAssociations":[]}"#)
    rules = EmulatorRules()
    rules.notFoundStatus = .status400
    let older = try await TestBench(seed: .small, rules: rules).call("DescribeUserStackAssociations", body)
    #expect(older.status == 400 && older.code == "ResourceNotFoundException")
  }

  @Test func `all that is broken is told at once`() async throws {
    let told = try await message("BatchDisassociateUserStack", #"{"UserStackAssociations":[{},{"StackName":"a"}]}"#)
    #expect(
      told?.hasPrefix("5 validation errors detected: Value null at 'userStackAssociations.1.member.stackName'") == true
    )
    #expect(told?.contains("; Value null at 'userStackAssociations.2.member.userName' failed") == true)
  }

  @Test(arguments: ["a b", "a\u{a0}b", "a\tb", "a\u{200b}b", "a\u{202e}b", "\u{e000}", ""])
  func `a user name that the service does not take is not repeated`(name: String) async throws {
    let answer = try await bench.call(
      "DisableUser",
      #"{"UserName":\#(Self.quoted(name)),"AuthenticationType":"USERPOOL"}"#
    )
    #expect(answer.message?.hasPrefix("1 validation error detected: Value at 'userName' failed") == true)
  }

  @Test(arguments: ["a/b|c@x", "山田@x", "e\u{301}@x", "+@x", "\u{1F600}@x", String(repeating: "n", count: 128)])
  func `a user name of letters, marks, signs and digits is taken`(name: String) async throws {
    let answer = try await bench.call(
      "CreateUser",
      #"{"UserName":\#(Self.quoted(name)),"AuthenticationType":"USERPOOL"}"#
    )
    #expect(answer.text == "{}")
    #expect(try bench.service.directory.user(name, .userpool).status == "UNCONFIRMED")
  }

  @Test(arguments: [(25, 200), (26, 400)])
  func `no more than 25 items are taken`(count: Int, status: Int) async throws {
    let answer = try await bench.call("BatchDisassociateUserStack", Self.batch(count))
    #expect(answer.status == status)
    if status == 400 {
      #expect(answer.message?.hasSuffix("Member must have length less than or equal to 25") == true)
    }
  }

  @Test func `unless the rule says otherwise`() async throws {
    var rules = EmulatorRules()
    rules.longBatch = .accepted
    let answer = try await TestBench(seed: .small, rules: rules).call("BatchDisassociateUserStack", Self.batch(26))
    #expect(answer.text == "{}")
  }

  @Test func `nothing is done when anything is broken`() async throws {
    let item = #"{"StackName":"design","UserName":"ana@x.example","AuthenticationType":"USERPOOL"}"#
    _ = try await message("BatchDisassociateUserStack", #"{"UserStackAssociations":[\#(item),{}]}"#)
    #expect(bench.service.directory.contains(Association("ana/design")))
    #expect(bench.service.changes.isEmpty)
  }

  private static func batch(_ count: Int) -> String {
    let item = #"{"StackName":"lab","UserName":"cy@x.example","AuthenticationType":"USERPOOL"}"#
    return #"{"UserStackAssociations":[\#(Array(repeating: item, count: count).joined(separator: ","))]}"#
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\t", with: "\\t") + "\""
  }
}
