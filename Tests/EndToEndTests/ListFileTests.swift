import AWSClientCore
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  /// Lists of people and of associations, given to the real program.
  @Suite struct `Files of lists on the command line` {
    private static let user = EndToEnd.`Disassociating on the command line`.user

    private func plan(_ arguments: [String], on emulator: LiveEmulator) throws -> ProgramUnderTest.Result {
      try console(["disassociate", "--dry-run", "--output", "json"] + arguments, on: emulator)
    }

    private func users(in result: ProgramUnderTest.Result) throws -> Set<String> {
      Set(try result.json["Entries"]?.elements.compactMap { $0["UserStackAssociation"]?["UserName"]?.text } ?? [])
    }

    @Test func `options that name a file unite`() throws {
      let emulator = try LiveEmulator("--seed", "1x4x4")
      let files = try (1...3).map { try TemporaryFile("\(Self.user($0))\n") }
      defer { files.forEach { $0.remove() } }
      let taken = try plan(["--users-from", files[0].path, "--users-from", files[1].path], on: emulator)
      #expect(taken.status == .exited(0))
      #expect(try users(in: taken) == [Self.user(1), Self.user(2)])
      let kept = try plan(
        ["--stack", "stack-0001", "--keep-from", files[0].path, "--keep-from", files[1].path],
        on: emulator
      )
      #expect(kept.status == .exited(0))
      #expect(try users(in: kept) == [Self.user(3), Self.user(4)])
      let listed = try (1...2).map { number in
        try TemporaryFile(#"[{"StackName":"stack-0001","UserName":"\#(Self.user(number))"}]"#)
      }
      defer { listed.forEach { $0.remove() } }
      let pairs = try plan(
        ["--associations-from", listed[0].path, "--associations-from", listed[1].path],
        on: emulator
      )
      #expect(pairs.status == .exited(0))
      #expect(try users(in: pairs) == [Self.user(1), Self.user(2)])
    }

    @Test(arguments: [
      ["--plan", "a", "--plan", "b"], ["--users-from", "-", "--users-from", "-"], ["--profile", "a", "--profile", "b"],
      ["--user", "a@x", "--reason", "CHG-1", "--reason=CHG-2"], ["--user", "a@x", "--column", "Email"],
    ])
    func `what can be said once is refused twice`(arguments: [String]) throws {
      let result = try console(["disassociate", "--dry-run"] + arguments)
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains("Nothing was sent."))
      #expect(result.standardOutput == "")
    }

    @Test func `what may be said several times is not refused for the name of a stack`() throws {
      let result = try console([
        "disassociate", "--demo", "--stack", "runs", "--user", "a@x.example", "--user", "b@x.example",
      ])
      #expect(!result.standardError.contains("given twice"))
      let runs = try console(["runs", "--demo", "--user", "a@x.example", "--user", "a@x.example"])
      #expect(runs.status == .exited(0))
      let others = try console(["runs", "--demo", "--stack", "one", "--stack", "other"])
      #expect(others.status == .exited(2))
      #expect(others.standardError.contains("--stack was given twice"))
    }

    @Test func `a list that can be misread sends nothing and names its lines`() async throws {
      let emulator = try LiveEmulator("--seed", "1x4x4")
      let list = try TemporaryFile("\(Self.user(1))\n#N/A\nPlease do NOT remove Jane <\(Self.user(2))>\n")
      defer { list.remove() }
      for arguments in [
        ["--users-from", list.path, "--allow-missing"], ["--stack", "stack-0001", "--keep-from", list.path],
      ] {
        let result = try console(["disassociate", "--yes"] + arguments, on: emulator)
        #expect(result.status == .exited(2))
        #expect(result.standardError.contains("2 lines cannot be taken. Nothing was sent."))
        #expect(result.standardError.contains("line 2: \"#N/A\" is an error of a spreadsheet"))
        #expect(result.standardError.contains("line 3: \"Please do NOT remove Jane"))
        #expect(result.standardOutput == "")
      }
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `a list tells what was passed over, and its strangers with line and neighbour`() throws {
      let emulator = try LiveEmulator("--seed", "1x4x4")
      let stranger = Self.user(2).replacing("2", with: "22")
      let list = try TemporaryFile("# leavers\n\nName;E-Mail-Adresse\nAbe;\(Self.user(1))\nBo;\(stranger)\n")
      defer { list.remove() }
      let result = try plan(["--users-from", list.path], on: emulator)
      #expect(result.status == .exited(1))
      #expect(result.standardError.contains("5 lines: 2 people, 1 blank, 1 comment, 1 header."))
      #expect(
        result.standardError.contains("line 5: \(stranger) is not found. \(Self.user(2)) differs in one character")
      )
      let unmatched = try #require(try result.json["Unmatched"]?.elements.first)
      #expect(unmatched["Line"] == .integer(5))
      #expect(unmatched["File"] == .string(list.path))
      #expect(unmatched["Likeness"] == .string("OneEdit"))
      #expect(unmatched["Candidates"] == .array([.string(Self.user(2))]))
      let selection = try #require(try result.json["Selection"])
      #expect(selection["Matched"] == .integer(1))
      #expect(selection["NotFound"] == .integer(1))
      #expect(selection["PassedOver"] == .integer(3))
    }

    @Test func `a listed stack that is not there is refused, and a listed user is held to the pool`() throws {
      let emulator = try LiveEmulator("--seed", "1x4x4")
      for stack in ["Stack-0001", "stack-001"] {
        let list = try TemporaryFile(#"[{"StackName":"\#(stack)","UserName":"\#(Self.user(1))"}]"#)
        defer { list.remove() }
        let result = try plan(["--associations-from", list.path], on: emulator)
        #expect(result.status == .exited(2))
        #expect(result.standardError.contains("Did you mean \"stack-0001\"?"))
        #expect(result.standardOutput == "")
      }
      let list = try TemporaryFile(#"[{"StackName":"stack-0001","UserName":"\#(Self.user(1).uppercased())"}]"#)
      defer { list.remove() }
      let refused = try plan(["--associations-from", list.path], on: emulator)
      #expect(refused.status == .exited(1))
      #expect(refused.standardError.contains("differs only in case from \(Self.user(1))"))
      #expect(try users(in: refused) == [])
      let taken = try plan(["--associations-from", list.path, "--ignore-case"], on: emulator)
      #expect(taken.status == .exited(0))
      #expect(try users(in: taken) == [Self.user(1)])
    }

    @Test func `an endless list gets a sentence`() throws {
      let result = try console(["disassociate", "--users-from", "/dev/zero", "--dry-run"])
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains("larger than 64 MiB"))
    }

    @Test(arguments: [
      (["--verison"], "There is no option --verison. Did you mean --version?"),
      (["disasociate", "--user", "x"], "There is no subcommand disasociate. Did you mean disassociate?"),
      (["runs", "udno", "x"], "There is no subcommand udno. Did you mean undo?"),
      (["disassociate", "--user-from", "x"], "There is no option --user-from. Did you mean --users-from?"),
      (["stacks", "--zzzzzzzz"], "There is no option --zzzzzzzz. `appstream-console stacks --help` lists them."),
    ])
    func `a misspelt word gets the nearest one`(arguments: [String], sentence: String) throws {
      let result = try console(arguments)
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains(sentence))
    }

    @Test func `a user asked for in another case is named`() throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let result = try console(["associations", "--user", Self.user(1).uppercased()], on: emulator)
      #expect(result.status == .exited(0))
      #expect(result.standardError.contains("has no association there. \(Self.user(1)) looks like it and has."))
    }

    @Test(arguments: [("", "standard input is empty"), ("UserName\n", "names nobody to keep")])
    func `a keep list without anybody removes nobody`(list: String, words: String) async throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--keep-from", "-", "--yes"],
        on: emulator,
        standardInput: list
      )
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains(words))
      #expect(try await emulator.batches().isEmpty)
    }
  }
}
