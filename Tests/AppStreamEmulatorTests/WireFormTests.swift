import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import PlainText
import Testing

@Suite struct WireFormTests {
  private let bench = TestBench(seed: .small)

  @Test func `a response has AWS's headers`() async throws {
    let answer = try await bench.call("DescribeStacks")
    #expect(answer.status == 200)
    #expect(answer.response.headers["Content-Type"] == "application/x-amz-json-1.1")
    #expect(answer.response.headers["Date"] == "Sun, 22 Nov 2026 14:02:11 GMT")
    let id = try #require(answer.response.headers["x-amzn-RequestId"])
    #expect(id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    #expect(id.allSatisfy { $0.isHexDigit || $0 == "-" })
  }

  @Test func `no two requests have the same id, and a seed gives the same ids again`() async throws {
    let other = TestBench(seed: .small)
    var ids: Set<String> = []
    for _ in 0..<50 {
      let id = try await bench.call("DescribeStacks").response.headers["x-amzn-RequestId"]
      #expect(try await other.call("DescribeStacks").response.headers["x-amzn-RequestId"] == id)
      ids.insert(id ?? "")
    }
    #expect(ids.count == 50)
  }

  @Test func `times are seconds since 1970 with fractions`() async throws {
    let stack = try await bench.call("DescribeStacks", #"{"Names":["design"]}"#).json?["Stacks"]
    #expect(
      stack
        == .array([
          .object([
            "Name": .string("design"),
            "Arn": .string("arn:aws:appstream:eu-west-1:123456789012:stack/design"),
            "DisplayName": .string("Design"),
            "CreatedTime": .number(1_767_772_861.5),
          ])
        ])
    )
  }

  @Test func `ARNs are of the Region that was asked`() async throws {
    let answer = try await bench.call("DescribeUsers", #"{"AuthenticationType":"USERPOOL"}"#, region: "us-east-2")
    #expect(answer.text.contains("arn:aws:appstream:us-east-2:123456789012:user/userpool/"))
  }

  @Test func `a modelled error has its plain code and a capital Message`() async throws {
    let answer = try await bench.call("DescribeStacks", #"{"Names":["nowhere"]}"#)
    #expect(answer.status == 404)
    #expect(
      answer.json
        == .object([
          "__type": .string("ResourceNotFoundException"),
          "Message": .string("Stack with name nowhere does not exist."),
        ])
    )
  }

  @Test func `the error header is sent only where the rule says so`() async throws {
    #expect(try await bench.call("Nonsense").response.headers["x-amzn-ErrorType"] == nil)
    var rules = EmulatorRules()
    rules.sendsErrorTypeHeader = true
    let answer = try await TestBench(rules: rules).call("Nonsense")
    #expect(answer.response.headers["x-amzn-ErrorType"] == "UnknownOperationException")
  }

  @Test(arguments: ["Nonsense", "", "describestacks"])
  func `an unknown operation is told so`(operation: String) async throws {
    let answer = try await bench.call(operation)
    #expect(answer.status == 400)
    #expect(answer.code == "com.amazon.coral.service#UnknownOperationException")
  }

  @Test func `what is not a call of either protocol is not found`() async throws {
    let edits: [(inout HTTPRequest) -> Void] = [
      { $0.method = "GET" }, { $0.path = "/x" }, { $0.headers["Content-Type"] = "text/plain" },
      { $0.headers["Content-Type"] = nil },
    ]
    for edit in edits {
      let answer = try await bench.call("DescribeStacks", edit: edit)
      #expect(answer.status == 404)
      #expect(answer.text == "<UnknownOperationException/>\n")
    }
  }

  @Test func `the error list is in lower case, and not there when all went well`() async throws {
    let item = #"{"StackName":"design","UserName":"ana@x.example","AuthenticationType":"USERPOOL"}"#
    let good = try await bench.call("BatchDisassociateUserStack", #"{"UserStackAssociations":[\#(item)]}"#)
    #expect(good.text == "{}")
    let bad = item.replacing("design", with: "nowhere")
    let answer = try await bench.call("BatchDisassociateUserStack", #"{"UserStackAssociations":[\#(bad)]}"#)
    #expect(
      answer.text == #"{"errors":[{"ErrorCode":"STACK_NOT_FOUND","ErrorMessage":"Stack not found.","#
        + #""UserStackAssociation":{"AuthenticationType":"USERPOOL","StackName":"nowhere","UserName":"ana@x.example"}}]}"#
    )
  }

  @Test func `an association is listed with its flag`() async throws {
    let answer = try await bench.call("DescribeUserStackAssociations", #"{"StackName":"lab"}"#)
    #expect(
      answer.text == #"{"UserStackAssociations":[{"AuthenticationType":"USERPOOL","SendEmailNotification":false,"#
        + #""StackName":"lab","UserName":"ana@x.example"}]}"#
    )
  }

  @Test func `an empty body is an empty object`() async throws {
    #expect(try await bench.call("DescribeStacks", "").status == 200)
  }

  @Test(arguments: [
    ("{", "Unexpected token in the request body"), ("[]", "Unexpected token in the request body"),
    (#"{"StackName":7}"#, "NUMBER_VALUE can not be converted to a String"),
    (#"{"StackName":{}}"#, "START_OBJECT can not be converted to a String"),
    (#"{"StackName":"lab","MaxResults":"1"}"#, "STRING_VALUE can not be converted to an Integer"),
  ])
  func `a body of another shape is no request`(body: String, message: String) async throws {
    let answer = try await bench.call("DescribeUserStackAssociations", body)
    #expect(answer.code == "com.amazon.coral.service#SerializationException")
    #expect(answer.message == message)
  }
}
