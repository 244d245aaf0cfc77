import AppStream
import FoundationEssentials
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `Earlier runs on the command line` {
    private static let threeFailures = """
      {"faults":[
        {"fault":"item","userName":"\(user(3))","stackName":"stack-0001","code":"USER_NAME_NOT_FOUND","operations":["BatchDisassociateUserStack"]},
        {"fault":"item","userName":"\(user(7))","stackName":"stack-0002","code":"DIRECTORY_NOT_FOUND","operations":["BatchDisassociateUserStack"]},
        {"fault":"item","userName":"\(user(11))","stackName":"stack-0003","code":"INTERNAL_ERROR","operations":["BatchDisassociateUserStack"]}
      ]}
      """

    @Test func `an undo of 60 with 3 failures puts the other 57 back in 3 calls, and mails nobody`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: Self.threeFailures)
      let removal = try console(everybody, on: emulator, environment: home.environment)
      #expect(removal.status == .exited(1))
      let run = try #require(try home.runs.first)
      #expect(try removal.json["Run"]?.text == run)
      let before = try await emulator.batches().flatMap(\.self)

      let undo = try console(
        ["runs", "undo", run, "--yes", "--output", "json"],
        on: emulator,
        environment: home.environment
      )
      #expect(undo.status == .exited(0))
      let counts: [String: JSONValue] = [
        "restored": .integer(57), "present": .integer(0), "failed": .integer(0), "stopped": .integer(0),
        "unknown": .integer(0),
      ]
      #expect(try undo.json["Counts"] == .object(counts))
      #expect(try undo.json["Operation"]?.text == "associate")

      let failed: Set = [
        Association(stackName: "stack-0001", userName: user(3)),
        Association(stackName: "stack-0002", userName: user(7)),
        Association(stackName: "stack-0003", userName: user(11)),
      ]
      let back = try await emulator.batches("BatchAssociateUserStack")
      #expect(back.map(\.count).sorted() == [7, 25, 25])
      #expect(Set(back.flatMap(\.self)) == Set(before).subtracting(failed))
      let entries = try await emulator.rawLog().filter { $0["operation"]?.text == "BatchAssociateUserStack" }
        .flatMap { $0["input"]?["UserStackAssociations"]?.elements ?? [] }
      #expect(entries.count == 57)
      #expect(entries.allSatisfy { $0["SendEmailNotification"] == .boolean(false) })
      for stack in ["stack-0001", "stack-0002", "stack-0003"] {
        #expect(try await emulator.users(on: stack).count == 20)
      }
    }

    @Test func `a part of a run can be undone, and a name that is not in it is refused`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "2x3x6")
      _ = try console(
        ["disassociate", "--stack", "stack-0001", "--stack", "stack-0002", "--yes"],
        on: emulator,
        environment: home.environment
      )
      let run = try #require(try home.runs.first)
      let stranger = try console(
        ["runs", "undo", run, "--user", "nobody@load.example", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(stranger.status == .exited(2))
      #expect(stranger.standardError.contains("has no entry of nobody@load.example"))
      let undo = try console(
        ["runs", "undo", run, "--stack", "stack-0002", "--user", user(1), "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(undo.status == .exited(0))
      #expect(
        try await emulator.batches("BatchAssociateUserStack")
          == [[Association(stackName: "stack-0002", userName: user(1))]]
      )
    }

    @Test func `a retry sends what failed, in a run of its own that names the first`() async throws {
      let home = try StateHome()
      let faults = """
        {"faults":[{"fault":"item","userName":"\(user(2))","code":"INTERNAL_ERROR","times":1,"operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "1x4x4", faults: faults)
      let first = try console(
        ["disassociate", "--stack", "stack-0001", "--yes", "--reason", "CHG-1"],
        on: emulator,
        environment: home.environment
      )
      #expect(first.status == .exited(1))
      let run = try #require(try home.runs.first)
      #expect(first.standardError.contains("appstream-console runs retry \(run)"))

      let wrong = try console(["runs", "resume", run], on: emulator, environment: home.environment)
      #expect(wrong.status == .exited(1))
      #expect(wrong.standardError.contains("appstream-console runs retry \(run)"))

      let retry = try console(
        ["runs", "retry", run, "--yes", "--output", "json"],
        on: emulator,
        environment: home.environment
      )
      #expect(retry.status == .exited(0))
      #expect(try retry.json["Entries"]?.elements.map { $0["Outcome"]?.text } == ["removed"])
      #expect(try retry.json["Run"]?.text != run)
      #expect(try home.runs.count == 2)
      #expect(try await emulator.batches().last == [Association(stackName: "stack-0001", userName: user(2))])

      let shown = try console(
        ["runs", "show", try #require(try retry.json["Run"]?.text)],
        environment: home.environment
      )
      #expect(shown.standardError.contains("follows run \(run)"))
      let second = try #require(try retry.json["Run"]?.text)
      for words in [["runs", "show", run], ["runs", "resume", run], ["runs", "list"]] {
        let said = try console(words, on: emulator, environment: home.environment)
        let text = said.standardError + said.standardOutput
        #expect(text.contains("tried again by run \(second)") && !text.contains("runs retry"), "\(words)")
      }
      #expect(shown.standardError.contains("reason CHG-1"))
    }

    @Test func `runs are listed newest first, and narrowed by who, where and when`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "2x3x6")
      for stack in ["stack-0001", "stack-0002"] {
        _ = try console(
          ["disassociate", "--stack", stack, "--user", user(1), "--yes"],
          on: emulator,
          environment: home.environment
        )
      }
      func listed(_ options: String...) throws -> [JSONValue] {
        let result = try console(
          ["runs", "list", "--output", "json"] + options,
          environment: home.environment
        )
        #expect(result.status == .exited(0))
        return try result.json["Runs"]?.elements ?? []
      }
      let all = try listed()
      #expect(all.compactMap { $0["Run"]?.text }.sorted() == (try home.runs))
      #expect(all.map { $0["State"]?.text } == ["finished", "finished"])
      #expect(all.first?["Counts"]?["removed"] == .integer(1))
      #expect(all.first?["Account"]?.text == "123456789012")
      #expect(try listed("--stack", "stack-0001").count == 1)
      #expect(try listed("--user", user(2)).isEmpty)
      #expect(try listed("--account", "123456789012", "--since", "2020-01-01").count == 2)
      #expect(try listed("--until", "2020-01-01").isEmpty)
      let wrong = try console(["runs", "list", "--since", "yesterday"], environment: home.environment)
      #expect(wrong.status == .exited(2))
      #expect(wrong.standardError.contains("yesterday is not a date"))
    }

    @Test func `a settled run can be deleted, and an unsettled one is kept`() async throws {
      let home = try StateHome()
      // The read-back fails for as long as it lasts, so the outcome stays unknown.
      let faults = """
        {"faults":[{"fault":"refuse","code":"InternalFailure","status":400,"after":2,"operations":["DescribeUserStackAssociations"]}]}
        """
      let emulator = try LiveEmulator("--seed", "1x1x1", faults: faults)
      let unknown = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(unknown.status == .exited(3))
      let run = try #require(try home.runs.first)
      #expect(unknown.standardError.contains("appstream-console runs resume \(run)"))
      let kept = try console(["runs", "delete", run], environment: home.environment)
      #expect(kept.status == .exited(4))
      #expect(kept.standardError.contains("only settled runs"))
      _ = try console(["runs", "prune", "--older-than", "0"], environment: home.environment)
      #expect(try home.runs == [run])

      let other = try LiveEmulator("--seed", "1x1x1")
      _ = try console(["disassociate", "--stack", "stack-0001", "--yes"], on: other, environment: home.environment)
      let settled = try #require(try home.runs.first { $0 != run })
      #expect(try console(["runs", "delete", settled], environment: home.environment).status == .exited(0))
      #expect(try home.runs == [run])
    }

    @Test func `a receipt names who did it, what became of whom, and what is still possible`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "2x2x4")
      _ = try console(
        ["disassociate", "--stack", "stack-0001", "--user", user(1), "--yes", "--reason", "=CHG-7"],
        on: emulator,
        environment: home.environment
      )
      let run = try #require(try home.runs.first)
      let json = try console(
        ["runs", "export", run, "--output", "json"],
        on: emulator,
        environment: home.environment
      )
      #expect(json.status == .exited(0))
      let receipt = try json.json
      #expect(receipt["Reason"]?.text == "=CHG-7")
      #expect(receipt["Caller"]?.text?.hasPrefix("arn:aws:") == true)
      #expect(receipt["Entries"]?.elements.map { $0["Outcome"]?.text } == ["removed"])
      #expect(receipt["Entries"]?.elements.first?["LastSeen"] != .null)
      let still = receipt["StillPossible"]
      #expect(still?["UsersEnabled"] == .array([.string(user(1))]))
      #expect(
        still?["RemainingStacks"]
          == .array([.object(["StackName": .string("stack-0002"), "UserName": .string(user(1))])])
      )
      #expect(still?["Commands"]?.elements.last?.text?.hasPrefix("aws appstream expire-session") == true)

      let csv = try console(["runs", "export", run], on: emulator, environment: home.environment)
      #expect(csv.standardOutput.contains("'=CHG-7"))
      // The account cannot be read now; what the journal says is printed all the same.
      let offline = try console(
        ["runs", "export", run, "--output", "json"],
        environment: home.environment.merging(["AWS_REGION": "eu-west-1"]) { $1 }
      )
      #expect(offline.status == .exited(0))
      #expect(try offline.json["StillPossible"]?["UsersEnabled"] == .null)
      #expect(offline.standardError.contains("was not read"))
    }

    @Test func `a run of another account is refused`() async throws {
      let home = try StateHome()
      let keys = """
        {"keys":[{"accessKeyId":"AKIAOTHER","secretAccessKey":"other-secret","account":"210987654321"}],
         "faults":[{"fault":"item","userName":"\(user(1))","code":"INTERNAL_ERROR","times":1,"operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "1x2x2", faults: keys)
      _ = try console(["disassociate", "--stack", "stack-0001", "--yes"], on: emulator, environment: home.environment)
      let run = try #require(try home.runs.first)
      let other = home.environment.merging([
        "AWS_ACCESS_KEY_ID": "AKIAOTHER", "AWS_SECRET_ACCESS_KEY": "other-secret",
      ]) { $1 }
      let calls = try await emulator.batches().count
      for command in ["retry", "undo"] {
        let result = try console(["runs", command, run, "--yes"], on: emulator, environment: other)
        #expect(result.status == .exited(4))
        #expect(result.standardError.contains("210987654321"))
        #expect(result.standardOutput == "")
      }
      let elsewhere = try console(
        ["runs", "undo", run, "--yes", "--region", "us-east-1"],
        on: emulator,
        environment: home.environment
      )
      #expect(elsewhere.status == .exited(4))
      #expect(elsewhere.standardError.contains("eu-west-1"))
      #expect(try await emulator.batches().count == calls)
      #expect(try await emulator.batches("BatchAssociateUserStack").isEmpty)
    }

    @Test func `a text that is no run's name is a matter of usage`() throws {
      let home = try StateHome()
      let malformed = try console(["runs", "show", "../etc/passwd"], environment: home.environment)
      #expect(malformed.status == .exited(2))
      #expect(malformed.standardError.contains("is not the name of a run"))
      let missing = try console(["runs", "show", "20261122T140215Z-7f3a"], environment: home.environment)
      #expect(missing.status == .exited(2))
      #expect(missing.standardError.contains("There is no run 20261122T140215Z-7f3a"))
    }

    private var everybody: [String] {
      ["disassociate"] + (1...3).flatMap { ["--stack", "stack-000\($0)"] } + ["--yes", "--output", "json"]
    }
  }
}

private func user(_ number: Int) -> String { EndToEnd.`Disassociating on the command line`.user(number) }
