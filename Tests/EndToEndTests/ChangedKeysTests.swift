import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// Keys of a settings file, in the program itself.
  @Suite struct `Keys from the settings` {
    @Test func `do what they are for, and footer, help and sentences name them`() throws {
      let settings = try SettingsHome("[keys]\nremove = D\nmark = +\ndown = J Down\nundo-marks = z\n")
      defer { settings.remove() }
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"],
        environment: ["XDG_CONFIG_HOME": settings.path]
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") && $0.contains("D remove") }
      #expect(terminal.screen.contains("+ mark"))
      try terminal.type("J")
      try terminal.waitUntil("the cursor to move") { $0.lines[4].hasPrefix(">") }
      try terminal.type("d")
      try terminal.waitUntil("the sentence") { $0.contains("d does nothing here; ? lists the keys.") }
      try terminal.type("+c")
      try terminal.waitUntil("the other sentence") { $0.contains("1 mark cleared; z takes that back.") }
      // As rxvt, the Linux console and xterm send F1.
      for help in ["\u{1B}[11~", "\u{1B}[[A", "\u{1B}OP"] {
        try terminal.type(help)
        try terminal.waitUntil("the help") { $0.contains("-- HELP ") && $0.contains("D remove") }
        try terminal.type("\u{1B}")
        try terminal.waitUntil("the list") { !$0.contains("-- HELP ") }
      }
      try terminal.type("+")
      try terminal.waitUntil("the mark") { $0.contains("1 marked") }
      try terminal.type("D")
      try terminal.waitUntil("the plan") { $0.contains("1 from 1") }
    }

    @Test func `that cannot be are refused with file and line`() throws {
      let settings = try SettingsHome("[console]\nascii = true\n[keys]\nmark = x\n")
      defer { settings.remove() }
      let refused = try console(["stacks", "--demo"], environment: ["XDG_CONFIG_HOME": settings.path])
      #expect(refused.status == .exited(2))
      #expect(
        refused.standardError.contains("Line 4 of \(settings.path)/appstream-console/config cannot be used: x stops")
      )
    }
  }
}
