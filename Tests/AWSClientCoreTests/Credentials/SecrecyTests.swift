import AWSClientCore
import FoundationEssentials
import PlainText
import Testing

@Suite struct SecrecyTests {
  private let secret = Secret("hunter2")
  private let credentials = Credentials(
    accessKeyID: "AKIDEXAMPLE",
    secretAccessKey: Secret("hunter2"),
    sessionToken: Secret("hunter3"),
    expiration: Date(timeIntervalSince1970: 0)
  )

  /// Every way in which Swift, a log or a test turns a value into text.
  private func texts(of value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    var printed = ""
    print(value, to: &printed)
    let children = Mirror(reflecting: value).children.map { "\($0.value) \(String(reflecting: $0.value))" }
    return ["\(value)", String(describing: value), String(reflecting: value), dumped, printed] + children
  }

  @Test func `a secret prints as dots in every way`() {
    #expect(secret.description == "•••")
    #expect(secret.debugDescription == "•••")
    #expect(Mirror(reflecting: secret).children.isEmpty)
    for text in texts(of: secret) + texts(of: [secret]) + texts(of: Optional(secret) as Any) {
      #expect(!text.contains("hunter"))
    }
  }

  @Test func `credentials print their id and no secret`() {
    for text in texts(of: credentials) + texts(of: ["key": credentials]) + texts(of: FixedCredentials(credentials)) {
      #expect(!text.contains("hunter"))
    }
    #expect("\(credentials)".contains("AKIDEXAMPLE"))
  }

  @Test func `secrets are compared by their text`() {
    #expect(secret == Secret("hunter2"))
    #expect(secret != Secret("hunter3"))
    #expect(Set([secret, Secret("hunter2"), Secret("x")]).count == 2)
    #expect(secret.exposed == "hunter2")
  }
}
