import FoundationEssentials
import TerminalTesting
import Testing

extension EndToEnd {
  /// Keys by the thousand, as from a key that is stuck.
  @Suite struct `A flood of keys` {
    @Test func `asks once for what is being read, and takes no memory for the rest`() async throws {
      let emulator = try LiveEmulator(
        "--seed",
        "12x50x600",
        faults: #"{"faults":[{"fault":"hang","operations":["DescribeStacks"],"after":1}]}"#
      )
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        environment: emulator.environment
      )
      try terminal.waitUntil("every row") { $0.contains("600 of 600 shown") }
      let before = try Self.residentMegabytes(of: terminal.pid)
      for _ in 0..<100 {
        try terminal.type(String(repeating: "r", count: 100))
        // The terminal's own buffer holds 4 kB.
        try terminal.waitUntilQuiet(for: .milliseconds(5))
      }
      try terminal.type("?")
      try terminal.waitUntil("the help, which is behind them") { $0.contains("-- HELP") }
      #expect(try await emulator.log().count { $0.operation == "DescribeStacks" } == 2)
      #expect(try Self.residentMegabytes(of: terminal.pid) - before < 40)
    }

    /// What a process holds in memory (proc(5), `/proc/PID/status`).
    private static func residentMegabytes(of pid: Int32) throws -> Int {
      let status = try String(contentsOf: URL(filePath: "/proc/\(pid)/status"), encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
      return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
    }
  }
}
