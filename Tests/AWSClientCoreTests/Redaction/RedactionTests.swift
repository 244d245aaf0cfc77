import Algorithms
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@testable import AWSClientCore

@Suite struct RedactionTests {
  private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYq3zA+5hT1e"
  private static let token =
    "IQoJb3JpZ2luX2VjEPT//////////wEaCWV1LXdlc3QtMSJHMEUCIQDk5/+aQ==/Zm9v+YmFy" + "bXkgdG9rZW4="

  private static let redaction = Redaction([Secret(secret), Secret(token)])

  private func cleaned(_ text: String) -> String { Self.redaction.cleaned(text) }

  private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  private static func wrapped(_ text: String, at width: Int, with end: String) -> String {
    text.chunks(ofCount: width).joined(separator: end)
  }

  /// Ways of writing a text that services and the tools between have.
  static let forms: [(name: String, write: @Sendable (String) -> String)] = [
    ("as it is", { $0 }),
    ("percent-encoded", { PercentEncoding.encode($0) }),
    ("percent-encoded in small letters", { PercentEncoding.encode($0).replacing("%2F", with: "%2f") }),
    ("percent-encoded twice", { PercentEncoding.encode(PercentEncoding.encode($0)) }),
    ("with escaped slashes", { $0.replacing("/", with: "\\/") }),
    ("with code points", { $0.replacing("/", with: "\\u002F").replacing("a", with: "\\u0061") }),
    ("as JSON in JSON", { $0.replacing("/", with: "\\\\\\/").replacing("=", with: "\\\\u003d") }),
    ("with XML's entities", { $0.replacing("/", with: "&#x2F;").replacing("+", with: "&#43;") }),
    ("with letters as entities", { $0.replacing("a", with: "&#97;") }),
    ("with blanks for plus signs", { $0.replacing("+", with: " ") }),
    ("in capitals", { $0.uppercased() }),
    ("in lines", { wrapped($0, at: 19, with: "\n") }),
    ("in lines of a message", { wrapped($0, at: 7, with: "\\r\\n    ") }),
    ("in base64", { base64($0) }),
    ("in base64 behind one byte", { base64("x" + $0 + "yz") }),
    ("in base64 behind two bytes", { base64("xy" + $0 + "z") }),
    ("in base64 for URLs", { base64($0).replacing("/", with: "_").replacing("+", with: "-") }),
    ("in lines of base64", { wrapped(base64("Key: " + $0), at: 76, with: "\r\n") }),
    ("in hexadecimal", { Array($0.utf8).hexadecimal }),
  ]

  @Test(arguments: forms.indices, [secret, token])
  func `a secret is taken out however it is written`(form: Int, secret: String) {
    let written = Self.forms[form].write(secret)
    let text = cleaned("before: \(written), after")
    #expect(text.hasPrefix("before: ") && text.contains("•••"), "\(Self.forms[form].name)")
    // What is left is at most what shared a group of base64 with its neighbours.
    #expect(text.count <= "before: •••, after".count + 16, "\(Self.forms[form].name)")
    #expect(cleaned(text) == text)
  }

  @Test(arguments: forms.indices)
  func `a part of a secret is taken out, too`(form: Int) {
    let part = String(Self.token.dropFirst(9).prefix(40))
    let text = cleaned("token=\(Self.forms[form].write(part))")
    #expect(text.contains("•••") && text.count <= "token=•••".count + 16, "\(Self.forms[form].name)")
  }

  @Test func `all places are found, and what stands between them stays`() {
    #expect(
      cleaned("x-amz-security-token:\(Self.token)\nkey:\(Self.secret)\nhost:h")
        == "x-amz-security-token:•••==\nkey:•••\nhost:h".replacing("==", with: "=")
    )
  }

  @Test(arguments: [
    "", "abe.olsen@contr.example", "{\"Stacks\":[{\"Name\":\"design\"}]}", "wJalrXUtnFEMI", "100 %", "\\", "%", "&",
    "%2",
    "a&b;c", "\\u00", "é & ü %E9", "arn:aws:sts::123456789012:assumed-role/ops/abe",
  ])
  func `any other text stays as it is`(text: String) {
    #expect(cleaned(text) == text)
  }

  @Test func `short secrets, such as tests have, do not make holes in names`() {
    #expect(Redaction([Secret("test"), Secret("")]).cleaned("test@example.com, latest") == "test@example.com, latest")
  }

  @Test func `bytes that are no text pass unchanged`() {
    let response = HTTPResponse(status: 200, headers: ["x": "y"], body: Array(repeating: 0xFF, count: 100))
    #expect(Self.redaction.cleaned(response) == response)
  }

  @Test func `headers are cleaned as bodies are`() {
    let response = HTTPResponse(status: 400, headers: ["x-amzn-RequestId": Self.secret], body: Array(Self.token.utf8))
    let cleaned = Self.redaction.cleaned(response)
    #expect(cleaned.headers["x-amzn-RequestId"] == "•••")
    #expect(String(decoding: cleaned.body, as: UTF8.self) == "•••=")
  }

  @Test func `no input makes it trap, and a secret in the middle is always found`() {
    var fuzzer = Fuzzer("redaction")
    let samples = [Self.secret, Self.token, "%41%", "\\\\u0041", "&#x41;&#65;&amp;"]
    for _ in 0..<3_000 {
      let bytes = fuzzer.input(from: samples, tokens: ["%", "\\", "&", "#", ";", "u00", "\n", "2F"])
      let text = String(decoding: bytes, as: UTF8.self)
      let cleaned = cleaned(text + " " + Self.secret + " " + text)
      if cleaned.contains(Self.secret) { Issue.record("\(fuzzer.note): \(bytes)") }
    }
  }
}
