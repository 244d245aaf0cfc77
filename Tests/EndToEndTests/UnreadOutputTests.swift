import FoundationEssentials
import Glibc
import TerminalTesting
import Testing

extension EndToEnd {
  /// A command whose standard output or error is a pipe that nobody reads, as behind a pager that nobody pages.
  @Suite struct `A command that nobody reads` {
    /// On so many stacks that the lines about them do not fit in what room there is.
    private static let removal = ["disassociate", "--yes"] + (1...160).flatMap { ["--stack", name(of: $0)] }
    private static let streams: [Set<CInt>] = [[STDERR_FILENO], [STDOUT_FILENO], [STDOUT_FILENO, STDERR_FILENO]]

    @Test(arguments: streams.map { (SIGTERM, $0) } + [SIGINT, SIGHUP].map { ($0, [STDOUT_FILENO, STDERR_FILENO]) })
    func `finishes its run, and ends at the first signal then`(signal: CInt, unread: Set<CInt>) async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "160x2x320")
      let program = try RunningProgram(
        "appstream-console",
        arguments: Self.removal,
        environment: emulator.environment.merging(home.environment) { $1 },
        unread: unread
      )
      try await Self.wait("the run to finish") { try Self.hasFinished(home) }
      program.signal(signal)
      try await Self.wait("the program to end") { program.ending() != nil }
      let ending = try #require(program.ending())
      #expect([.exited(0), .signalled(signal)].contains(ending), "\(ending)")
    }

    @Test(arguments: streams)
    func `and that is stopped leaves within 12 s, at the first signal`(unread: Set<CInt>) async throws {
      let home = try StateHome()
      let slow = """
        {"faults":[{"fault":"throttle","rate":0.01,"burst":1,"operations":["BatchDisassociateUserStack"]}]}
        """
      let emulator = try LiveEmulator("--seed", "160x2x320", faults: slow)
      let program = try RunningProgram(
        "appstream-console",
        arguments: Self.removal,
        environment: emulator.environment.merging(home.environment) { $1 },
        unread: unread
      )
      try await Self.wait("the throttling") {
        guard let run = try home.runs.first else { return false }
        return try home.recordTypes(of: run).contains("throttled")
      }
      let start = ContinuousClock.now
      program.signal(SIGTERM)
      try await Self.wait("the program to end") { program.ending() != nil }
      #expect(ContinuousClock.now - start < .seconds(12))
      #expect(program.ending() == .exited(1))
      #expect(try Self.hasFinished(home))
    }

    private static func name(of stack: Int) -> String {
      "stack-" + String(10_000 + stack).dropFirst()
    }

    private static func hasFinished(_ home: StateHome) throws -> Bool {
      guard let run = try home.runs.first else { return false }
      return try home.recordTypes(of: run).last == "finished"
    }

    private static func wait(_ what: String, until condition: () throws -> Bool) async throws {
      let deadline = ContinuousClock.now + .seconds(20)
      while try !condition() {
        guard ContinuousClock.now < deadline else { throw TestingError("Waited in vain for \(what).") }
        try await Task.sleep(for: .milliseconds(10))
      }
    }

    @Test func `a run does not wait for whoever does not read its progress`() async throws {
      let home = try StateHome()
      let slow = #"{"faults":[{"fault":"delay","milliseconds":500,"operations":["BatchDisassociateUserStack"]}]}"#
      let emulator = try LiveEmulator("--seed", "1x200x200", faults: slow)
      let pipe = "\(home.path)/progress"
      #expect(mkfifo(pipe, 0o600) == 0)
      let reader = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
      defer { close(reader) }
      let terminal = try EmulatedTerminal(
        executable: "/bin/sh",
        arguments: [
          "-c", "exec \"$0\" disassociate --stack stack-0001 --yes 2>\"$1\"",
          try ProgramUnderTest.path(of: "appstream-console"), pipe,
        ],
        environment: emulator.environment.merging(home.environment) { $1 }
      )
      func types() -> [String] { (try? home.runs.first.map { try home.recordTypes(of: $0) }) ?? [] }
      try terminal.waitWithoutReading(for: "the first call") { types().contains("sending") }
      let bytes = [UInt8](repeating: UInt8(ascii: "."), count: 4096)
      while write(reader, bytes, bytes.count) > 0 {}
      while write(reader, bytes, 1) > 0 {}
      try terminal.waitWithoutReading(for: "the end of the run") { types().last == "finished" }
      var text: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65536)
      try terminal.waitWithoutReading(for: "the summary, once somebody reads") {
        let count = read(reader, &buffer, buffer.count)
        if count > 0 { text += buffer[..<count] }
        return String(decoding: text, as: UTF8.self).contains("200 removed (8 write calls")
      }
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }
}
