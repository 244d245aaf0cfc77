import AWSClientCore
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@testable import AppStream

/// Answers read in one pass and by the general decoder are the same, in value and in error.
@Suite(.timeLimit(.minutes(3))) struct PlainAnswerTests {
  private static let associations = [
    #"{"UserStackAssociations":[{"AuthenticationType":"USERPOOL","SendEmailNotification":false,"#
      + #""StackName":"biology","UserName":"ana@example.com"},{"StackName":"a-stack-with-a-long-name","#
      + #""UserName":"a.user.with.a.long.name@example.com","AuthenticationType":"USERPOOL","#
      + #""SendEmailNotification":null}],"NextToken":"500"}"#,
    "{ \"UserStackAssociations\" : [ ] , \"NextToken\" : null }",
    #"{"UserStackAssociations":[{"StackName":"physics","UserName":"zoë@例え.example","AuthenticationType":"PASSKEY","#
      + #""New":{"a":[1,2.5,{"b":null}],"c":"é"}}]}"#,
  ]
  private static let users = [
    #"{"Users":[{"Arn":"arn:aws:appstream:eu-west-1:123456789012:user/userpool/1","UserName":"ana@example.com","#
      + #""Enabled":true,"Status":"CONFIRMED","FirstName":"Ana","LastName":null,"CreatedTime":1562097626.788,"#
      + #""AuthenticationType":"USERPOOL"},{"AuthenticationType":"SAML"}],"NextToken":"t"}"#,
    #"{"Users":[{"UserName":"zoë","CreatedTime":1562097626,"AuthenticationType":"USERPOOL","Tags":{"x":[]}}]}"#,
  ]
  private static let tokens = [
    "{", "}", "[", "]", "\"", ":", ",", "null", "true", "false", "1e999", "-1", "0", "01", "1.50", "-0", "1e5",
    "253402300800000", "1234567890123456789", "\"Name\":", "\"NextToken\":", "\"NextToken\":\"x\",", "\"UserName\":",
    "\"StackName\":\"twice\",", "\"UserName\":null,", "\"SendEmailNotification\":true,", "\"Enabled\":1,",
    "\"CreatedTime\":", "\"More\":[[[{\"a\":\"b\"}]]],", "\\u0000", "\\ud800", "\\u0061", "\\n", "\\/", "\\",
    "\u{FEFF}", "\u{0}", "\u{7F}", "\u{212A}", "{}", "[]", "\"\"", " ", "\t\r\n", "\u{A0}", "e\u{301}",
    String(repeating: "[", count: 33), String(repeating: "{\"a\":", count: 30), "<html>",
  ]

  /// What a response was read as, byte for byte.
  private func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return Array(try encoder.encode(value))
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ body: [UInt8]) -> Value? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      Date(clampedSeconds: try decoder.singleValueContainer().decode(TimeInterval.self))
    }
    return try? decoder.decodeForeign(type, from: body)
  }

  private func compare<Value: Decodable, Kept: Encodable>(
    _ name: String,
    samples: [String],
    count: Int,
    _ shortcut: ([UInt8]) -> Value?,
    _ kept: (Value) -> ([Kept], String?)
  ) throws {
    var fuzzer = Fuzzer(name)
    var taken = 0
    for round in 0..<count {
      let body =
        round < samples.count ? Array(samples[round].utf8) : fuzzer.input(from: samples, tokens: Self.tokens)
      guard let plain = shortcut(body) else {
        if round < samples.count { Issue.record("a plain answer was left to the decoder: \(samples[round])") }
        continue
      }
      taken += 1
      guard let general = decoded(Value.self, body) else {
        Issue.record("\(fuzzer.note): only the one pass reads \(String(decoding: body, as: UTF8.self))")
        continue
      }
      let ((rows, token), (generalRows, generalToken)) = (kept(plain), kept(general))
      let isSame = try bytes(rows) == bytes(generalRows) && bytes([token]) == bytes([generalToken])
      if !isSame { Issue.record("\(fuzzer.note): \(String(decoding: body, as: UTF8.self))") }
    }
    #expect(taken > count / 50 && taken < count, "\(taken) of \(count)")
  }

  @Test func `pages of associations`() throws {
    try compare("plain associations", samples: Self.associations, count: 20_000, PlainResponses.associations) {
      ($0.userStackAssociations, $0.nextToken)
    }
  }

  @Test func `pages of users`() throws {
    try compare("plain users", samples: Self.users, count: 20_000, PlainResponses.users) { ($0.users, $0.nextToken) }
  }

  @Test(arguments: [
    #"{"UserStackAssociations":[{"StackName":"a","StackName":"b","UserName":"u","AuthenticationType":"T"}]}"#,
    #"{"UserStackAssociations":[{"StackName":"a","UserName":null,"AuthenticationType":"T"}]}"#,
    #"{"UserStackAssociations":[{"StackName":"a","UserName":"u"}]}"#,
    #"{"UserStackAssociations":null}"#, #"{"NextToken":"t"}"#, "[]", "",
    #"{"UserStackAssociations":[],"UserStackAssociations":[]}"#,
    #"{"UserStackAssociations":[{"StackName":"a","UserName":"\u0075","AuthenticationType":"T"}]}"#,
    #"{"UserStackAssociations":[{"StackName":"a","UserName":"u","AuthenticationType":"T","SendEmailNotification":0}]}"#,
  ])
  func `what is not plain is left to the decoder`(body: String) {
    #expect(PlainResponses.associations(Array(body.utf8)) == nil)
  }

  @Test func `through the client both ways give the same errors and the same rows`() async throws {
    let body = Self.associations[0]
    let escaped = body.replacing("biology", with: "bi\\u006flogy")
    var pages: [[UserStackAssociation]] = []
    for text in [body, escaped] {
      pages.append(try await LiveClient(.json(text)).client.describeUserStackAssociations.page(.stack("s")).elements)
    }
    #expect(pages[0] == pages[1])
    #expect(pages[0].count == 2)
  }
}
