import AppStream
import FoundationEssentials
import PlainText
import Testing

@Suite struct StackTests {
  private let text = """
    {"Name":"design","Arn":"arn:aws:appstream:eu-west-1:123456789012:stack/design","DisplayName":"Design \\u202e",
    "Description":"","CreatedTime":1562097626.5,
    "RedirectURL":"https://example.com","FeedbackURL":"https://example.com/f",
    "StorageConnectors":[{"ConnectorType":"HOMEFOLDERS","ResourceIdentifier":"bucket","Domains":["a.com"]}],
    "StackErrors":[{"ErrorCode":"INTERNAL_SERVICE_ERROR","ErrorMessage":"no"}],
    "UserSettings":[{"Action":"FILE_UPLOAD","Permission":"ENABLED","MaximumLength":5}],
    "ApplicationSettings":{"Enabled":true,"SettingsGroup":"g"},"AccessEndpoints":[],"EmbedHostDomains":["b.com"],
    "StreamingExperienceSettings":{"PreferredProtocol":"TCP"},"SomethingNew":1}
    """

  private func decode(_ text: String) throws -> Stack {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    return try decoder.decode(Stack.self, from: Data(text.utf8))
  }

  @Test func `a stack is read with everything the service gives`() throws {
    let stack = try decode(text)
    #expect(stack.name == "design")
    #expect(stack.arn == "arn:aws:appstream:eu-west-1:123456789012:stack/design")
    #expect(stack.displayName == "Design \u{202E}")
    #expect(stack.description == "")
    #expect(stack.createdTime == Date(timeIntervalSince1970: 1_562_097_626.5))
    #expect(stack.redirectURL == "https://example.com")
    #expect(stack.feedbackURL == "https://example.com/f")
    #expect(stack.storageConnectors?.map(\.connectorType) == ["HOMEFOLDERS"])
    #expect(stack.storageConnectors?.first?.domains == ["a.com"])
    #expect(stack.stackErrors?.map(\.errorCode) == ["INTERNAL_SERVICE_ERROR"])
    #expect(stack.applicationSettings?["SettingsGroup"]?.text == "g")
    #expect(stack.accessEndpoints == .array([]))
    #expect(stack.embedHostDomains == ["b.com"])
    #expect(stack.streamingExperienceSettings?["PreferredProtocol"]?.text == "TCP")
  }

  @Test func `a stack is written as it was read`() throws {
    let stack = try decode(text)
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .secondsSince1970
    #expect(try decode(String(decoding: try encoder.encode(stack), as: UTF8.self)) == stack)
  }

  @Test func `a name is all that a stack needs`() throws {
    #expect(try decode("{\"Name\":\"design\"}") == Stack(name: "design"))
    #expect(throws: DecodingError.self) { try decode("{}") }
  }

  @Test(arguments: ["USERPOOL", "SAML", "API", "AWS_AD", "SOMETHING_NEW"])
  func `an authentication type is the service's word, whatever it is`(word: String) throws {
    let type = try JSONDecoder().decode([AuthenticationType].self, from: Data("[\"\(word)\"]".utf8))
    #expect(type == [AuthenticationType(rawValue: word)])
    #expect(type.map(\.description) == [word])
    #expect(String(decoding: try JSONEncoder().encode(type), as: UTF8.self) == "[\"\(word)\"]")
  }
}
