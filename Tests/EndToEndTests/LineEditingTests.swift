import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The keys of a line that is edited, as a terminal sends them to the program itself.
  @Suite struct `Lines that are edited` {
    @Test func `as in a shell, and come back with Up`() throws {
      let terminal = try open()
      try press(terminal, "/", "b", "n", "\u{1B}[D", "e", shows: "/ben")
      try press(terminal, "\u{1B}[H", "\u{1B}[3~", shows: "/en")
      try press(terminal, "\u{5}", " ", "x", "\u{17}", "\u{1}", "q", "\u{b}", shows: "/q")
      try press(terminal, "\u{15}", "\u{1B}OA", shows: "900 of 900 shown")
      try press(terminal, "a", "d", "a", "\r", shows: "/ada")
      try press(terminal, "/", "\u{15}", "\u{1B}[A", shows: "/ada")
      try press(terminal, "\u{1B}[B", shows: "900 of 900 shown")
    }

    @Test func `and take one pasted line, but not several, which are people`() throws {
      let terminal = try open()
      try press(terminal, ":", "\u{1B}[200~sort stack\r\u{1B}[201~", shows: ":sort stack")
      let people = "ada.byron@contr.example\rbo.diaz@contr.example\r"
      try press(terminal, "\u{1B}[200~\(people)\u{1B}[201~", shows: "PEOPLE FROM pasted lines")
      #expect(!terminal.screen.contains(":sort stack"))
    }

    /// Sends keys, each in a write of its own, and waits for what they come to.
    private func press(_ terminal: EmulatedTerminal, _ keys: String..., shows text: String) throws {
      for key in keys {
        try terminal.type(key)
        try terminal.waitUntilQuiet()
      }
      try terminal.waitUntil(text) { screen in
        screen.lines.contains { $0.hasSuffix(text) || $0.contains(text + " ") || $0.contains(text + ",") }
      }
    }

    private func open() throws -> EmulatedTerminal {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"]
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      try terminal.waitUntilQuiet()
      return terminal
    }
  }
}
