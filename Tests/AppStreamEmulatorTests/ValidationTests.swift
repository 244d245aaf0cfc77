import AWSClientCore
import AppStream
import AppStreamEmulator
import Testing

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
