import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The terminal's bell and its window's title, where the settings ask for them.
  @Suite struct `Bell and title` {
    @Test(arguments: [("bell = true", 1, false), ("title = true", 0, true), ("", 0, false)])
    func `are used where the settings ask for them`(setting: String, rings: Int, hasTitle: Bool) throws {
      let settings = try SettingsHome("[console]\n\(setting)\n")
      defer { settings.remove() }
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: ["XDG_CONFIG_HOME": settings.path],
        size: Size(rows: 40, columns: 120)
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      try terminal.type("  d")
      try terminal.waitUntil("the line that asks") { $0.contains("Type  ") }
      let line = try #require(terminal.screen.lines.first { $0.hasPrefix("Type  ") })
      let phrase = try #require(line.firstMatch(of: /Type  (.+)  and Enter:/)).1
      try terminal.confirm(String(phrase))
      try terminal.waitUntil("the end of the run") { $0.contains("U undo") }
      try terminal.waitUntilQuiet()
      let titles = "\u{1B}]2;appstream-console "
      #expect(terminal.wrote(titles) == hasTitle)
      #expect(terminal.output.split(separator: Array(titles.utf8)).count == (hasTitle ? 2 : 1))
      // A title ends with the same sign.
      #expect(terminal.output.count { $0 == 7 } == rings + (hasTitle ? 1 : 0))
      try terminal.type("qqqq")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.wrote("\u{1B}]2;\u{7}\u{1B}[23;2t") == hasTitle)
    }
  }
}
