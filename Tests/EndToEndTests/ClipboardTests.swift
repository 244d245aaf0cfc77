import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The row under the cursor, on its way to the clipboard of the terminal's user.
  @Suite struct `The clipboard` {
    @Test(
      arguments: [
        ([:], "\u{1B}]52;c;"), (["TMUX": "/tmp/tmux-1000/default,1,0"], "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;"),
        (["TERM": "screen", "STY": "1.pts-0.bastion"], "\u{1B}P\u{1B}]52;c;"),
      ] as [([String: String], String)]
    )
    func `gets the row, also through what stands between`(environment: [String: String], start: String) throws {
      let terminal = try open(environment)
      try terminal.type("Y")
      try terminal.waitUntil("the word that it was sent") { $0.contains("sent to the terminal") }
      #expect(String(decoding: terminal.output, as: UTF8.self).contains(start))
    }

    @Test func `gets nothing from a terminal that has none`() throws {
      let terminal = try open(["TERM": "vt220"])
      try terminal.type("Y")
      try terminal.waitUntil("why not") { $0.contains("not known to take text for its clipboard") }
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("]52;"))
    }

    private func open(_ environment: [String: String]) throws -> EmulatedTerminal {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: environment
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      try terminal.waitUntilQuiet()
      return terminal
    }
  }
}
