import FoundationEssentials
import Glibc
import TerminalTesting
import Testing

extension EndToEnd {
  /// The program as it ships crashes, where the Swift runtime can report that; a user's machine rarely has the means.
  ///
  /// A debug build has the runtime in a library of its own, which reads its settings before the program can add any.
  @Suite(.enabled(if: ProgramUnderTest.shippedFolder != nil && Toolchain.root != nil))
  struct `A crash` {
    private static let asked: [[String: String]] = [
      [:], ["SWIFT_BACKTRACE": ""], ["SWIFT_BACKTRACE": "interactive=yes,registers=all,timeout=60s"],
    ]

    @Test(arguments: [SIGILL, SIGSEGV, SIGABRT], asked)
    func `is reported without registers and without a question`(signal: CInt, settings: [String: String]) throws {
      let toolchain = try #require(Toolchain.root)
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: settings.merging(["SWIFT_ROOT": toolchain]) { $1 }
      )
      try terminal.waitUntil("the list") { $0.contains("All stacks   900 of 900 shown") }
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signalled(signal))
      #expect(try terminal.modes == .cooked)
      #expect(terminal.screen.isAlternate == false)
      let report = String(decoding: terminal.output, as: UTF8.self)
      #expect(report.contains("Program crashed"))
      #expect(!report.contains("Registers"))
      #expect(!report.contains("Press"))
    }
  }
}

/// The Swift toolchain of this machine.
enum Toolchain {
  /// The folder that the runtime finds its own programs below, such as `/usr`; `nil` where there is none.
  static let root: String? = {
    let places = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let programs = places.map { place -> String in "\(place)/swift" }.filter { access($0, X_OK) == 0 }
    let roots = programs.compactMap { program -> String? in
      guard let real = realpath(program, nil) else { return nil }
      defer { free(real) }
      return String(cString: real).split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
    }
    return roots.first { access("\($0)/libexec/swift/linux/swift-backtrace", X_OK) == 0 }
  }()
}
