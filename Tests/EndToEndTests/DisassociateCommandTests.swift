import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `Disassociating on the command line` {
    private static let faults = """
      {"faults":[
        {"fault":"item","userName":"user-000003@load.example","code":"USER_NAME_NOT_FOUND","operations":["BatchDisassociateUserStack"]},
        {"fault":"item","userName":"user-000007@load.example","code":"DIRECTORY_NOT_FOUND","operations":["BatchDisassociateUserStack"]},
        {"fault":"item","userName":"user-000011@load.example","code":"INTERNAL_ERROR","message":"An internal error occurred.","operations":["BatchDisassociateUserStack"]}
      ]}
      """

    @Test func `a file of leavers is removed, failures are told apart, and the service agrees`() async throws {
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: Self.faults)
      let leavers = "Name,UserName\n" + (1...20).map { "User \($0),\(Self.user($0))" }.joined(separator: "\n")
      let file = try TemporaryFile(leavers)
      defer { file.remove() }
      let result = try console(
        ["disassociate", "--users-from", file.path, "--yes", "--reason", "CHG-20417", "--output", "json"],
        on: emulator
      )
      #expect(result.status == .exited(1))
      let report = try result.json
      let entries = report["Entries"]?.elements ?? []
      #expect(entries.count == 60)
      #expect(entries.count { $0["Outcome"]?.text == "removed" } == 51)
      let failed = entries.filter { $0["Outcome"]?.text == "failed" }
      #expect(
        Set(failed.compactMap { $0["ErrorCode"]?.text })
          == ["USER_NAME_NOT_FOUND", "DIRECTORY_NOT_FOUND", "INTERNAL_ERROR"]
      )
      #expect(
        report["Counts"]
          == .object([
            "removed": .integer(51), "absent": .integer(0), "failed": .integer(9), "stopped": .integer(0),
            "unknown": .integer(0),
          ])
      )
      #expect(entries.allSatisfy { $0["RequestId"]?.text?.isEmpty == false })
      for stack in ["stack-0001", "stack-0002", "stack-0003"] {
        #expect(try await emulator.users(on: stack) == [Self.user(3), Self.user(7), Self.user(11)])
      }
      #expect(try await emulator.batches().map(\.count).sorted() == [10, 25, 25])
    }

    @Test func `without --yes and without a terminal nothing is sent`() async throws {
      let emulator = try LiveEmulator("--seed", "1x5x5")
      let result = try console(["disassociate", "--stack", "stack-0001"], on: emulator)
      #expect(result.status == .exited(4))
      #expect(result.standardOutput == "")
      #expect(result.standardError.contains("Nothing was sent"))
      #expect(try await emulator.log().isEmpty)
    }

    @Test func `26 entries are two calls`() async throws {
      let emulator = try LiveEmulator("--seed", "2x13x26")
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--stack", "stack-0002", "--yes"],
        on: emulator
      )
      #expect(result.status == .exited(0))
      #expect(try await emulator.batches().map(\.count).sorted() == [1, 25])
    }

    @Test func `a dry run prints the plan and sends nothing`() async throws {
      let emulator = try LiveEmulator("--seed", "1x3x3")
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--dry-run", "--output", "json"],
        on: emulator
      )
      #expect(result.status == .exited(0))
      let report = try result.json
      #expect(report["Run"] == .null)
      #expect(report["Account"]?.text == "123456789012")
      #expect(report["Entries"]?.elements.map { $0["Outcome"]?.text } == ["planned", "planned", "planned"])
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `nothing is said of mail unless asked for`() async throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      _ = try console(["disassociate", "--user", Self.user(1), "--yes"], on: emulator)
      _ = try console(["disassociate", "--user", Self.user(2), "--yes", "--send-email-notification"], on: emulator)
      let bodies = try await emulator.rawLog().filter { $0["operation"]?.text == "BatchDisassociateUserStack" }
      let mail = bodies.map { $0["input"]?["UserStackAssociations"]?.elements.first?["SendEmailNotification"] }
      #expect(mail == [nil, .boolean(true)])
    }

    @Test func `a listed pair that is not there is absent, and only the others are sent`() async throws {
      let emulator = try LiveEmulator("--seed", "2x4x4")
      let listed = """
        {"UserStackAssociations":[
          {"StackName":"stack-0001","UserName":"\(Self.user(1))","AuthenticationType":"USERPOOL"},
          {"StackName":"stack-0002","UserName":"\(Self.user(1))","AuthenticationType":"USERPOOL"}]}
        """
      let result = try console(
        ["disassociate", "--associations-from", "-", "--yes", "--output", "json"],
        on: emulator,
        standardInput: listed
      )
      #expect(result.status == .exited(0))
      #expect(try result.json["Entries"]?.elements.map { $0["Outcome"]?.text } == ["removed", "absent"])
      #expect(
        try await emulator.batches()
          == [[Association(stackName: "stack-0001", userName: Self.user(1))]]
      )
    }

    @Test func `an answer that a proxy gives in the service's place is no answer, and is settled by reading`()
      async throws
    {
      let emulator = try LiveEmulator(
        "--seed",
        "1x2x2",
        faults: #"""
          {"faults":[{"fault":"html","status":403,"applied":true,"operations":["BatchDisassociateUserStack"]}]}
          """#
      )
      let result = try console(["disassociate", "--stack", "stack-0001", "--yes", "--output", "json"], on: emulator)
      #expect(try result.json["Entries"]?.elements.map { $0["Outcome"]?.text } == ["removed", "removed"])
      #expect(result.status == .exited(0))
    }

    @Test(arguments: [
      ("[console]\nread_only = true\nread_only = false\n", "Line 3"),
      ("[account 123456789012]\nprotected = true\n[account 123456789012]\nprotected = false\n", "Line 4"),
      ("[account 1234-5678-9012]\nprotected = true\n", "12 digits"),
      ("[account *]\nprotected = true\n", "12 digits"),
      ("[stack *]\nprotected = true\n", "a stack"),
      ("[stack stack-0001]\n", "says nothing"),
    ])
    func `settings that could lapse are errors, and nothing is sent`(settings: String, words: String) async throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let home = try SettingsHome(settings)
      defer { home.remove() }
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: ["XDG_CONFIG_HOME": home.path]
      )
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains(words))
      #expect(try await emulator.batches().isEmpty)
    }

    @Test(arguments: ["config", ""])
    func `a link to settings that are not there is an error, and nothing is sent`(part: String) async throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let home = try SettingsHome("")
      defer { home.remove() }
      let path = "\(home.path)/appstream-console" + (part.isEmpty ? "" : "/\(part)")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere")
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: ["XDG_CONFIG_HOME": home.path]
      )
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains("\(path) is a link to what is not there"))
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `settings files bind commands too`() async throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      for (setting, words) in [("read_only", "read_only"), ("require_reason", "--reason")] {
        let home = try SettingsHome("[console]\n\(setting) = true\n")
        defer { home.remove() }
        let result = try console(
          ["disassociate", "--stack", "stack-0001", "--yes"],
          on: emulator,
          environment: ["XDG_CONFIG_HOME": home.path]
        )
        #expect(result.status == .exited(4))
        #expect(result.standardError.contains(words))
      }
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `a dry run asks the service, and says what is not there`() throws {
      let emulator = try LiveEmulator("--seed", "2x2x2")
      let listed = #"[{"StackName":"stack-0001","UserName":"\#(Self.user(2))","AuthenticationType":"USERPOOL"}]"#
      let result = try console(
        ["disassociate", "--associations-from", "-", "--dry-run", "--output", "json"],
        on: emulator,
        standardInput: listed
      )
      #expect(try result.json["Entries"]?.elements.map { $0["Outcome"]?.text } == ["absent"])
      let unreachable = try console(
        ["disassociate", "--associations-from", "-", "--dry-run"],
        on: emulator,
        environment: ["AWS_ENDPOINT_URL": "http://127.0.0.1:1"],
        standardInput: listed
      )
      #expect(unreachable.status == .exited(5))
      #expect(unreachable.standardOutput == "")
    }

    @Test func `an address in another case is not taken, but named`() throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let arguments = ["disassociate", "--user", "USER-000001@load.example", "--output", "json", "--yes"]
      let result = try console(arguments, on: emulator)
      #expect(result.status == .exited(1))
      #expect(
        try result.json["Unmatched"]
          == .array([
            .object([
              "UserName": .string("USER-000001@load.example"), "Reason": .string("CaseDiffers"),
              "Candidates": .array([.string(Self.user(1))]), "Likeness": .null, "File": .null, "Line": .null,
            ])
          ])
      )
      let accepted = try console(arguments + ["--ignore-case"], on: emulator)
      #expect(accepted.status == .exited(0))
      #expect(try accepted.json["Entries"]?.elements.map { $0["Outcome"]?.text } == ["removed"])
    }

    @Test func `a valid selection that holds nothing ends with 0 and a sentence`() throws {
      let emulator = try LiveEmulator("--seed", "2x2x2")
      let arguments = ["disassociate", "--stack", "stack-0001", "--user", Self.user(2), "--yes", "--output", "json"]
      let result = try console(arguments, on: emulator)
      #expect(result.status == .exited(0))
      #expect(result.standardError.contains("Nothing to do"))
      #expect(try result.json["Entries"] == .array([]))
    }

    static func user(_ number: Int) -> String {
      let digits = String(number)
      return "user-\(String(repeating: "0", count: 6 - digits.count))\(digits)@load.example"
    }
  }
}
