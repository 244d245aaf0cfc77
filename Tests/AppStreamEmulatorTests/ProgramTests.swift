import AWSClientCore
import AppStream
import FoundationEssentials
import Glibc
import TerminalTesting
import TestSupport
import Testing

@testable import AppStreamEmulator

/// The program itself: its options, its files and its end.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ProgramTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func `it ends with status 0 when it is told to`(signal: Int32) throws {
    let process = try EmulatorProcess()
    #expect(try process.end(signal) == .exited(0))
  }

  @Test func `it ends at once though a client keeps its connection and a response hangs`() throws {
    let directory = try Scratch()
    let faults = try directory.file("faults.json", #"{"faults":[{"fault":"hang"}]}"#)
    let process = try EmulatorProcess(["--faults", faults])
    let idle = try SocketConnection(port: process.port)
    let waiting = try SocketConnection(port: process.port, answerLimit: 0.2)
    #expect(throws: TransportError.responseTimedOut(host: "127.0.0.1", seconds: 0.2)) {
      try waiting.exchange(TestBench().request("DescribeStacks"))
    }
    #expect(try process.end() == .exited(0))
    idle.close()
    waiting.close()
  }

  @Test func `a connection carries one exchange after the other`() throws {
    let process = try EmulatorProcess()
    defer { withExtendedLifetime(process) {} }
    let connection = try SocketConnection(port: process.port)
    defer { connection.close() }
    let page = HTTPRequest(
      method: "GET",
      endpoint: Endpoint(scheme: .http, host: "127.0.0.1"),
      path: "/_emulator/log"
    )
    for count in 0..<5 {
      #expect(try connection.exchange(page).body.split(separator: UInt8(ascii: "\n")).count == count)
      #expect(try connection.exchange(TestBench().request("DescribeStacks")).status == 400)
    }
  }

  @Test func `the log is for this machine's own names only`() throws {
    let process = try EmulatorProcess()
    defer { withExtendedLifetime(process) {} }
    for (host, status) in [("127.0.0.1:1", 200), ("localhost", 200), ("[::1]:80", 200), ("evil.example", 403)] {
      let request = HTTPRequest(
        method: "GET",
        endpoint: Endpoint(scheme: .http, host: "127.0.0.1"),
        path: "/_emulator/log",
        headers: ["Host": host]
      )
      let connection = try SocketConnection(port: process.port)
      #expect(try connection.exchange(request).status == status)
      connection.close()
    }
  }

  @Test func `the state file is there before the response, and is taken up again`() async throws {
    let directory = try Scratch()
    let path = "\(directory.path)/state.json"
    let pair = UserStackAssociation(stackName: "visitors", userName: "mallory@campus.example")
    let batch = try #require(AssociationBatch([pair]))
    try await run(["--seed", "demo", "--state", path]) { client in
      #expect(try state(path).directory.allAssociations.count == 900)
      _ = try await client.batchDisassociateUserStack(batch)
      #expect(try state(path).directory.allAssociations.count == 899)
      #expect(try state(path).changes.map(\.change.userName) == ["mallory@campus.example"])
    }
    try await run(["--seed", "demo", "--state", path]) { client in
      #expect(try await client.describeUserStackAssociations.pages(.association(pair.identity)).all().isEmpty)
      _ = try await client.batchAssociateUserStack(batch)
      #expect(try state(path).changes.map(\.operation) == ["BatchDisassociateUserStack", "BatchAssociateUserStack"])
      let troubled = try #require(
        AssociationBatch([UserStackAssociation(stackName: "visitors", userName: "cleo.marsh@contr.example")])
      )
      let errors = try await client.batchDisassociateUserStack(troubled).value
      #expect(errors.map(\.errorCode) == ["USER_NAME_NOT_FOUND"])
    }
  }

  @Test(arguments: [
    (["--port", "70000"], "70000 is not a port. Give --port a number from 0 to 65535."),
    (["--seed", "tiny"], "\"tiny\" is not a seed. Give demo, or numbers"),
    (["--faults", "/nowhere/f"], "The file /nowhere/f of --faults cannot be read. Check its name and permissions."),
    (["--state", "/nowhere/s"], "The state file /nowhere/s cannot be written. Check its directory and permissions."),
    (["--colour"], "Unknown option '--colour'"), (["stray"], "Unexpected argument 'stray'"),
  ])
  func `what it cannot use ends it with status 2 and a sentence`(arguments: [String], sentence: String) throws {
    let ending = try Self.ending(arguments)
    #expect(ending.status == .exited(2))
    #expect(ending.standardOutput.isEmpty)
    #expect(ending.standardError.contains(sentence))
  }

  @Test func `a malformed file is told with its name and what is wrong`() throws {
    let directory = try Scratch()
    let faults = try directory.file("faults.json", #"{"faults":[{"fault":"drop","time":1}]}"#)
    let state = try directory.file("state.json", #"{"v":1,"users":[{}]}"#)
    for (arguments, problem) in [
      (["--faults", faults], #"faults.json: The faults file cannot be used: fault 1 has the unknown member "time""#),
      (["--state", state], #"state.json: The state file cannot be used: users[0] has no "UserName""#),
    ] {
      let ending = try Self.ending(arguments)
      #expect(ending.status == .exited(2))
      #expect(ending.standardError.contains(problem))
    }
  }

  @Test func `a port that is taken is told`() throws {
    let process = try EmulatorProcess()
    defer { withExtendedLifetime(process) {} }
    let ending = try Self.ending(["--port", "\(process.port)"])
    #expect(ending.status == .exited(2))
    #expect(ending.standardError.contains("Port \(process.port) on 127.0.0.1 cannot be listened on"))
  }

  @Test func `the help names keys, files, every fault and every user who makes trouble`() throws {
    let help = try Self.ending(["--help"])
    #expect(help.status == .exited(0))
    let names = Seed.demo.faults.compactMap { fault -> String? in
      guard case .item(let user?, _, _) = fault.kind else { return nil }
      return user.replacing("@contr.example", with: "")
    }
    #expect(names.count == 7)
    let faults = [
      "throttle", "serverError", "drop", "hang", "delay", "truncate", "html", "item", "strayItem", "forbidden",
      "refuse",
      "repeatedToken", "emptyPage", "clockSkew", "expiredKey",
    ].map { "\"fault\":\"\($0)\"" }
    let keys = EmulatorKeys.default.keys.values.flatMap { [$0.accessKeyID, $0.secretAccessKey] }
    for word in names + faults + keys + ["GET /_emulator/log", "--state", "--seed", "notAssociated"] {
      #expect(help.standardOutput.contains(word), "\(word) is not in the help")
    }
    #expect(help.standardOutput.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("USAGE") }.isEmpty)
  }

  private static func ending(_ arguments: [String]) throws -> ProgramUnderTest.Result {
    try ProgramUnderTest.run("appstream-emulator", arguments: arguments)
  }

  private func state(_ path: String) throws -> StateFile {
    try StateFile(parsing: Array(Data(contentsOf: URL(filePath: path))))
  }

  /// Runs `body` with a client of an emulator that was started with `arguments`.
  private func run(_ arguments: [String], _ body: (AppStreamClient) async throws -> Void) async throws {
    let process = try EmulatorProcess(arguments)
    let json = AWSJSONClient(
      targetPrefix: AppStreamClient.targetPrefix,
      endpoint: Endpoint(scheme: .http, host: "127.0.0.1", port: Int(process.port)),
      caller: TestBench.caller(
        EmulatorKeys.user,
        "appstream",
        "eu-west-1",
        SocketTransport(port: process.port),
        TestClock(TestTime(Date()))
      )
    )
    try await body(.live(json))
    #expect(try process.end() == .exited(0))
  }
}
