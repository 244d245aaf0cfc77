import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// Whole jobs in a service that throttles and fails: how many keys each takes, and whether the service's record
  /// agrees with what the screen says at its end.
  @Suite struct `A job on 80x24` {
    private static let throttle =
      #"{"fault":"throttle","rate":2,"burst":2,"operations":["BatchDisassociateUserStack"]}"#

    private static func user(_ number: Int) -> String {
      let digits = String(number)
      return "user-\(String(repeating: "0", count: 6 - digits.count))\(digits)@load.example"
    }

    private static func failure(of user: String, on stack: String, times: Int? = nil) -> String {
      #"{"fault":"item","userName":"\#(user)","stackName":"\#(stack)","code":"INTERNAL_ERROR","#
        + (times.map { #""times":\#($0),"# } ?? "") + #""operations":["BatchDisassociateUserStack"]}"#
    }

    private func open(_ seed: String, rows: Int, faults: String...) throws -> Operator {
      let faults = ([Self.throttle] + faults).joined(separator: ",")
      return try Operator(
        on: LiveEmulator("--seed", seed, faults: "{\"faults\":[\(faults)]}"),
        home: StateHome(),
        rows: rows
      )
    }

    @Test func `removes one row with five keys at most`() async throws {
      var job = try open("3x60x120", rows: 120)
      let before = try await job.record(of: 3)
      try job.enter("\(Self.user(7)) stack-0001", at: "/")
      try job.press("d")
      try job.confirm()
      try job.wait(for: "1 removed")
      #expect(job.keys <= 5)
      #expect(try await before.subtracting(job.record(of: 3)) == ["stack-0001 \(Self.user(7))"])
    }

    @Test func `takes one person off all stacks with six keys at most`() async throws {
      var job = try open("3x60x120", rows: 120)
      let before = try await job.record(of: 3)
      try job.enter(Self.user(7), at: "/")
      try job.press("ad")
      try job.confirm()
      try job.wait(for: "2 removed")
      #expect(job.keys <= 6)
      let left = try await job.record(of: 3)
      #expect(!left.contains { $0.hasSuffix(Self.user(7)) } && before.count - left.count == 2)
    }

    @Test func `takes all with a word off a stack, but for two people, with twelve keys at most`() async throws {
      var job = try open("3x60x120", rows: 120, faults: Self.failure(of: Self.user(1), on: "stack-0001"))
      let before = try await job.record(of: 3)
      try job.enter("stack:stack-0001 user-00000", at: "/")
      let kept = [Self.user(4), Self.user(7)]
      let matching = before.filter { $0.hasPrefix("stack-0001 user-00000") }
      let leaving = matching.filter { row in !kept.contains { row.hasSuffix($0) } }
      try job.press("a")
      try job.enter(" \(kept[0])|\(kept[1])", at: "/")
      try job.press("i\u{1B}d")
      try job.confirm()
      try job.wait(for: "\(leaving.count - 1) removed, 1 failed")
      #expect(job.keys <= 12)
      #expect(try await before.subtracting(job.record(of: 3)) == leaving.subtracting(["stack-0001 \(Self.user(1))"]))
    }

    @Test func `removes sixty rows by a range with eight keys at most`() async throws {
      var job = try open("3x60x120", rows: 120)
      let before = try await job.record(of: 3)
      try job.press("v59jvd")
      try job.confirm()
      try job.wait(for: "60 removed")
      #expect(job.keys <= 8)
      #expect(try await job.record(of: 3).count == before.count - 60)
    }

    @Test func `tries failed rows again with four keys at most`() async throws {
      var job = try open(
        "1x30x30",
        rows: 30,
        faults: Self.failure(of: Self.user(3), on: "stack-0001", times: 1)
      )
      try job.press("ad")
      try job.confirm()
      try job.wait(for: "29 removed, 1 failed")
      let before = job.keys
      try job.press("R")
      try job.confirm()
      try job.wait(for: "1 removed")
      #expect(job.keys - before <= 4)
      #expect(try await job.record(of: 1).isEmpty)
    }

    @Test func `finishes after a lost connection with five keys at most`() async throws {
      let faults = #"{"faults":[{"fault":"hang","times":2,"operations":["BatchDisassociateUserStack"]}]}"#
      let (emulator, home) = (try LiveEmulator("--seed", "3x20x60", faults: faults), try StateHome())
      var job = try Operator(on: emulator, home: home, rows: 60)
      try job.press("ad")
      try job.confirm()
      try job.terminal.waitUntil("the calls to be under way") { $0.lines.count { $0.hasSuffix(" sent") } > 5 }
      try job.terminal.signal(SIGKILL)
      #expect(try job.terminal.waitForExit() == .signalled(SIGKILL))
      job = try Operator(on: emulator, home: home, rows: 60)
      try job.press("L")
      try job.terminal.waitUntil("the run") { $0.contains("interrupted") && $0.contains("R resume") }
      try job.press("R")
      try job.confirm()
      try job.wait(for: "60 removed")
      #expect(job.keys <= 5)
      #expect(try await job.record(of: 3).isEmpty)
    }

    @Test func `puts five people of a run of 193 back with twelve keys at most`() async throws {
      let (emulator, home) = (try LiveEmulator("--seed", "1x193x193"), try StateHome())
      let removal = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(removal.status == .exited(0))
      let people = [3, 50, 77, 120, 193].map { Self.user($0) }
      var job = try Operator(on: emulator, home: home, rows: 0)
      try job.press("L")
      try job.terminal.waitUntil("the run") { $0.contains("193 removed") }
      try job.press("\r")
      try job.terminal.waitUntil("its rows") { $0.contains("of 193") }
      try job.enter(people.joined(separator: "|"), at: "/")
      try job.press("aU")
      try job.confirm()
      try job.wait(for: "5 restored")
      #expect(job.keys <= 12)
      #expect(try await job.record(of: 1) == Set(people.map { "stack-0001 \($0)" }))
    }

    @Test func `writes the evidence for a ticket with four keys at most`() async throws {
      var job = try open("1x30x30", rows: 30, faults: Self.failure(of: Self.user(3), on: "stack-0001"))
      try job.press("ad")
      try job.confirm()
      try job.wait(for: "29 removed, 1 failed")
      let before = job.keys
      let file = "\(job.home.path)/receipt.json"
      try job.press("e")
      try job.terminal.press(.control("u"))
      try job.terminal.type(file)
      try job.terminal.waitUntilQuiet()
      try job.press("\r")
      try job.terminal.waitUntil("the file") { _ in FileManager.default.fileExists(atPath: file) }
      #expect(job.keys - before <= 4)
      let receipt = try String(contentsOf: URL(filePath: file), encoding: .utf8)
      #expect(receipt.contains(Self.user(3)) && receipt.contains("INTERNAL_ERROR"))
      #expect(try await job.record(of: 1) == ["stack-0001 \(Self.user(3))"])
    }
  }
}
