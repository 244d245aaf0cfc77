import FoundationEssentials
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `Lists from a service that asks for fewer calls` {
    @Test(arguments: [["associations"], ["disassociate", "--users-from", "-", "--dry-run"]])
    func `take their time and are whole`(words: [String]) async throws {
      let faults = #"{"faults":[{"fault":"throttle","rate":5,"burst":5}]}"#
      let emulator = try LiveEmulator("--seed", "30x30x60", faults: faults)
      let people = (1...30).map { "user-0000\($0 < 10 ? "0" : "")\($0)@load.example\n" }.joined()
      let environment = emulator.environment
      let result = try await onThreadOfItsOwn {
        try console(words + ["--output", "json"], environment: environment, standardInput: people)
      }
      #expect(result.status == .exited(0), "\(result.standardError)")
      let rows = try result.json["Entries"]?.elements ?? result.json["UserStackAssociations"]?.elements ?? []
      #expect(rows.count == 60)
    }
  }
}

extension EndToEnd {
  @Suite struct `Lists on the command line` {
    @Test func `stacks, users and associations of the demo are whole in JSON`() throws {
      let stacks = try console(["stacks", "--demo", "--output", "json"])
      let users = try console(["users", "--demo", "--output", "json"])
      let associations = try console(["--demo", "associations", "--output", "json"])
      #expect([stacks.status, users.status, associations.status] == [.exited(0), .exited(0), .exited(0)])
      #expect(try stacks.json["Stacks"]?.elements.count == 12)
      #expect(try users.json["Users"]?.elements.count == 250)
      #expect(try associations.json["UserStackAssociations"]?.elements.count == 900)
      #expect(try stacks.json["Partial"] == nil)
    }

    @Test func `absent values are null, not left out`() throws {
      let stacks = try console(["stacks", "--demo", "--output", "json"])
      let visitors = try stacks.json["Stacks"]?.elements.first { $0["Name"]?.text == "visitors" }
      #expect(visitors?["DisplayName"] == .null)
      #expect(visitors?["RedirectURL"] == .null)
    }

    @Test func `text from the service cannot reach the terminal as an order`() throws {
      for format in ["table", "json", "csv"] {
        let result = try console(["stacks", "--demo", "--output", format])
        let hostile = result.standardOutput.unicodeScalars.filter { $0.value == 0x1B || $0.value == 0x202E }
        #expect(hostile.isEmpty, "in \(format)")
      }
      #expect(try console(["stacks", "--demo"]).standardOutput.contains("<U+202E>"))
    }

    @Test func `associations can be narrowed to a stack and a user`() throws {
      let result = try console(
        ["associations", "--demo", "--stack", "physics-exam", "--user", "bo.diaz@contr.example", "--output", "csv"]
      )
      #expect(result.status == .exited(0))
      let lines = result.standardOutput.split(whereSeparator: \.isNewline)
      #expect(lines.first == "StackName,UserName,AuthenticationType,SendEmailNotification")
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("physics-exam,bo.diaz@contr.example,USERPOOL") })
    }

    @Test func `a list that breaks off is printed as partial, with status 5`() throws {
      let emulator = try LiveEmulator(
        "--seed",
        "demo",
        faults:
          #"{"faults":[{"fault":"forbidden","stacks":["visitors"],"operations":["DescribeUserStackAssociations"]}]}"#
      )
      let result = try console(["associations", "--output", "json"], on: emulator)
      #expect(result.status == .exited(5))
      #expect(
        try result.json["Partial"]
          == .array([.object(["StackName": .string("visitors"), "ErrorCode": .string("AccessDeniedException")])])
      )
      #expect(result.standardError.contains("visitors"))
      #expect((try result.json["UserStackAssociations"]?.elements.count ?? 0) > 500)
    }

    @Test func `50,000 associations in 50 stacks take one chain of pages a stack`() async throws {
      let emulator = try LiveEmulator("--seed", "50x10000x50000")
      let result = try console(["associations", "--output", "csv"], on: emulator)
      #expect(result.status == .exited(0))
      #expect(result.standardOutput.split(whereSeparator: \.isNewline).count == 50_001)
      let reads = try await emulator.log().filter { $0.operation == "DescribeUserStackAssociations" }
      // 1,000 on each stack, 500 on a page.
      #expect(reads.count == 100)
      #expect(Dictionary(grouping: reads) { $0.input?.stackName }.allSatisfy { $0.value.count == 2 })
    }
  }
}
