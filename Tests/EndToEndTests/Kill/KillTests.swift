import AppStream
import FoundationEssentials
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  /// The program is killed with SIGKILL in the middle of a run, and `runs resume` finishes the run.
  @Suite(.timeLimit(.minutes(10)))
  struct `Killing the program` {
    private static let moments = ["before", "torn", "after"]
    /// Each with a program under test; most of what they do is wait.
    private static let runsAtOnce = 3

    private static func faults(runs: Int, _ others: String = "") -> String {
      let failures = (0..<runs).map {
        """
        {"fault":"item","userName":"\(KilledRun.user(KilledRun.failing))","stackName":"\(KilledRun.secondStack($0))",
         "code":"USER_NAME_NOT_FOUND","operations":["BatchDisassociateUserStack"]}
        """
      }
      return #"{"faults":[\#((failures + (others.isEmpty ? [] : [others])).joined(separator: ","))]}"#
    }

    @Test func `at every line of its journal`() async throws {
      let most = 60
      let emulator = try LiveEmulator(
        "--seed",
        "\(2 * most)x\(KilledRun.usersPerStack)x\(2 * most * KilledRun.usersPerStack)",
        faults: Self.faults(runs: most)
      )
      let whole = try KilledRun(0, on: emulator)
      #expect(try whole.run().status == .exited(1))
      let lines = try #require(try whole.journal()).lines.count
      try #require((10..<most / Self.moments.count).contains(lines))
      let steps = (1...lines).flatMap { line in Self.moments.map { (moment: $0, line: line) } }
      let address = EmulatorAddress(endpoint: emulator.endpoint)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, step) in steps.enumerated() {
          if index >= Self.runsAtOnce { try await group.next() }
          group.addTask {
            let run = try KilledRun(index + 1, on: address)
            let result = try await onThreadOfItsOwn { try run.run(killed: step.moment, line: step.line) }
            #expect(result.status == .exited(137), "\(step): \(result.standardError)")
            try await finish(run, "\(step)")
          }
        }
        try await group.waitForAll()
      }
      withExtendedLifetime(emulator) {}
    }

    @Test(arguments: [0, 1], [true, false])
    func `during a call`(callsBefore: Int, isApplied: Bool) async throws {
      let hanging = """
        {"fault":"hang","applied":\(isApplied),"after":\(callsBefore),"times":1,
         "operations":["BatchDisassociateUserStack"]}
        """
      let emulator = try LiveEmulator(
        "--seed",
        "2x\(KilledRun.usersPerStack)x\(2 * KilledRun.usersPerStack)",
        faults: Self.faults(runs: 1, hanging)
      )
      let run = try KilledRun(0, on: emulator)
      let program = try RunningProgram("appstream-console", arguments: run.arguments, environment: run.environment)
      while try await !emulator.log().contains(where: { $0.isBatch && $0.status == nil }) {
        try #require(program.ending() == nil)
      }
      program.kill()
      #expect(program.ending() == .signalled(9))
      try await finish(run, "during call \(callsBefore + 1), applied: \(isApplied)")
      withExtendedLifetime(emulator) {}
    }

    /// Resumes a run that was killed, and compares what it says with the service and with what was sent.
    private func finish(_ run: KilledRun, _ step: String) async throws {
      let sentBefore = try await run.batches().count
      guard let (id, lines) = try run.journal(), !lines.isEmpty else {
        // Killed before its plan was on disk.
        #expect(sentBefore == 0, "\(step)")
        return
      }
      let answered = run.answered(in: lines)
      let result = try await onThreadOfItsOwn { try run.resume(id) }
      #expect(result.status == .exited(1), "\(step): \(result.standardError)")
      let sentAfter = try await run.batches().dropFirst(sentBefore).joined()
      #expect(answered.isDisjoint(with: sentAfter), "\(step): sent again what had been answered")
      let outcomes = try result.json["Entries"]?.elements.map { $0["Outcome"]?.text } ?? []
      let present = try await run.present()
      #expect(outcomes == run.entries.map { present.contains($0) ? "failed" : "removed" }, "\(step)")
      #expect(present == [run.entries[KilledRun.usersPerStack + KilledRun.failing - 1]], "\(step)")
      let again = try await onThreadOfItsOwn { try run.resume(id) }
      #expect(again.standardError.contains("Nothing of run \(id) is left"), "\(step)")
    }
  }
}

extension LoggedRequest {
  fileprivate var isBatch: Bool { operation == "BatchDisassociateUserStack" }
}
