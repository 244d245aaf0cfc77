import AWSClientCore
import FoundationEssentials
import PlainText
import Screen
import TerminalTesting
import TestSupport
import Testing

extension EndToEnd {
  /// Everything that the program shows, writes and keeps, over a service that repeats what it was sent wherever it can.
  @Suite struct `A service that sends everything back` {
    private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYechoes+5hT"
    private static let token = "IQoJb3JpZ2luX2VjEPT//////////wEaCWV1LXdlc3QtMSJHMEUCIQDk5+aQZWNob2Vz"

    private static func environment(_ port: Int, _ home: StateHome) -> [String: String] {
      SecretWatch.add(
        PercentEncoding.encode(secret),
        PercentEncoding.encode(token),
        Data(token.utf8).base64EncodedString()
      )
      return [
        "AWS_ENDPOINT_URL": "http://127.0.0.1:\(port)",
        "AWS_ACCESS_KEY_ID": "ASIAECHOEXAMPLE12345",
        "AWS_SECRET_ACCESS_KEY": secret,
        "AWS_SESSION_TOKEN": token,
        "AWS_REGION": "eu-west-1",
      ].merging(home.environment) { $1 }
    }

    /// Runs `body` over the service, and looks for signatures in what it gives; the secrets of the environment are
    /// looked for in everything that a program under test leaves behind.
    private func withService(_ body: ([String: String], StateHome) throws -> [String]) async throws {
      try await ServicesServer.run(answering: EchoingAppStream.answer) { port in
        let home = try StateHome()
        for text in try body(Self.environment(port, home), home) {
          #expect(text.contains("•••"))
          for part in text.split(separator: "Signature=").dropFirst() { #expect(part.hasPrefix("•••")) }
        }
        SecretWatch.search(
          Array(try Self.everything(below: home.path).utf8),
          of: "the state",
          for: [Self.secret, Self.token]
        )
      }
    }

    private static func everything(below path: String) throws -> String {
      try FileManager.default.subpathsOfDirectory(atPath: path)
        .compactMap { FileManager.default.contents(atPath: "\(path)/\($0)") }
        .map { String(decoding: $0, as: UTF8.self) }.joined()
    }

    @Test(arguments: ["table", "json", "csv"])
    func `gets no secret into a list, on standard error or into the log`(form: String) async throws {
      try await withService { environment, home in
        let log = "\(home.path)/console.log"
        let results = try [["stacks"], ["users"], ["associations"], ["associations", "--stack", "design"]].map {
          words in
          try console(
            words + ["--output", form, "--log-file", log, "--log-level", "trace"],
            environment: environment
          )
        }
        return results.map { $0.standardOutput + $0.standardError } + [try Self.everything(below: home.path)]
      }
    }

    @Test func `gets none into a run's output, its journal or its receipts`() async throws {
      try await withService { environment, home in
        let log = "\(home.path)/console.log"
        let run = try console(
          ["disassociate", "--stack", "design", "--yes", "--log-file", log, "--log-level", "trace"],
          environment: environment
        )
        #expect(run.status == .exited(1))
        let id = try #require(try home.runs.first)
        let journal = String(decoding: try home.bytes(of: id), as: UTF8.self)
        let receipts = try [["show", id], ["export", id], ["export", id, "--output", "json"]].map { words in
          try console(["runs"] + words, environment: environment).standardOutput
        }
        return [run.standardOutput + run.standardError, journal] + receipts
      }
    }

    @Test func `gets none onto the screen`() async throws {
      try await withService { environment, _ in
        let terminal = try EmulatedTerminal(
          executable: ProgramUnderTest.path(of: "appstream-console"),
          arguments: [],
          environment: environment,
          size: Size(rows: 40, columns: 200)
        )
        try terminal.waitUntil("the list") { $0.contains("abe.olsen@contr.example") && $0.contains("read") }
        let list = terminal.screen.lines.joined(separator: "\n")
        try terminal.type("q")
        _ = try terminal.waitForExit()
        return [list]
      }
    }
  }
}

/// AppStream and STS with one stack that can be read, one that cannot, and every free text full of the request.
private enum EchoingAppStream {
  static func answer(_ request: HTTPRequest) -> HTTPResponse {
    let fields = request.headers.fields.map { "\($0.name): \($0.value)" }
    let echo = (fields + [String(decoding: request.body, as: UTF8.self)]).joined(separator: " ")
    let token = request.headers["X-Amz-Security-Token"] ?? ""
    let headers: HTTPHeaders = ["x-amzn-RequestId": "\(token) 7f3a", "X-Echo": echo]
    func answer(_ status: Int, _ value: JSONValue) -> HTTPResponse {
      HTTPResponse(status: status, headers: headers, body: bytes(value))
    }
    func association(_ user: String) -> JSONValue {
      ["StackName": "design", "UserName": .string(user), "AuthenticationType": "USERPOOL"]
    }
    let body = String(decoding: request.body, as: UTF8.self)
    switch request.headers["X-Amz-Target"]?.split(separator: ".").last {
    case "DescribeStacks":
      return answer(
        200,
        [
          "Stacks": [
            ["Name": "design", "DisplayName": .string(echo), "Description": .string(PercentEncoding.encode(echo))],
            ["Name": "forbidden", "DisplayName": .string(Data(echo.utf8).base64EncodedString())],
          ]
        ]
      )
    case "DescribeUsers":
      return answer(
        200,
        [
          "Users": [
            [
              "UserName": "abe.olsen@contr.example", "FirstName": .string(echo), "LastName": .string(token),
              "AuthenticationType": "USERPOOL", "Enabled": true,
            ]
          ]
        ]
      )
    case "DescribeUserStackAssociations" where body.contains("forbidden"):
      return answer(403, ["__type": "AccessDeniedException", "Message": .string(echo)])
    case "DescribeUserStackAssociations":
      return answer(200, ["UserStackAssociations": [association("abe.olsen@contr.example"), association(token)]])
    case "BatchDisassociateUserStack":
      let error: JSONValue = [
        "UserStackAssociation": association("abe.olsen@contr.example"), "ErrorCode": "INTERNAL_ERROR",
        "ErrorMessage": .string(echo),
      ]
      return answer(200, ["errors": [error]])
    default:
      let xml = """
        <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:assumed-role/\(token)</Arn>\
        <UserId>\(token)</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
        """
      return HTTPResponse(status: 200, headers: headers, body: Array(xml.utf8))
    }
  }

  private static func bytes(_ value: JSONValue) -> [UInt8] {
    do {
      return Array(try JSONEncoder().encode(value))
    } catch {
      return []
    }
  }
}
