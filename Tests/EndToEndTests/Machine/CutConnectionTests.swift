import AWSClientCore
import AppStream
import FoundationEssentials
import Glibc
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// A run of 300 rows in the console, over a real SSH connection that is cut in the middle.
  @Suite(.enabled(if: Machine.folder != nil), .timeLimit(.minutes(10)))
  struct `A run over SSH` {
    /// The ways in which a connection ends before its time.
    enum Cut: CaseIterable {
      case clientKilled, serverKilled, linkDropped

      /// How long the server takes to notice, at most.
      var notice: Duration { self == .linkDropped ? .seconds(5) : .zero }
    }

    /// Twelve calls, two at a time, of so long each: enough for the connection to be cut in the middle.
    private static func slow(_ milliseconds: Int) -> String {
      #"{"faults":[{"fault":"delay","milliseconds":\#(milliseconds),"operations":["BatchDisassociateUserStack"]}]}"#
    }

    @Test(arguments: Cut.allCases)
    func `that is cut off ends within 11 s, idles meanwhile, and can be resumed truly`(cut: Cut) async throws {
      let emulator = try LiveEmulator("--seed", "3x100x300", faults: Self.slow(4000))
      let settings = cut == .linkDropped ? "ClientAliveInterval 1\nClientAliveCountMax 3" : ""
      let server = try SecureShellServer(for: emulator, settings: settings)
      let link = try StallingLink(to: server.port)
      defer { link.end() }
      let terminal = try server.logIn(through: link.port)
      let program = try begin(in: terminal, on: emulator)

      let before = try #require(ProcessTimes(of: program))
      let start = ContinuousClock.now
      switch cut {
      case .clientKilled: try terminal.signal(SIGKILL)
      case .serverKilled: #expect(kill(try #require(ancestor(of: program, named: "sshd")), SIGKILL) == 0)
      case .linkDropped: link.stall(true)
      }
      let (took, cost) = try await onThreadOfItsOwn {
        var last = before
        while let now = ProcessTimes(of: program), ContinuousClock.now < start + .seconds(40) {
          last = now
          poll(nil, 0, 20)
        }
        return (ContinuousClock.now - start, last.seconds - before.seconds)
      }
      #expect(took < .seconds(11) + cut.notice)
      #expect(cost < 0.5, "It took \(cost) s of processor time.")

      let listed = try server.run("appstream-console", "runs", "--output", "json")
      let run = try #require(listed.json["Runs"]?.elements.first)
      let id = try #require(run["Run"]?.text)
      #expect(run["State"]?.text == "stopped" || run["State"]?.text == "interrupted")
      // What the journal calls removed is gone, and nothing else is claimed to be.
      try await expectTruth(of: try server.run("appstream-console", "runs", "show", id, "--output", "json"), emulator)
      let resumed = try server.run("appstream-console", "runs", "resume", id, "--yes", "--output", "json")
      #expect(resumed.status == .exited(0), "\(resumed.standardError)")
      #expect(try resumed.json["Counts"]?["removed"] == .integer(300))
      try await expectTruth(of: resumed, emulator)
      try await expectNothingSentTwice(emulator)
    }

    @Test func `whose link stalls for 20 s goes on, and the screen is right when it is back`() async throws {
      let emulator = try LiveEmulator("--seed", "3x100x300", faults: Self.slow(1500))
      let server = try SecureShellServer(for: emulator)
      let link = try StallingLink(to: server.port)
      defer { link.end() }
      let terminal = try server.logIn(through: link.port)
      let program = try begin(in: terminal, on: emulator)

      let before = try #require(ProcessTimes(of: program))
      link.stall(true)
      _ = try await onThreadOfItsOwn { poll(nil, 0, 20_000) }
      let during = try #require(ProcessTimes(of: program))
      #expect(during.seconds - before.seconds < 1)
      // The run did not wait for anybody to look at it.
      #expect(try await emulator.batches().count == 12)
      link.stall(false)
      try terminal.waitUntil("the end of the run") { $0.contains("300 removed") }
      try terminal.type("qqqq")
      try terminal.waitUntil("the shell") { !$0.isAlternate }
      try terminal.type("exit\r")
      #expect(try terminal.waitForExit() == .exited(0))

      let run = try #require(
        try server.run("appstream-console", "runs", "--output", "json").json["Runs"]?.elements.first
      )
      #expect(run["State"]?.text == "finished")
      _ = try server.run("appstream-console", "runs", "resume", try #require(run["Run"]?.text), "--yes")
      try await expectNothingSentTwice(emulator)
      for stack in 1...3 { #expect(try await emulator.users(on: "stack-000\(stack)").isEmpty) }
    }

    /// Opens the console, confirms a plan of 300, and waits until a part of it is done.
    ///
    /// - Returns: The program's process.
    private func begin(in terminal: EmulatedTerminal, on emulator: LiveEmulator) throws -> pid_t {
      try terminal.type("exec appstream-console\r")
      let console = ConsoleUnderTest(terminal: terminal)
      try console.plan(300, on: 3)
      try console.confirm("300 from 3 stacks")
      try terminal.waitUntil("the first answers") { $0.contains("100 of 300 sent") }
      let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
      let found = processes.first { process in
        text(of: "/proc/\(process)/comm") == "appstream-conso\n"
          && text(of: "/proc/\(process)/environ").contains(emulator.endpoint.description)
      }
      return try #require(found)
    }

    /// The nearest process above `process` whose program has this name.
    private func ancestor(of process: pid_t, named name: String) -> pid_t? {
      var current = process
      while current > 1 {
        let status = text(of: "/proc/\(current)/status").split(separator: "\n")
        let parent = status.first { $0.hasPrefix("PPid:") }?.split(separator: "\t").last.flatMap { pid_t($0) }
        guard let parent else { return nil }
        if text(of: "/proc/\(parent)/comm") == "\(name)\n" { return parent }
        current = parent
      }
      return nil
    }

    /// The content of a file of a process; nothing of one that is gone.
    private func text(of path: String) -> String {
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    private func expectTruth(of result: ProgramUnderTest.Result, _ emulator: LiveEmulator) async throws {
      var present: Set<Association> = []
      for stack in (1...3).map({ "stack-000\($0)" }) {
        for user in try await emulator.users(on: stack) {
          present.insert(Association(stackName: stack, userName: user))
        }
      }
      let entries = try result.json["Entries"]?.elements ?? []
      #expect(entries.count == 300)
      for entry in entries {
        let pair = entry["UserStackAssociation"]
        let association = Association(
          stackName: try #require(pair?["StackName"]?.text),
          userName: try #require(pair?["UserName"]?.text)
        )
        if entry["Outcome"]?.text == "removed" { #expect(!present.contains(association)) }
        if entry["Outcome"]?.text == "stopped" { #expect(present.contains(association)) }
        #expect(["removed", "stopped", "unknown"].contains(entry["Outcome"]?.text))
      }
    }

    private func expectNothingSentTwice(_ emulator: LiveEmulator) async throws {
      let answered = try await emulator.log().filter {
        $0.operation == "BatchDisassociateUserStack" && $0.status == 200
      }
      let sent = answered.flatMap { $0.input?.userStackAssociations ?? [] }
      #expect(Set(sent).count == sent.count)
    }
  }
}
