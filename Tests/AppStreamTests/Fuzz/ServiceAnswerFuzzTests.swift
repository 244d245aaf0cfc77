import AWSClientCore
import AppStream
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct ServiceAnswerFuzzTests {
  private static let stacks = [
    #"{"Stacks":[{"Name":"biology","DisplayName":"Biology","CreatedTime":1562097626.788,"StackErrors":[]}],"#
      + #""NextToken":"t"}"#,
    #"{"Stacks":[{"Name":"a","Arn":"arn:aws:appstream:eu-west-1:1:stack/a","Description":"\u202e"}]}"#,
  ]
  private static let associations = [
    #"{"UserStackAssociations":[{"StackName":"biology","UserName":"ana@example.com","#
      + #""AuthenticationType":"USERPOOL","SendEmailNotification":false}],"NextToken":null}"#
  ]
  private static let batches = [
    #"{"errors":[{"UserStackAssociation":{"StackName":"biology","UserName":"ana@example.com","#
      + #""AuthenticationType":"USERPOOL"},"ErrorCode":"USER_NAME_NOT_FOUND","ErrorMessage":"no"}]}"#,
    "{}",
  ]
  private static let tokens = [
    "{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e999", "-1", "\"Name\":", "\"errors\":", "\"NextToken\":",
    "\\u0000", "\\ud800", "\u{FEFF}", "{}", "[]", "\"\"", "<html>",
  ]

  /// Asks with every response that `fuzzer` makes, and wants a result or a sentence.
  private func answer(
    _ name: String,
    from samples: [String],
    count: Int,
    _ ask: (AppStreamClient) async throws(ServiceError) -> Void
  ) async {
    var fuzzer = Fuzzer(name)
    var refused = 0
    for _ in 0..<count {
      let body = fuzzer.input(from: samples, tokens: Self.tokens)
      do throws(ServiceError) {
        try await ask(LiveClient(.success(HTTPResponse(status: 200, body: body))).client)
      } catch {
        refused += 1
        let isSentence = "\(error)".utf8.starts(with: "The response to \(name) cannot be read: ".utf8)
        if !isSentence { Issue.record("\(fuzzer.note): \(body)") }
      }
    }
    #expect(refused > count / 4 && refused < count, "\(fuzzer.note)")
  }

  @Test func `any response about stacks is a page or gives a sentence`() async {
    await answer("DescribeStacks", from: Self.stacks, count: 4_000) { client throws(ServiceError) in
      _ = try await client.describeStacks.page(nil)
    }
  }

  @Test func `any response about associations is a page or gives a sentence`() async {
    let filter = AssociationFilter.stack("biology")
    await answer("DescribeUserStackAssociations", from: Self.associations, count: 4_000) {
      client throws(ServiceError) in
      _ = try await client.describeUserStackAssociations.page(filter)
    }
  }

  @Test func `any response to a batch is a list of errors or gives a sentence`() async throws {
    let association = UserStackAssociation(stackName: "biology", userName: "ana@example.com")
    let batch = try #require(AssociationBatch([association]))
    await answer("BatchDisassociateUserStack", from: Self.batches, count: 4_000) { client throws(ServiceError) in
      _ = try await client.batchDisassociateUserStack(batch)
    }
  }
}
