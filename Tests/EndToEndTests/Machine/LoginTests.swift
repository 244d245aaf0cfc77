import FoundationEssentials
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The installed program in every kind of terminal that somebody may come with.
  @Suite(.enabled(if: Machine.folder != nil), .timeLimit(.minutes(10)))
  struct `A login over SSH` {
    private static let terminals = [
      "xterm-256color", "screen-256color", "tmux-256color", "linux", "vt220", "vt100",
    ]

    @Test func `shows the console with every TERM, in every locale`() throws {
      let emulator = try LiveEmulator("--seed", "demo")
      let server = try SecureShellServer(for: emulator)
      for name in Self.terminals {
        for locale in ["C", "C.UTF-8", "xx_XX.UTF-8"] {
          let terminal = try server.logIn(
            environment: ["TERM": name, "LANG": locale, "LC_ALL": locale],
            size: EmulatedTerminal.usualSize
          )
          try lookAndLeave(in: terminal, "\(name), \(locale)")
        }
      }
    }

    @Test(arguments: ["tmux", "screen"])
    func `works inside a terminal multiplexer`(multiplexer: String) throws {
      let emulator = try LiveEmulator("--seed", "demo")
      let server = try SecureShellServer(for: emulator)
      defer { withExtendedLifetime(server) {} }
      let terminal = try server.logIn(size: Size(rows: 30, columns: 100))
      // Without a status line, since its clock could change the screen at any time.
      let tmux = "tmux -S ~/socket -f /dev/null new-session \\; set status off"
      let start = multiplexer == "tmux" ? tmux : "screen -c /dev/null"
      try terminal.type("clear; \(start)\r")
      try terminal.waitUntil("the multiplexer") { $0.isAlternate || $0.contains("Screen version") }
      if multiplexer == "screen" {
        try terminal.type(" ")
      }
      try terminal.type("\rclear; echo $TERM\r")
      try terminal.waitUntil("its shell") { $0.contains(multiplexer == "tmux" ? "tmux" : "screen") }
      try terminal.type("clear; appstream-console; echo ended $?\r")
      try terminal.waitUntil("the list") { $0.contains("All stacks   900 of 900 shown") }
      try terminal.type("?")
      try terminal.waitUntil("the help") { $0.contains("-- HELP") }
      try terminal.type("qq")
      try terminal.waitUntil("the shell again") { $0.contains("ended 0") }
      #expect(!terminal.screen.contains("All stacks   900 of 900 shown"))
      // A multiplexer outlives the connection that it was started from, but not its last shell.
      try terminal.type("exit\r")
      try terminal.waitUntil("the end of the multiplexer") { screen in
        ["[exited]", "[screen is terminating]"].contains { screen.contains($0) }
      }
      try terminal.type("exit\r")
      #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `works for another user, whose terminal it is not`() throws {
      let terminal = try Machine.bastion.terminal(["/bin/su", "-", "other"])
      try terminal.waitUntil("the shell") { $0.contains("~$") }
      // The terminal is root's: it cannot be opened again under its name.
      try terminal.type("test -w $(tty) || echo not mine; appstream-console --demo; echo ended $?\r")
      try terminal.waitUntil("the list") { $0.contains("All stacks   900 of 900 shown") }
      try terminal.type("/phys")
      try terminal.waitUntil("the filter") { $0.contains("physics") }
      try terminal.type("\r")
      try terminal.waitUntil("the list's keys") { $0.contains("? help") }
      try terminal.type("q")
      try terminal.waitUntil("the shell again") { !$0.isAlternate && $0.contains("ended 0") }
      #expect(terminal.screen.contains("not mine"))
    }

    @Test func `without a terminal runs commands, and says what the console wants`() throws {
      let emulator = try LiveEmulator("--seed", "demo")
      let server = try SecureShellServer(for: emulator)
      let listed = try server.run("appstream-console", "stacks", "--output", "json")
      #expect(listed.status == .exited(0))
      #expect(try listed.json["Stacks"]?.elements.count == 12)
      let console = try server.run("appstream-console")
      #expect(console.status == .exited(2))
      #expect(console.standardError.contains("terminal"))
      let unconfirmed = try server.run("appstream-console", "disassociate", "--stack", "physics-exam")
      #expect(unconfirmed.status == .exited(4))
    }

    /// Opens the console, looks at a row, and leaves.
    private func lookAndLeave(in terminal: EmulatedTerminal, _ what: String) throws {
      try terminal.type("clear; appstream-console; echo ended $?\r")
      try terminal.waitUntil("the list, \(what)") { $0.contains("All stacks   900 of 900 shown") }
      try terminal.type("l")
      try terminal.waitUntil("the rows, \(what)") { $0.contains("@contr.example") }
      try terminal.type("q")
      try terminal.waitUntil("the shell again, \(what)") { $0.contains("ended 0") }
      let screen = terminal.screen
      #expect(!screen.isAlternate, "\(what)")
      #expect(screen.isCursorVisible, "\(what)")
      try terminal.type("exit\r")
      #expect(try terminal.waitForExit() == .exited(0), "\(what)")
    }
  }
}
