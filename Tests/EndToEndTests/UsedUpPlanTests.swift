import Crypto
import FoundationEssentials
import Glibc
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  /// A plan file is sent once, by whoever may, for as long as it is valid; and everybody can look at it.
  @Suite struct `Plans that are used up` {
    @Test func `sent, undone and sent again is refused, and names the first run`() async throws {
      let scene = try Scene()
      let number = try scene.number
      #expect(try #require(scene.made.standardError.firstMatch(of: /Plan ([0-9a-f-]{14})/)).1 == number)
      let pinned = ["--plan-sha256", try scene.hash, "--yes"]
      let sent = try scene.send(pinned + ["--output", "json"])
      #expect(sent.status == .exited(0))
      let run = try #require(try sent.json["Run"]?.text)
      #expect(sent.standardError.contains("plan \(number), made by"))
      #expect(try scene.console(["runs", "undo", run, "--yes"]).status == .exited(0))
      for _ in 1...2 {
        let again = try scene.send(pinned)
        #expect(again.status == .exited(4))
        for words in [number, run, "so nothing was sent", "runs resume \(run)", "runs retry \(run)"] {
          #expect(again.standardError.contains(words))
        }
        #expect(again.standardOutput == "")
        // The claim outlives the journal.
        #expect(try scene.console(["runs", "prune", "--older-than", "0"]).status == .exited(0))
        #expect(try scene.home.runs.isEmpty)
      }
      #expect(try await scene.emulator.batches().count == 1)
      let shown = try scene.send(["--dry-run", "--output", "json"])
      #expect(shown.status == .exited(0))
      #expect(shown.standardError.contains("Plan \(number) was used up by run \(run)"))
      #expect(try shown.json["Entries"]?.elements.map { $0["Outcome"]?.text } == ["planned"])
    }

    @Test func `the journal, the receipt and what is shown of the run call the plan by its number`() throws {
      let scene = try Scene()
      #expect(try scene.send(["--yes"]).status == .exited(0))
      let run = try #require(try scene.home.runs.first)
      let number = try scene.number
      #expect(String(decoding: try scene.home.bytes(of: run), as: UTF8.self).contains("plan \(number)"))
      #expect(try scene.console(["runs", "show", run]).standardError.contains("plan \(number), made by"))
      let receipt = try scene.console(["runs", "export", run, "--output", "json"]).json
      #expect(receipt["Plan"]?.text == number)
      #expect(receipt["MadeBy"]?.text?.isEmpty == false)
      #expect(receipt["SentBy"]?.text?.isEmpty == false)
    }

    @Test func `of two who send it at once exactly one does`() async throws {
      let scene = try Scene()
      let (path, environment) = (scene.path, scene.environment)
      let send: @Sendable () throws -> ProgramUnderTest.Result = {
        try console(["disassociate", "--plan", path, "--yes"], environment: environment)
      }
      async let first = onThreadOfItsOwn(send)
      async let second = onThreadOfItsOwn(send)
      let results = try await [first, second]
      #expect(results.map(\.status).contains(.exited(0)))
      let loser = try #require(results.first { $0.status != .exited(0) })
      #expect(loser.status == .exited(4))
      #expect(loser.standardError.contains("was used up by run \(try #require(try scene.home.runs.first))"))
      #expect(try scene.home.runs.count == 1)
      #expect(try await scene.emulator.batches().count == 1)
    }

    @Test func `a plan is sent within its time, and a clock that went back lets nobody send it`() async throws {
      let scene = try Scene("--valid-for", "2h")
      for (age, words, isSent) in [
        (3 * 3600, "so nothing was sent. Make a new plan", false), (-3600, "nobody knows how old it is", false),
        (3600, "made by", true),
      ] {
        try scene.age(by: age)
        let shown = try scene.send(["--dry-run"])
        #expect(shown.status == .exited(0))
        #expect(shown.standardError.contains(words))
        let sent = try scene.send(["--yes"])
        #expect(sent.status == .exited(isSent ? 0 : 4))
        #expect(sent.standardError.contains(words))
      }
      #expect(try await scene.emulator.batches().count == 1)
    }

    @Test func `the settings shorten the time, and bound what may be asked for`() throws {
      let scene = try Scene("--valid-for", "7d")
      try scene.age(by: 3600)
      let settings = try SettingsHome("[console]\nplan_valid = 30m\n")
      defer { settings.remove() }
      let environment = ["XDG_CONFIG_HOME": settings.path]
      #expect(try scene.send(["--yes"], environment).status == .exited(4))
      let longer = ["disassociate", "--user", Scene.user, "--dry-run", "--valid-for", "31m"]
      let refused = try scene.console(longer, environment)
      #expect(refused.status == .exited(4))
      #expect(refused.standardError.contains("--valid-for 31m is longer than plan_valid = 30m"))
      #expect(try scene.send(["--yes"]).status == .exited(0))
    }

    @Test func `a plan of another Region and account is shown, with all that differs`() throws {
      let scene = try Scene()
      try scene.change { plan in
        plan.replacing("\"123456789012\"", with: "\"999900001111\"").replacing("eu-west-1", with: "us-east-1")
      }
      let shown = try scene.send(["--dry-run", "--output", "json"])
      #expect(shown.status == .exited(0))
      #expect(try shown.json["Account"]?.text == "999900001111")
      #expect(try shown.json["Entries"]?.elements.map { $0["Outcome"]?.text } == ["planned"])
      #expect(shown.standardError.contains("The plan is for Region us-east-1, and eu-west-1 was asked for"))
      #expect(shown.standardError.contains("The plan is for account 999900001111"))
      #expect(shown.standardError.contains("stack-0001: 1 of an unknown number of people"))
      #expect(try scene.send(["--yes"]).status == .exited(4))
    }

    @Test func `resume, retry and undo show what they would send, and write nothing`() async throws {
      let home = try StateHome()
      let faults = """
        {"faults":[{"fault":"item","userName":"user-000002@load.example","code":"INTERNAL_ERROR","operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "1x2x2", faults: faults)
      func run(_ arguments: String...) throws -> ProgramUnderTest.Result {
        try console(arguments + ["--output", "json"], on: emulator, environment: home.environment)
      }
      #expect(try run("disassociate", "--stack", "stack-0001", "--yes").status == .exited(1))
      let id = try #require(try home.runs.first)
      let whole = try home.bytes(of: id)
      func outcomes(_ command: String) throws -> [String?] {
        let shown = try run("runs", command, id, "--dry-run")
        #expect(shown.status == .exited(0))
        #expect(try shown.json["Run"] == .null)
        #expect(shown.standardError.contains("Plan "))
        return try shown.json["Entries"]?.elements.map { $0["Outcome"]?.text } ?? []
      }
      #expect(try outcomes("retry") == ["planned"])
      #expect(try outcomes("undo") == ["planned"])
      #expect(try home.bytes(of: id) == whole)
      // As a crash leaves it before the first call.
      let types = try home.recordTypes(of: id)
      let sending = try #require(types.firstIndex(of: "sending"))
      let lines = whole.split(separator: UInt8(ascii: "\n"))[..<sending]
      try home.write(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, as: id)
      let cut = try home.bytes(of: id)
      #expect(try outcomes("resume") == ["absent", "planned"])
      #expect(try home.bytes(of: id) == cut)
      #expect(try home.runs == [id])
      #expect(try await emulator.batches().count == 1)
    }
  }
}

/// A plan of one entry in a file, and nothing sent.
private struct Scene {
  static let user = "user-000001@load.example"

  let home: StateHome
  let emulator: LiveEmulator
  let path: String
  /// What making the plan said.
  let made: ProgramUnderTest.Result
  /// The environment of programs in it.
  let environment: [String: String]

  init(_ options: String...) throws {
    home = try StateHome()
    emulator = try LiveEmulator("--seed", "1x2x2")
    environment = emulator.environment.merging(home.environment) { $1 }
    path = "\(home.path)/plan.json"
    made = try EndToEndTests.console(
      ["disassociate", "--user", Self.user, "--plan-out", path, "--dry-run"] + options,
      environment: environment
    )
    #expect(made.status == .exited(0), "\(made.standardError)")
  }

  var hash: String {
    get throws { String(try #require(try text.firstMatch(of: /[0-9a-f]{64}/)).output) }
  }

  /// The plan's number, as its file has it: the beginning of the hash.
  var number: String {
    get throws {
      let digits = Array(try hash.prefix(12))
      return [0, 4, 8].map { String(digits[$0..<$0 + 4]) }.joined(separator: "-")
    }
  }

  private var text: String {
    get throws { try String(contentsOf: URL(filePath: path), encoding: .utf8) }
  }

  func console(_ arguments: [String], _ environment: [String: String] = [:]) throws -> ProgramUnderTest.Result {
    try EndToEndTests.console(arguments, environment: self.environment.merging(environment) { $1 })
  }

  /// Gives the file to the program.
  func send(_ options: [String], _ environment: [String: String] = [:]) throws -> ProgramUnderTest.Result {
    try console(["disassociate", "--plan", path] + options, environment)
  }

  /// Lets the plan be made so many seconds ago.
  func age(by seconds: Int) throws {
    let time = Date().addingTimeInterval(-Double(seconds)).formatted(.iso8601)
    try change { $0.replacing(/"created":"[^"]*"/, with: "\"created\":\"\(time)\"") }
  }

  /// Changes the plan's text, and the hash with it.
  func change(_ change: (String) -> String) throws {
    let file = try text
    let start = try #require(file.firstRange(of: "\"plan\":")).upperBound
    let end = try #require(file.lastIndex(of: "}"))
    let plan = change(String(file[start..<end]))
    let hash = SHA256.hash(data: Data(plan.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }
    let changed = "{\"v\":1,\"sha256\":\"\(hash.joined())\",\"plan\":\(plan)}\n"
    try changed.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
