import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import Testing

/// A command line that cannot work, the status it ends with, and what its sentence has to say.
struct BadInput: Sendable, CustomTestStringConvertible {
  var arguments: [String]
  var environment: [String: String] = [
    "AWS_REGION": "eu-west-1", "AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s",
  ]
  var standardInput = ""
  var status: CInt
  var says: [String]

  var testDescription: String { arguments.joined(separator: " ") }
}

extension EndToEnd {
  @Suite struct `Bad input` {
    private static let keys = ["AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s"]

    private static let cases = [
      BadInput(arguments: ["stacks", "--bogus"], status: 2, says: ["--bogus"]),
      BadInput(arguments: ["bogus"], status: 2, says: ["bogus"]),
      BadInput(arguments: ["stacks", "--output", "xml"], status: 2, says: ["xml"]),
      BadInput(arguments: ["stacks", "--profile", "nobody"], status: 5, says: ["nobody"]),
      BadInput(arguments: ["stacks"], environment: keys, status: 5, says: ["No Region", "--region"]),
      BadInput(
        arguments: ["stacks", "--region", "us-east-1a"],
        status: 2,
        says: ["is an Availability Zone", "Give us-east-1."]
      ),
      BadInput(
        arguments: ["stacks"],
        environment: ["AWS_REGION": "eu-west-1"],
        status: 5,
        says: ["No AWS credentials", "Asked"]
      ),
      BadInput(
        arguments: ["browse"],
        environment: ["AWS_REGION": "eu-west-1"],
        status: 5,
        says: ["No AWS credentials", "Asked"]
      ),
      BadInput(
        arguments: ["stacks", "--endpoint-url", "not a url"],
        status: 2,
        says: ["no http or https URL", "--endpoint-url"]
      ),
      BadInput(arguments: ["stacks", "--endpoint-url", "https://h.example/?key"], status: 2, says: ["it has a query"]),
      BadInput(
        arguments: ["stacks", "--endpoint-url", "http://appstream.example"],
        status: 2,
        says: ["plain http", "https"]
      ),
      BadInput(arguments: ["disassociate", "--yes"], status: 2, says: ["Nothing is selected", "--users-from"]),
      BadInput(
        arguments: ["disassociate", "--users-from", "/nowhere/at/all", "--yes"],
        status: 2,
        says: ["/nowhere/at/all"]
      ),
      BadInput(arguments: ["disassociate", "--users-from", "/", "--yes"], status: 2, says: ["/ cannot be read"]),
      BadInput(
        arguments: ["disassociate", "--users-from", "-", "--yes"],
        standardInput: "ok@a.example\nnot one address\n",
        status: 2,
        says: ["line 2"]
      ),
      BadInput(
        arguments: ["disassociate", "--associations-from", "-", "--yes"],
        standardInput: #"{"UserStackAssociations":[{"#,
        status: 2,
        says: ["standard input"]
      ),
      BadInput(
        arguments: ["disassociate", "--associations-from", "-", "--stack", "a", "--yes"],
        standardInput: "[]",
        status: 2,
        says: ["--associations-from"]
      ),
      BadInput(
        arguments: ["disassociate", "--user", String(repeating: "a", count: 129), "--yes"],
        status: 2,
        says: ["128"]
      ),
      BadInput(arguments: ["disassociate", "--user", "two words", "--yes"], status: 2, says: ["two words"]),
      BadInput(arguments: ["disassociate", "--stack", "no/such", "--yes"], status: 2, says: ["no/such"]),
      BadInput(
        arguments: ["disassociate", "--stack", "a", "--yes", "--read-only"],
        status: 4,
        says: ["--read-only", "nothing was sent"]
      ),
      BadInput(arguments: ["stacks", "--ca-bundle", "/nowhere/at/all"], status: 2, says: ["/nowhere/at/all"]),
      BadInput(arguments: ["browse", "--demo"], status: 2, says: ["terminal", "appstream-console stacks"]),
      BadInput(
        arguments: ["stacks", "--endpoint-url", "http://127.0.0.1:1"],
        status: 5,
        says: ["connect", "127.0.0.1"]
      ),
    ]

    @Test(arguments: cases) func `gets its sentence and its status, and prints no result`(input: BadInput) throws {
      let result = try console(input.arguments, environment: input.environment, standardInput: input.standardInput)
      #expect(result.status == .exited(input.status))
      #expect(result.standardOutput == "")
      for words in input.says { #expect(result.standardError.contains(words)) }
      #expect(!result.standardError.contains("Error("), "a sentence, not a dump")
    }

    @Test func `a stack that is not there is a matter of usage, and nothing is sent`() async throws {
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let result = try console(["disassociate", "--stack", "stack-9999", "--yes"], on: emulator)
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains("There is no stack \"stack-9999\""))
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `a malformed config file is named with its line`() throws {
      let file = try TemporaryFile("[default]\nregion = eu-west-1\nthis is no setting\n")
      defer { file.remove() }
      let result = try console(["stacks"], environment: ["AWS_CONFIG_FILE": file.path])
      #expect(result.status == .exited(5))
      #expect(result.standardError.contains("Line 3 of \(file.path)"))
    }

    @Test(arguments: [
      (#"{"fault":"html","status":502}"#, "502"),
      (#"{"fault":"html","status":200}"#, "HTML"),
      (#"{"fault":"truncate"}"#, "ended before"),
      (#"{"fault":"drop"}"#, "ended before"),
    ])
    func `an endpoint that does not answer as AppStream is said to be unreadable`(fault: String, words: String) throws {
      let emulator = try LiveEmulator("--seed", "1x1x1", faults: #"{"faults":[\#(fault)]}"#)
      let result = try console(["stacks"], on: emulator)
      #expect(result.status == .exited(5))
      #expect(result.standardOutput == "")
      #expect(result.standardError.contains(words))
    }

    @Test(arguments: ["dumb", "", "no-such-terminal"])
    func `the console does not open on a terminal that it cannot draw on`(name: String) throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: ["TERM": name],
        size: Size(rows: 24, columns: 240)
      )
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.screen.text.contains("TERM"))
      #expect(terminal.screen.text.contains("appstream-console stacks"))
    }

    @Test(arguments: [
      ["--\u{1B}]52;c;ZWNobw==\u{07}"], ["stacks", "\u{1B}[2J"], ["\u{9B}31m"],
      ["associations", "--output", "\u{1B}c\u{202E}"],
      ["runs", "show", "\u{1B}[8m"], ["--region"] + ["\u{1B}[1m"] + ["--nothing\u{1B}[2J"],
    ])
    func `what was typed comes back without acting on the terminal`(arguments: [String]) throws {
      let result = try console(arguments)
      #expect(result.status == .exited(2))
      let text = result.standardError + result.standardOutput
      #expect(text.contains("<U+"))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    }
  }
}
