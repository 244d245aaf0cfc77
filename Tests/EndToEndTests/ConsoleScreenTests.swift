import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The console on its demo, as a person at 80x24 sees and uses it.
  @Suite struct `The console on its demo` {
    @Test func `opens on all stacks, and says how to go on`() throws {
      let terminal = try open()
      #expect(
        terminal.screen.lines.prefix(10).joined(separator: "\n") == """
          appstream-console  demo 123456789012  eu-west-1  DEMO
          All stacks   900 of 900 shown   0 marked
              USER ^                                                            STACK
          >   +shift=2@campus.example                                           staff-..ls
              a.person.whose.address.is.as.long.as.the.servic..@campus.example  histor..ve
              abe.olsen@contr.example                                           biolog..6a
              abe.olsen@contr.example                                           chemis..ab
            ~ Ada.Byron@contr.example                                           biolog..6a
            ~ ada.byron@contr.example                                           maths-open
              alba.abara@staff.campus.example                                   biolog..6a
          """
      )
      let footer = "Space mark  t people  m from a list  / filter  d remove  L runs  ? help  q quit"
      #expect(terminal.screen.lines.last == footer)
    }

    @Test func `finds, marks, plans, confirms, and shows what became of each row`() throws {
      let terminal = try open()
      try terminal.type("/")
      try terminal.type("ada.byron")
      try terminal.press(.enter)
      try terminal.waitUntil("the filter") { $0.contains("2 of 900 shown") }
      try terminal.type("a")
      try terminal.waitUntil("the marks") { $0.contains("2 marked") }
      try terminal.type("d")
      try terminal.waitUntil("the plan") { $0.contains("nothing has been sent") && $0.contains("checked ") }
      #expect(terminal.screen.contains("2 associations   2 people   2 stacks"))
      try terminal.confirm("2 from 2")
      try terminal.waitUntil("the end of the run") { $0.contains("2 removed   finished") }
      #expect(terminal.screen.lines[3..<20].count { $0.hasSuffix("removed") } == 2)
      try terminal.type("qq")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.normalScreenText?.contains("2 removed (journal ") == true)
    }

    @Test func `a paste cannot confirm, and Enter alone never means yes`() throws {
      let terminal = try open()
      try terminal.type(" ")
      try terminal.type("d")
      try terminal.waitUntil("the plan") { $0.contains("nothing has been sent") && $0.contains("checked ") }
      try terminal.waitUntil("the line that asks") { $0.contains("Type  1 from 1  and Enter:") }
      try terminal.type("\u{1B}[200~1 from 1\r\u{1B}[201~")
      try terminal.waitUntil("the refusal") { $0.contains("A paste confirms nothing: type it.") }
      try terminal.waitUntilQuiet(for: .milliseconds(350))
      try terminal.press(.enter)
      try terminal.waitUntil("the refusal") { $0.contains("Enter alone confirms nothing") }
      #expect(terminal.screen.contains("-- REMOVE --"))
      try terminal.type("q")
      try terminal.waitUntil("the list") { $0.contains("1 marked") && !$0.contains("PLAN") }
    }

    @Test func `text from the service is shown, not obeyed`() throws {
      let terminal = try open()
      let hostile: [UInt8] = [0x1B, UInt8(ascii: "]")]
      try terminal.type("/")
      try terminal.type("uma.vale")
      try terminal.press(.enter)
      try terminal.type("ad")
      try terminal.waitUntil("the plan") { $0.contains("nothing has been sent") && $0.contains("checked ") }
      try terminal.confirm("1 from 1")
      try terminal.waitUntil("the failure") { $0.contains("failed INTERNAL_ERROR") && $0.contains("finished") }
      try terminal.waitUntil("the message") { $0.contains("<U+001B>") }
      #expect(terminal.output.firstRange(of: hostile) == nil, "no title was set")
    }

    @Test func `an arrow key that arrives in pieces moves the cursor and types nothing`() throws {
      let terminal = try open()
      try terminal.type("\u{1B}")
      try terminal.type("OB")
      try terminal.waitUntil("the second row") { $0.lines[4].hasPrefix(">") }
      #expect(terminal.screen.contains("0 marked"))
    }

    @Test func `a window of any size is drawn in`() throws {
      let terminal = try open()
      for size in [Size(rows: 40, columns: 120), Size(rows: 5, columns: 20), Size(rows: 1, columns: 1)] {
        try terminal.resize(to: size)
        try terminal.waitUntilQuiet()
      }
      try terminal.resize(to: Size(rows: 40, columns: 120))
      try terminal.waitUntil("two panes") { $0.contains("12 stacks, 12 read") && $0.contains("900 of 900 shown") }
    }

    @Test func `Ctrl-Z gives the terminal to the shell, and fg brings the console back`() throws {
      let terminal = try open()
      try terminal.press(.control("z"))
      try terminal.waitForStop()
      #expect(!terminal.screen.isAlternate)
      #expect(try terminal.modes == .cooked)
      try terminal.continueInForeground()
      try terminal.waitUntil("the console") { $0.isAlternate && $0.contains("900 of 900 shown") }
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
    func `however it ends, the terminal is as it was`(signal: CInt) throws {
      let terminal = try open()
      #expect(try terminal.modes != .cooked)
      try terminal.signal(signal)
      _ = try terminal.waitForExit()
      #expect(try terminal.modes == .cooked)
      #expect(!terminal.screen.isAlternate)
      let output = String(decoding: terminal.output, as: UTF8.self)
      #expect(terminal.screen.isCursorVisible, "\(output.suffix(200).debugDescription)")
      #expect(output.ranges(of: "\u{1B}[?2004h").count == output.ranges(of: "\u{1B}[?2004l").count)
    }

    @Test(arguments: [SIGTERM, SIGSEGV])
    func `the cursor is seen again where it was saved while it was hidden`(signal: CInt) throws {
      let terminal = try open()
      // As ncurses does (DECSC) where it scrolls a part of the screen; libvterm keeps with it whether it is seen.
      try terminal.overwrite("\u{1B}7")
      try terminal.signal(signal)
      _ = try terminal.waitForExit()
      #expect(!terminal.screen.isAlternate && terminal.screen.isCursorVisible)
    }

    @Test(arguments: ["d", "?", ":", "/", "L", "q"], [SIGUSR1, SIGALRM, SIGXCPU, SIGIO, SIGQUIT, 40])
    func `whatever screen a signal meets, the terminal is as it was`(key: String, signal: CInt) throws {
      let terminal = try open()
      // With a mark, q asks whether it may be lost.
      try terminal.type(" ")
      try terminal.waitUntil("the mark") { $0.contains("1 marked") }
      try terminal.type(key)
      try terminal.waitUntilQuiet(for: .milliseconds(50))
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signalled(signal))
      #expect(try terminal.modes == .cooked)
      #expect(!terminal.screen.isAlternate)
      #expect(terminal.screen.isCursorVisible)
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
