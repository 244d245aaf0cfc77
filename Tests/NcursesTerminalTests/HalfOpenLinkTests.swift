import Glibc
import Screen
import TerminalTesting
import Testing

extension TerminalSuite {
  /// A terminal that takes nothing any more, as one behind a connection that broke without a word.
  @Suite struct HalfOpenLinkTests {
    /// More frames than any terminal's buffer holds, each drawn anew.
    private static let frames = 400
    private let terminal: EmulatedTerminal

    init() throws {
      terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        // The runtime's report of a crash would ask a question first.
        environment: ["SWIFT_BACKTRACE": "interactive=no,color=no"]
      )
      try terminal.waitUntil("the first frame") { $0.contains("end") }
    }

    @Test func `a program whose frames nobody reads goes on, and then shows its newest state`() throws {
      let pid = try terminal.pid
      try flood()
      try terminal.type("m")
      try terminal.waitWithoutReading(for: "the program to act on a key") { isThere("alive") }

      try terminal.waitUntil("the newest state") { $0.notes.last?.hasPrefix("character(\"m\")") == true }
      #expect(terminal.screen.lines[0] == "fixture 80x24")
      #expect(terminal.screen.lines[1].hasPrefix("  ada@"))
      #expect(terminal.screen.lines[6].hasPrefix("> "))
      try terminal.press(.up)
      try terminal.waitUntil("keys to work as before") { $0.lines[5].hasPrefix("> ") }
      #expect(kill(pid, 0) == 0)
    }

    @Test func `frames that nobody could see any more are never sent`() throws {
      let before = terminal.bytesReceived
      try terminal.send([0x0C])
      try terminal.waitUntil("the redrawing") { $0.contains("control(\"l\")") }
      try terminal.waitUntilQuiet()
      let frame = terminal.bytesReceived - before
      let start = terminal.bytesReceived

      try flood()
      try terminal.type("m")
      try terminal.waitWithoutReading(for: "the program to act on a key") { isThere("alive") }
      try terminal.waitUntil("the newest state") { $0.notes.last?.hasPrefix("character(\"m\")") == true }
      try terminal.waitUntilQuiet()
      #expect(terminal.bytesReceived - start < Self.frames * frame / 2)
    }

    @Test(arguments: ["q", "x", "A"])
    func `a program that nobody watches any more can end, and gives the terminal back`(key: String) throws {
      let pid = try terminal.pid
      try flood()
      try terminal.type(key)
      try terminal.waitWithoutReading(for: "the program to end", timeout: .seconds(10)) {
        access("/proc/\(pid)", F_OK) != 0
      }
      let endings: [String: ProgramEnding] = ["q": .exited(0), "x": .exited(3), "A": .signalled(SIGABRT)]
      #expect(try terminal.waitForExit() == endings[key])
      #expect(!terminal.screen.isAlternate)
      #expect(terminal.screen.isCursorVisible)
      #expect(try terminal.modes == .cooked)
    }

    /// Has the program draw far more than the terminal holds, and reads none of it.
    private func flood() throws {
      for _ in 0..<5 { try terminal.type("\u{1B}OB") }
      for _ in 0..<Self.frames { try terminal.send([0x0C]) }
    }

    private func isThere(_ name: String) -> Bool {
      access("\(terminal.home)/\(name)", F_OK) == 0
    }
  }
}
