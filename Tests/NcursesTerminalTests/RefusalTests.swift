import Screen
import TerminalTesting
import Testing

extension TerminalSuite {
  /// Where the console cannot open, it says why and names the commands that work without a screen.
  @Suite struct RefusalTests {
    @Test(arguments: [
      (
        "dumb",
        "A terminal of type dumb (TERM) cannot place its cursor, and the console needs that."
      ),
      (
        "no-such-terminal",
        "This host has no description of a terminal of type no-such-terminal (TERM). "
          + "Set TERM to one it has, such as xterm-256color or vt220."
      ),
      (
        "",
        "TERM is not set, so the console cannot know how to draw on this terminal. "
          + "Set it to the terminal's type, such as xterm-256color."
      ),
    ])
    func `a terminal that cannot be drawn on is refused before anything is sent to it`(
      name: String,
      sentence: String
    ) throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        environment: ["TERM": name],
        size: Size(rows: 24, columns: 300)
      )
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.normalScreenText == "refused: \(sentence) \(lineCommands)")
      #expect(!terminal.output.contains(0x1B))
      #expect(try terminal.modes == .cooked)
    }

    @Test func `a name that nobody could read is shortened`() throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        environment: ["TERM": String(repeating: "x", count: 5000)],
        size: Size(rows: 24, columns: 300)
      )
      #expect(try terminal.waitForExit() == .exited(2))
      let name = String(repeating: "x", count: 38) + ".."
      #expect(
        terminal.normalScreenText?.hasPrefix("refused: This host has no description of a terminal of type \(name) ")
          == true
      )
    }

    @Test func `standard input that is no terminal is refused`() throws {
      let result = try ProgramUnderTest.run("terminal-fixture")
      #expect(result.status == .exited(2))
      let sentence = "Standard input is not a terminal, and the console needs one."
      #expect(result.standardOutput == "refused: \(sentence) \(lineCommands)\n")
    }

    @Test func `standard output that is no terminal is refused`() throws {
      let terminal = try EmulatedTerminal(
        executable: "/bin/sh",
        arguments: ["-c", "\"$0\" > \"$HOME/out\"; cat \"$HOME/out\"", ProgramUnderTest.path(of: "terminal-fixture")],
        size: Size(rows: 24, columns: 300)
      )
      #expect(try terminal.waitForExit() == .exited(0))
      let sentence = "Standard output is not a terminal, and the console needs one."
      #expect(terminal.normalScreenText == "refused: \(sentence) \(lineCommands)")
      #expect(try terminal.modes == .cooked)
    }

    private let lineCommands =
      "These commands work on lines instead: appstream-console stacks, appstream-console disassociate."
  }

  /// Terminals other than the usual one, and other environments.
  @Suite struct OtherTerminalsTests {
    @Test(arguments: ["vt100", "vt220", "linux", "screen", "screen-256color", "tmux-256color", "rxvt", "xterm"])
    func `the console opens on it and gives it back`(name: String) throws {
      let terminal = try started(environment: ["TERM": name])
      #expect(terminal.screen.lines[2].hasPrefix("  bo@contr.example"))
      #expect(terminal.screen.lines[3].hasPrefix("  界界 wide"))
      try terminal.type("\u{1B}[B")
      try terminal.waitUntil("the cursor to move") { $0.lines[2].hasPrefix("> bo@") }
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.normalScreenText?.contains("left after") == true)
      #expect(try terminal.modes == .cooked)
    }

    @Test(arguments: [("vt100", false), ("linux", false), ("screen", true), ("tmux", true), ("xterm", true)])
    func `only terminals that mark pastes are asked to`(name: String, asked: Bool) throws {
      let terminal = try started(environment: ["TERM": name])
      #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[?2004h") == asked)
    }

    @Test(arguments: [("mono", "xterm-256color"), ("dark", "vt220"), ("light", "vt220"), ("dark", "xterm-mono")])
    func `without colours there are attributes`(theme: String, name: String) throws {
      let screen = try started(theme, environment: ["TERM": name]).screen
      #expect(
        screen.rows.joined().allSatisfy { $0.look.foreground == .ofTerminal && $0.look.background == .ofTerminal }
      )
      #expect(screen.look(of: "danger")?.isBold == true)
      #expect(screen.isReversed(row: 1, column: 2))
    }

    @Test(arguments: [("rxvt", "dark", ScreenText.Colour.indexed(2)), ("rxvt", "light", .indexed(4))])
    func `removed rows have a colour where text cannot be dim`(name: String, theme: String, colour: ScreenText.Colour)
      throws
    {
      let screen = try started(theme, environment: ["TERM": name]).screen
      #expect(screen.look(of: "removed") == ScreenText.Look(foreground: colour))
      #expect(screen.look(of: "dim") == ScreenText.Look())
    }

    @Test func `removed rows are underlined where there is neither dim text nor a colour`() throws {
      let screen = try started(environment: ["TERM": "vt220"]).screen
      #expect(screen.look(of: "removed") == ScreenText.Look(isUnderlined: true))
    }

    @Test(arguments: [("xterm-256color", UInt8(15)), ("xterm", 7), ("linux", 7)])
    func `the brighter white is used where there are 16 colours`(name: String, white: UInt8) throws {
      let screen = try started(environment: ["TERM": name]).screen
      #expect(screen.look(of: "protected")?.foreground == .indexed(white))
      #expect(screen.look(of: "protected")?.background == .indexed(1))
    }

    @Test func `the light theme has its own colours, and mono has none`() throws {
      #expect(try started("light").screen.look(of: "marked")?.foreground == .indexed(5))
      #expect(try started("dark").screen.look(of: "marked")?.foreground == .indexed(3))
      #expect(try started("mono").screen.look(of: "marked") == ScreenText.Look(isBold: true))
    }

    @Test(arguments: ["vt220", "linux"])
    func `a terminal that is not known to have a clipboard is sent nothing for it`(name: String) throws {
      let terminal = try started(environment: ["TERM": name])
      try terminal.press(.character("Y"))
      try terminal.waitUntil("the refusal") { $0.contains("copy: notKnownToTakeIt") }
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("]52;"))
    }

    @Test(arguments: ["C", "POSIX", "no_SUCH.locale"])
    func `text is UTF-8 in a locale that is not`(locale: String) throws {
      let screen = try started(environment: ["LC_ALL": locale]).screen
      #expect(screen.lines[3].hasPrefix("  界界 wide"))
    }

    @Test func `LINES and COLUMNS do not override the window's size`() throws {
      let screen = try started(environment: ["LINES": "10", "COLUMNS": "20"]).screen
      #expect(screen.lines[0] == "fixture 80x24")
      #expect(screen.lines[23].hasSuffix("end"))
    }

    @Test(arguments: ["vt220", "xterm"])
    func `LINES leaves no part of the screen to scroll by itself`(name: String) throws {
      let terminal = try started(environment: ["TERM": name, "LINES": "10"])
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("[1;10r"))
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      try terminal.overwrite((1...30).map { "line \($0)\r\n" }.joined())
      #expect(terminal.screen.lines[22] == "line 30")
      #expect(terminal.screen.lines[0] == "line 8")
    }

    @Test func `LINES and COLUMNS are the size where the terminal has none`() throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        environment: ["LINES": "20", "COLUMNS": "70"],
        reportedSize: Size(rows: 0, columns: 0)
      )
      try terminal.waitUntil("the first frame") { $0.lines[0] == "fixture 70x20" && $0.lines[19].hasSuffix("end") }
    }

    private func started(_ theme: String = "dark", environment: [String: String] = [:]) throws -> EmulatedTerminal {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        arguments: [theme],
        environment: environment
      )
      try terminal.waitUntil("the first frame") { $0.contains("end") }
      return terminal
    }
  }
}
