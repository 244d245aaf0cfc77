import FoundationEssentials
import Glibc
import TerminalTesting
import Testing

extension EndToEnd {
  /// What can be seen on the program as it ships, and on no debug build.
  @Suite(.enabled(if: ProgramUnderTest.shippedFolder != nil))
  struct `The program as it ships` {
    /// As who the program runs while another process of the same user looks at it.
    private static let nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    @Test(.enabled(if: geteuid() == 0)) func `shows its environment to nobody, the same user included`() async throws {
      let emulator = try LiveEmulator(faults: #"{"faults":[{"fault":"hang","operations":["DescribeStacks"]}]}"#)
      let terminal = try EmulatedTerminal(
        executable: Self.nobody[0],
        arguments: Self.nobody.dropFirst() + [try ProgramUnderTest.path(of: "appstream-console"), "stacks"],
        environment: emulator.environment.merging(["HOME": "/nonexistent"]) { $1 }
      )
      while try await emulator.log().isEmpty { await Task.yield() }
      let pid = try terminal.pid
      for look in ["cat /proc/\(pid)/environ", "cat /proc/\(pid)/maps", "cat /proc/\(pid)/mem", "ls /proc/\(pid)/fd"] {
        let read = try ProgramUnderTest.run(
          path: Self.nobody[0],
          arguments: Self.nobody.dropFirst() + ["/bin/sh", "-c", look]
        )
        #expect(read.status != .exited(0), "\(look)")
        #expect(read.standardOutput == "")
      }
      // Of a process that does not keep itself to itself the same user sees it all.
      let other = try ProgramUnderTest.run(
        path: Self.nobody[0],
        arguments: Self.nobody.dropFirst() + ["/bin/sh", "-c", "cat /proc/$$/environ"]
      )
      #expect(other.status == .exited(0))
    }

    @Test func `leaves no core file`() throws {
      let terminal = try EmulatedTerminal(
        executable: "/bin/sh",
        arguments: [
          "-c", "ulimit -c unlimited; exec \"$0\" --demo", try ProgramUnderTest.path(of: "appstream-console"),
        ]
      )
      try terminal.waitUntil("the list") { $0.contains("All stacks   900 of 900 shown") }
      let limits = String(
        decoding: try Data(contentsOf: URL(filePath: "/proc/\(try terminal.pid)/limits")),
        as: UTF8.self
      )
      let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") } ?? ""
      #expect(core.split(whereSeparator: { $0 == " " }).suffix(3) == ["0", "0", "bytes"])
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: ["appstream-console", "appstream-emulator"])
    func `needs only libraries that Debian has by the names in the README`(program: String) throws {
      let result = try ProgramUnderTest.run(path: "/usr/bin/ldd", arguments: [ProgramUnderTest.path(of: program)])
      let names = result.standardOutput.split(separator: "\n").compactMap { line in
        line.split(whereSeparator: \.isWhitespace).first?.split(separator: "/").last?.split(separator: ".").first
      }
      let allowed: Set = [
        "ld-linux-x86-64", "ld-linux-aarch64", "libc", "libgcc_s", "libm", "libncursesw", "libstdc++", "libtinfo",
        "libz", "linux-vdso",
      ]
      #expect(Set(names.map(String.init)).subtracting(allowed) == [])
      #expect(names.contains("libc"))
    }

    @Test func `is no bigger than it was`() throws {
      // Full Foundation, hidden from ldd by static linking, would add 50 MB.
      let attributes = try FileManager.default.attributesOfItem(
        atPath: ProgramUnderTest.path(of: "appstream-console")
      )
      let size = try #require(attributes[.size] as? UInt64)
      #expect(size < 48 << 20)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["REAL_TIME_TESTS"] != nil))
    func `starts in a blink`() throws {
      let path = try ProgramUnderTest.path(of: "appstream-console")
      let clock = ContinuousClock()
      let fastest = try (0..<20).map { _ in
        try clock.measure { _ = try ProgramUnderTest.run(path: path, arguments: ["--version"]) }
      }.min()
      #expect(fastest.map { $0 < .milliseconds(50) } == true, "\(String(describing: fastest))")
    }
  }
}
