import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// Text that is pasted on a terminal that marks no pastes.
  ///
  /// It takes its time, so it runs where `REAL_TIME_TESTS` says that nothing else does.
  @Suite(.enabled(if: ProcessInfo.processInfo.environment["REAL_TIME_TESTS"] != nil, "needs REAL_TIME_TESTS=1"))
  struct `A megabyte of unmarked paste` {
    private static let text = "dy 60 from 3 stacks a i x ada.byron@contr.example "

    @Test(arguments: ["", "/", ":", "d"])
    func `costs less than 100 MB, does nothing, and leaves Ctrl-C to work`(before: String) throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: ["TERM": "vt220"]
      )
      terminal.link.answers = false
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      for key in before {
        try terminal.type(String(key))
        try terminal.waitUntilQuiet(for: .milliseconds(400))
      }
      var bytes = Array(String(repeating: Self.text, count: (1 << 20) / Self.text.utf8.count).utf8)[...]
      try terminal.waitUntil("the paste to be taken", timeout: .seconds(110)) { _ in
        bytes = bytes.dropFirst(try terminal.sendWhatFits(bytes))
        return bytes.isEmpty
      }
      let peak = try #require(try Self.peak(of: terminal.pid))
      #expect(peak < 100 << 20)
      // A prompt or a plan is cancelled by the first, and the console left by the second.
      try terminal.waitUntilQuiet(for: .milliseconds(400))
      try terminal.type("\u{3}")
      try terminal.waitUntilQuiet(for: .milliseconds(400))
      if !before.isEmpty { try terminal.type("\u{3}") }
      #expect(try terminal.waitForExit(timeout: .seconds(5)) == .exited(0))
      #expect(try terminal.modes == .cooked)
    }

    /// The most memory that a process has had so far (proc(5), VmHWM), in bytes.
    private static func peak(of pid: pid_t) throws -> Int? {
      let status = try String(contentsOf: URL(filePath: "/proc/\(pid)/status"), encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
    }
  }
}
