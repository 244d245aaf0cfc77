import FoundationEssentials
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// People from a list, in the console on its demo.
  @Suite struct `People from a list` {
    private static let exact = [
      "abe.olsen@contr.example", "bo.diaz@contr.example", "Ada.Byron@contr.example", "ada.byron@contr.example",
    ]

    @Test func `of a file are marked with four keys, after the report`() throws {
      let terminal = try open()
      let leavers = Self.exact + ["ABE.OLSEN@contr.example", "who@else.example"]
      let file = try TemporaryFile(leavers.joined(separator: "\n"))
      defer { file.remove() }
      try terminal.type("mm")
      try terminal.waitUntil("the question") { $0.contains("Mark people from file (- for lines):") }
      try terminal.type(file.path)
      try terminal.press(.enter)
      try terminal.waitUntil("the report") { $0.contains("4 match exactly") && $0.contains("Enter marks") }
      #expect(terminal.screen.contains("6 addresses"))
      #expect(terminal.screen.contains("line 5  ABE.OLSEN@contr.example"))
      #expect(terminal.screen.contains("line 6  who@else.example"))
      #expect(terminal.screen.contains("12 of 12 stacks read"))
      try terminal.press(.enter)
      try terminal.waitUntil("the marks") {
        $0.contains("rows of 4 people marked; 2 of the list not taken (u takes the marks back).")
      }
      try terminal.type("u")
      try terminal.waitUntil("no marks") { $0.contains("0 marked") }
    }

    @Test func `of a file to keep are marked by no key`() throws {
      let terminal = try open()
      let file = try TemporaryFile("abe.olsen@contr.example\n")
      defer { file.remove() }
      try terminal.type(":keep \(file.path)")
      try terminal.press(.enter)
      try terminal.waitUntil("who is kept") { $0.contains("0 marked   1 kept") }
      try terminal.waitUntilQuiet()
      try terminal.type("a")
      try terminal.waitUntil("the marks") { $0.contains("rows of kept people left out") }
      #expect(terminal.screen.lines.contains { $0.hasPrefix(" k  abe.olsen@contr.example") })
      try terminal.type(":keep")
      try terminal.press(.enter)
      try terminal.waitUntil("the end of keeping") { $0.contains("1 person is not kept any more") }
    }

    @Test func `that are pasted in forty lines are marked with one key`() throws {
      let terminal = try open()
      let lines = Self.exact + (1...36).map { "nobody-\($0)@else.example" }
      try terminal.type("\u{1B}[200~\(lines.joined(separator: "\r"))\u{1B}[201~")
      try terminal.waitUntil("the report") { $0.contains("PEOPLE FROM pasted lines") && $0.contains("40 addresses") }
      try terminal.waitUntil("what was found") { $0.contains("36 nobody has") }
      try terminal.press(.enter)
      try terminal.waitUntil("the marks") { $0.contains("rows of 4 people marked; 36 of the list not taken") }
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
