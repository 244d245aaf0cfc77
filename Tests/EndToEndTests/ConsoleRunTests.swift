import AppStream
import FoundationEssentials
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The main job: rows marked across stacks, confirmed, sent, and told apart in the rows.
  @Suite struct `A run in the console` {
    private static let failing: [(user: String, code: String)] = [
      ("user03@school.example", "USER_NAME_NOT_FOUND"), ("user07@school.example", "DIRECTORY_NOT_FOUND"),
      ("user11@school.example", "INTERNAL_ERROR"),
    ]
    /// Each fails on one stack only, so that three of the sixty rows do.
    private static var faults: String {
      let items = failing.enumerated().map { number, item in
        #"""
        {"fault":"item","stackName":"lab-\#(number + 1)","userName":"\#(item.user)","code":"\#(item.code)",
         "operations":["BatchDisassociateUserStack"]}
        """#
      }
      return #"{"faults":[\#(items.joined(separator: ","))]}"#
    }

    @Test(.enabled(if: ThirdParty.python != nil && ThirdParty.aws != nil, "needs the AWS CLI and boto3"))
    func `of an estate made by boto3 agrees with the AWS CLI afterwards`() async throws {
      let emulator = try LiveEmulator(faults: Self.faults)
      let python = try #require(ThirdParty.python)
      let script = #filePath.replacing("ConsoleRunTests.swift", with: "make_estate.py")
      let made = try ThirdParty.run(python, [script, "3", "20"], environment: emulator.environment)
      #expect(made.standardOutput == "60 associations\n", "\(made.standardError)")

      let terminal = try openConsole(on: emulator)
      try removeSixty(in: terminal)
      for (number, item) in Self.failing.enumerated() {
        try expectFailure(item, on: "lab-\(number + 1)", in: terminal)
      }
      try leave(terminal)

      #expect(try await emulator.batches().map(\.count).sorted() == [10, 25, 25])
      let aws = try #require(ThirdParty.aws)
      for (number, item) in Self.failing.enumerated() {
        let listed = try ThirdParty.run(
          aws,
          [
            "appstream", "describe-user-stack-associations", "--stack-name", "lab-\(number + 1)", "--query",
            "UserStackAssociations[].UserName", "--output", "text",
          ],
          environment: emulator.environment
        )
        #expect(listed.standardOutput == item.user + "\n", "\(listed.standardError)")
      }
    }

    @Test func `is stopped with x, and says what was not sent`() async throws {
      let emulator = try LiveEmulator(
        "--seed",
        "3x20x60",
        faults: #"{"faults":[{"fault":"throttle","rate":0.001,"burst":2,"operations":["BatchDisassociateUserStack"]}]}"#
      )
      let terminal = try openConsole(on: emulator)
      try planAll(in: terminal)
      try terminal.confirm("60 from 3 stacks")
      try terminal.waitUntil("the throttling") { $0.contains("slowed by the service") && $0.contains(" removed") }
      try terminal.type("q")
      try terminal.waitUntil("how to stop") { $0.contains("x stops the run") }
      try terminal.type("x")
      try terminal.waitUntil("the end of the run") { $0.contains("R resume") }
      try leave(terminal)
      var left = 0
      for stack in ["stack-0001", "stack-0002", "stack-0003"] { left += try await emulator.users(on: stack).count }
      // Which two of the three calls came through before the limit is the network's affair.
      #expect([10, 25].contains(left))
      #expect(terminal.normalScreenText?.contains("\(60 - left) removed, \(left) stopped") == true)
      #expect(terminal.normalScreenText?.contains("Stopped: ") == true)
    }

    @Test func `shows the rows of the first stack before the last is read`() throws {
      let emulator = try LiveEmulator(
        "--seed",
        "24x5x120",
        faults: #"{"faults":[{"fault":"hang","operations":["DescribeUserStackAssociations"],"after":4}]}"#
      )
      let terminal = try openConsole(on: emulator)
      try terminal.waitUntil("rows of some stacks, while others are read") { screen in
        screen.contains("24 stacks, 4 read") && screen.contains("user-000001@load.example")
      }
      #expect(terminal.screen.contains("reads"))
      #expect(terminal.screen.contains("waits"))
    }

    @Test func `is refused when the console is read-only, and nothing is sent`() async throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let terminal = try openConsole(on: emulator, "--read-only")
      try terminal.waitUntil("every row") { $0.contains("1 stacks, 1 read") || $0.contains("1 stack, 1 read") }
      try terminal.type("a")
      try terminal.type("d")
      try terminal.waitUntil("the refusal") { $0.text.lowercased().contains("read-only: nothing can be sent") }
      try terminal.type("2 from 1")
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.type("\r")
      try terminal.waitUntilQuiet()
      #expect(try await emulator.batches().isEmpty)
    }

    @Test func `in an unknown account needs one step more`() throws {
      let emulator = try LiveEmulator(
        "--seed",
        "1x2x2",
        faults:
          #"{"faults":[{"fault":"refuse","code":"AccessDenied","message":"no","status":403,"operations":["GetCallerIdentity"]}]}"#
      )
      let terminal = try openConsole(on: emulator)
      try terminal.waitUntil("every row") { $0.contains("2 of 2 shown") }
      try terminal.type("a")
      try terminal.type("d")
      try terminal.waitUntil("the plan") { $0.contains("Type  2 from 1 stack  and Enter") }
    }

    private func openConsole(on emulator: LiveEmulator, _ arguments: String...) throws -> EmulatedTerminal {
      try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: arguments,
        environment: emulator.environment,
        size: Size(rows: 40, columns: 120)
      )
    }

    private func removeSixty(in terminal: EmulatedTerminal) throws {
      try planAll(in: terminal)
      try terminal.confirm("60 from 3 stacks")
      try terminal.waitUntil("the end of the run") { $0.contains("57 removed, 3 failed") }
    }

    private func planAll(in terminal: EmulatedTerminal) throws {
      try terminal.waitUntil("all stacks to be read") { $0.contains("3 stacks, 3 read") }
      try terminal.type("a")
      try terminal.waitUntil("the marks") { $0.contains("60 marked") }
      try terminal.type("d")
      try terminal.waitUntil("the plan") { $0.contains("60 from 3 stacks") && $0.contains("nothing has been sent") }
    }

    private func expectFailure(
      _ item: (user: String, code: String),
      on stack: String,
      in terminal: EmulatedTerminal
    ) throws {
      try terminal.type("n")
      try terminal.waitUntil("the row of \(item.user) on \(stack)") { screen in
        screen.lines.contains { line in
          line.contains(item.user) && line.contains(stack) && line.contains("failed \(item.code)")
            && line.hasPrefix(">")
        }
      }
    }

    private func leave(_ terminal: EmulatedTerminal) throws {
      try terminal.type("qqq")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(!terminal.screen.isAlternate)
    }
  }
}
