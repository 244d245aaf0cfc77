import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// Keys as keyboards of all kinds send them, and what is none, in the program itself.
  @Suite struct `Keyboards of all kinds` {
    @Test(arguments: [
      ("\u{1B}[106u", "\u{1B}[99;5u"), ("\u{1B}[27;1;106~", "\u{1B}[27;5;99~"),
      ("\u{1B}[74;36;106;1;0;1_\u{1B}[74;36;106;0;0;1_", "\u{1B}[67;46;3;1;8;1_"),
      ("\u{1B}[106;129u", "\u{1B}[99;133u"),
    ])
    func `send j and Ctrl-C in their own way`(down: String, interrupt: String) throws {
      let terminal = try open()
      try terminal.type(down)
      try terminal.waitUntil("the cursor to move") { $0.lines[4].hasPrefix(">") }
      try terminal.type("\u{1B}[99;5:3u")
      try terminal.waitUntilQuiet()
      try terminal.type(interrupt)
      #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [
      ["\u{1B}O", "a"], ["\u{1B}[", "120u"], ["\u{1B}[20", "0~dy\r\u{1B}[201~"], ["\u{1B}]0;", "axd\u{7}"],
      ["\u{1B}[M", "aad"], ["\u{1B}[<0;1", ";1M"],
    ])
    func `that are slow run no letters`(parts: [String]) throws {
      let terminal = try open()
      try terminal.type(parts[0])
      try terminal.wait(until: .now + .milliseconds(160))
      try terminal.type(parts[1])
      try terminal.waitUntilQuiet(for: .milliseconds(300))
      #expect(terminal.screen.contains("0 marked"))
      #expect(terminal.screen.contains("All stacks   900 of 900 shown"))
      try terminal.type("j")
      try terminal.waitUntil("the cursor to move") { !$0.lines[3].hasPrefix(">") }
    }

    @Test func `that lose the end of a paste are heard again after 2 s`() throws {
      let terminal = try open()
      try terminal.type("\u{1B}[200~60 from 3 stacks\r")
      try terminal.waitUntil("the sentence", timeout: .seconds(10)) { $0.contains("its text was dropped") }
      try terminal.type("j")
      try terminal.waitUntil("the cursor to move") { $0.lines[4].hasPrefix(">") }
      try terminal.type("\u{1B}[200~")
      try terminal.type("\u{3}")
      #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `stop a run in the middle of a paste that never ends`() async throws {
      let slow =
        #"{"faults":[{"fault":"throttle","rate":0.001,"burst":1,"operations":["BatchDisassociateUserStack"]}]}"#
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: slow)
      let home = try StateHome()
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(60, on: 3)
      try console.confirm("60 from 3 stacks")
      try terminal.waitUntil("the throttling") { $0.contains("slowed by the service") }
      try terminal.type("\u{1B}[200~x")
      try terminal.type("\u{1B}[99;5u")
      try terminal.waitUntilQuiet()
      try terminal.type("\u{3}")
      try terminal.waitUntil("the end of the run") { $0.contains("R resume") }
      let run = try #require(try home.runs.first)
      #expect(try home.recordTypes(of: run).contains("stopping"))
    }

    private func open() throws -> EmulatedTerminal {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"]
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      // No answer of the terminal comes in the middle of a key.
      try terminal.waitUntilQuiet()
      return terminal
    }
  }
}
