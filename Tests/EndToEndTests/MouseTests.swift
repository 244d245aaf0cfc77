import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The mouse, where the settings ask for it.
  @Suite struct `The mouse` {
    @Test func `puts the cursor, scrolls and marks`() throws {
      let (terminal, settings) = try open("mouse = true")
      defer { settings.remove() }
      #expect(terminal.wrote("\u{1B}[?1002h\u{1B}[?1006h"))
      try terminal.type("\u{1B}[<0;60;8M\u{1B}[<0;60;8m")
      try terminal.waitUntil("the cursor") { $0.rows[7][39].text == ">" }
      try terminal.type("\u{1B}[<65;60;8M")
      try terminal.waitUntil("the rows to scroll") { $0.rows[4][39].text == ">" }
      try terminal.type("\u{1B}[<0;60;6M")
      try terminal.type("\u{1B}[<32;60;7M")
      try terminal.type("\u{1B}[<32;60;9M\u{1B}[<0;60;9m")
      try terminal.waitUntil("the marks") { $0.contains("4 rows marked.") }
      try terminal.type("u")
      try terminal.waitUntil("no marks") { $0.contains("0 marked") }
      try terminal.type("\u{1B}[<0;5;7M")
      try terminal.waitUntil("the stack's rows") { !$0.contains("All stacks   900") }
      try terminal.type("qq")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.wrote("\u{1B}[?1006l\u{1B}[?1002l"))
    }

    @Test func `never confirms a plan`() throws {
      let (terminal, settings) = try open("mouse = true")
      defer { settings.remove() }
      try terminal.type("   d")
      try terminal.waitUntil("the plan") { $0.contains("nothing has been sent") && $0.contains("Type  ") }
      let before = terminal.screen.lines.last { $0.contains("Type  ") }
      try terminal.type("\u{1B}[<0;20;38M\u{1B}[<0;20;38m\u{1B}[<65;20;12M")
      try terminal.waitUntilQuiet()
      #expect(terminal.screen.contains("nothing has been sent"))
      #expect(terminal.screen.lines.last { $0.contains("Type  ") } == before)
    }

    @Test func `is nothing unless it is asked for`() throws {
      let (terminal, settings) = try open("")
      defer { settings.remove() }
      try terminal.type("\u{1B}[<0;60;8M\u{1B}[<0;60;8m\u{1B}[<65;60;8M")
      try terminal.waitUntilQuiet()
      #expect(terminal.screen.rows[4][39].text == ">")
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      for part in ["?1000", "?1002", "?1003", "?1006"] { #expect(!terminal.wrote(part)) }
    }

    private func open(_ setting: String) throws -> (EmulatedTerminal, SettingsHome) {
      let settings = try SettingsHome("[console]\n\(setting)\n")
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: ["XDG_CONFIG_HOME": settings.path],
        size: Size(rows: 40, columns: 120)
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      try terminal.waitUntilQuiet()
      return (terminal, settings)
    }
  }
}

extension EmulatedTerminal {
  /// Whether the program has written `text`.
  func wrote(_ text: String) -> Bool { String(decoding: output, as: UTF8.self).contains(text) }
}
