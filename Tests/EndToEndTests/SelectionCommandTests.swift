import AppStream
import FoundationEssentials
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `Selecting people on the command line` {
    @Test func `a few people are asked for by name, in fewer calls than there are stacks`() async throws {
      let emulator = try LiveEmulator("--seed", "12x20x100")
      let result = try console(
        ["disassociate", "--user", user(1), "--dry-run", "--output", "json"],
        on: emulator
      )
      #expect(result.status == .exited(0))
      let stacks = Set(
        try result.json["Entries"]?.elements.compactMap { $0["UserStackAssociation"]?["StackName"]?.text } ?? []
      )
      #expect(stacks.count > 1)
      let reads = try await emulator.log().filter { $0.operation == "DescribeUserStackAssociations" }
      // One for the person, and the check of the stacks concerned.
      #expect(reads.count == 1 + stacks.count)
    }

    @Test func `a stack that cannot be read leaves a selection by person complete, as the person can be asked for`()
      async throws
    {
      let faults = """
        {"faults":[{"fault":"refuse","code":"InternalFailure","status":400,"times":1,"operations":["DescribeUserStackAssociations"]}]}
        """
      let emulator = try LiveEmulator("--seed", "2x4x8", faults: faults)
      let people = (1...4).flatMap { ["--user", user($0)] }
      let result = try console(["disassociate", "--dry-run", "--output", "json"] + people, on: emulator)
      #expect(result.status == .exited(0))
      #expect(try result.json["Entries"]?.elements.count == 8)
    }

    @Test func `a whole stack that cannot be read sends nothing, unless a partial list is accepted`() async throws {
      let faults = """
        {"faults":[{"fault":"forbidden","operations":["DescribeUserStackAssociations"]}]}
        """
      let emulator = try LiveEmulator("--seed", "2x2x4", faults: faults)
      let refused = try console(["disassociate", "--stack", "stack-0001", "--yes"], on: emulator)
      #expect(refused.status == .exited(5))
      #expect(refused.standardError.contains("--allow-partial"))
      #expect(refused.standardOutput == "")
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `people in the keep list stay, with everyone who looks like them`() async throws {
      let emulator = try LiveEmulator("--seed", "1x4x4")
      let keep = try TemporaryFile("\(user(1))\n\(user(2).uppercased())\n")
      defer { keep.remove() }
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--keep-from", keep.path, "--yes", "--output", "json"],
        on: emulator
      )
      #expect(result.status == .exited(0))
      #expect(try await emulator.users(on: "stack-0001") == [user(1), user(2)])
      #expect(result.standardError.contains("2 associations are left out by the list of people to keep."))
    }

    @Test func `somebody to keep who is nobody is refused, since a typing error would remove someone who stays`()
      async throws
    {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let keep = try TemporaryFile("user-00001@load.example\n")
      defer { keep.remove() }
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--keep-from", keep.path, "--yes"],
        on: emulator
      )
      #expect(result.status == .exited(4))
      #expect(result.standardError.contains("user-00001@load.example"))
      #expect(result.standardOutput == "")
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `two lists cannot both come from standard input`() throws {
      let result = try console(["disassociate", "--users-from", "-", "--keep-from", "-", "--dry-run"])
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains("standard input"))
    }
  }
}

private func user(_ number: Int) -> String { EndToEnd.`Disassociating on the command line`.user(number) }
