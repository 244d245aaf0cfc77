import AppStream
import FoundationEssentials
import Glibc
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `A run that was cut off` {
    @Test func `is announced by the console, found under L and finished with R`() async throws {
      let home = try StateHome()
      let slow = """
        {"faults":[{"fault":"hang","applied":true,"times":2,"operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: slow)
      let first = try ConsoleUnderTest(on: emulator, home: home)
      try first.plan(60, on: 3)
      try first.confirm("60 from 3 stacks")
      try first.terminal.waitUntil("the calls to be under way") { $0.lines.count { $0.hasSuffix(" sent") } > 5 }
      try first.terminal.signal(SIGKILL)
      #expect(try first.terminal.waitForExit() == .signalled(SIGKILL))

      let run = try #require(try home.runs.first)
      let second = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = second.terminal
      try terminal.waitUntil("the announcement") { $0.contains("Run \(run) was interrupted with 60 entries open") }
      try terminal.type("L")
      try terminal.waitUntil("the runs") { $0.contains(run) && $0.contains("interrupted") }
      try terminal.type("R")
      // The check finds the 50 that were done, and only the other ten are asked for.
      try terminal.waitUntil("the plan") { $0.contains("RESUME of run \(run)") && $0.contains("Type  10 from 1  and") }
      try second.confirm("10 from 1")
      try terminal.waitUntil("the end of the run") { $0.contains("60 removed") && $0.contains("finished") }
      #expect(try second.leave() == .exited(0))
      #expect(try home.runs == [run])
      #expect(try await emulator.batches().map(\.count).sorted() == [10, 25, 25])
    }

    @Test func `is announced by the command that sends next, with what to do`() throws {
      let home = try StateHome()
      let faults = """
        {"faults":[{"fault":"refuse","code":"InternalFailure","status":400,"after":2,"times":1,"operations":["DescribeUserStackAssociations"]}]}
        """
      let emulator = try LiveEmulator("--seed", "2x1x2", faults: faults)
      let unknown = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(unknown.status == .exited(3))
      let run = try #require(try home.runs.first)
      let next = try console(
        ["disassociate", "--stack", "stack-0002", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(next.standardError.contains("Go on with: appstream-console runs resume \(run)"))
      let resumed = try console(["runs", "resume", run], on: emulator, environment: home.environment)
      // Reading needs nobody's agreement.
      #expect(resumed.status == .exited(0))
      #expect(resumed.standardError.contains("1 removed"))
    }

    @Test func `is taken over from the process that holds it, where that is asked for`() async throws {
      let home = try StateHome()
      let slow = """
        {"faults":[{"fault":"throttle","rate":0.5,"burst":2,"operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "4x50x200", faults: slow)
      let holder = try ConsoleUnderTest(on: emulator, home: home)
      try holder.plan(200, on: 4)
      try holder.confirm("200 from 4 stacks")
      try holder.terminal.waitUntil("the throttling") { $0.contains("slowed by the service") }
      let pid = try holder.terminal.pid
      let run = try #require(try home.runs.first)

      let listed = try console(["runs", "list"], environment: home.environment)
      #expect(listed.standardOutput.contains("running"))
      let refused = try console(["runs", "resume", run, "--yes"], on: emulator, environment: home.environment)
      #expect(refused.status == .exited(4))
      #expect(refused.standardError.contains("held by process \(pid) on "))
      #expect(refused.standardOutput == "")

      let environment = emulator.environment.merging(home.environment) { $1 }
      let resumed = try await onThreadOfItsOwn {
        try ProgramUnderTest.run(
          "appstream-console",
          arguments: ["runs", "resume", run, "--yes", "--end-holder", "--output", "json"],
          environment: environment,
          timeout: .seconds(120)
        )
      }
      #expect(resumed.status == .exited(0))
      #expect(try resumed.json["Counts"]?["removed"] == .integer(200))
      #expect(try holder.terminal.waitForExit() == .exited(0))
      // Whether it was resumed by then, only the journal tells.
      let last = try #require(holder.terminal.normalScreenText)
      #expect(last.contains("runs resume \(run)") || last.contains("It was resumed since"))
      let applied = try await emulator.batches()
      #expect(Set(applied.flatMap(\.self)).count == 200)
      for stack in 1...4 { #expect(try await emulator.users(on: "stack-000\(stack)").isEmpty) }
    }
  }
}
