import Glibc
import Screen
import TerminalTesting
import Testing

extension TerminalSuite {
  @Suite struct NcursesTerminalTests {
    private let terminal: EmulatedTerminal

    init() throws {
      terminal = try EmulatedTerminal(executable: ProgramUnderTest.path(of: "terminal-fixture"))
      try terminal.waitUntil("the first frame") { $0.contains("end") }
    }

    @Test func `a frame is shown on the alternate screen as it was drawn`() {
      let screen = terminal.screen
      #expect(screen.isAlternate)
      #expect(!screen.isCursorVisible)
      #expect(screen.lines[0] == "fixture 80x24")
      #expect(screen.lines[1].hasPrefix("> ada@contr.example"))
      #expect(screen.lines[3].hasPrefix("  界界 wide"))
      #expect(screen.lines[4].hasPrefix("  e\u{301}a\u{308} marks"))
      #expect(screen.lines[5].hasPrefix("  \u{1F600} emoji"))
      #expect(screen.lines[23].hasSuffix("end"))
      #expect(screen.rows[23][79].text == "d")
    }

    /// Unicode 15 has it, the C library of Debian 12 does not; ncurses would take it for one column or for none.
    @Test func `a character the C library may not know takes its columns all the same`() {
      #expect(["?", "\u{1FAE8}"].contains(terminal.screen.rows[6][2].text))
      #expect(terminal.screen.lines[6].contains("| new"))
      #expect(terminal.screen.rows[6][4].text == "|")
    }

    @Test func `styles have the theme's looks, and the cursor's row is reversed`() {
      let screen = terminal.screen
      #expect(screen.look(of: "danger") == ScreenText.Look(isBold: true, foreground: .indexed(1)))
      #expect(screen.look(of: "protected")?.background == .indexed(1))
      #expect(screen.look(of: "text") == ScreenText.Look())
      #expect(screen.isReversed(row: 1, column: 2))
      #expect(!screen.isReversed(row: 2, column: 2))
    }

    @Test(
      arguments: [
        (.down, "down alone"), (.pageUp, "pageUp alone"), (.delete, "delete alone"), (.home, "home alone"),
        (.enter, "enter alone"), (.backspace, "backspace alone"), (.control("c"), "control(\"c\") alone"),
        (.character("é"), "character(\"é\") alone"), (.escape, "escape alone"), (.control("s"), "control(\"s\") alone"),
        (.control("q"), "control(\"q\") alone"), (.paste("y\r"), "paste(\"y\\r\")"),
      ] as [(Key, String)]
    )
    func `keys arrive as the terminal sends them in the modes that were set`(key: Key, note: String) throws {
      try terminal.press(key)
      try terminal.waitUntil("\(key)") { $0.contains(note) }
      #expect(terminal.screen.notes == [note])
    }

    @Test func `a control backslash is no key, and ends nothing`() throws {
      try terminal.send([0x1C])
      try terminal.type("j")
      try terminal.waitUntil("the key after it") { $0.contains("character(\"j\")") }
      #expect(terminal.screen.notes.first?.hasPrefix("character(\"j\")") == true)
    }

    @Test func `a sequence split over reads is one key`() throws {
      for part in ["\u{1B}", "O", "B"] { try terminal.type(part) }
      try terminal.waitUntil("the key") { !$0.notes.isEmpty }
      #expect(terminal.screen.notes.map { $0.prefix(4) } == ["down"])
    }

    @Test func `keys in one read are not alone`() throws {
      try terminal.type("ab")
      try terminal.waitUntil("both keys") { $0.contains("character(\"b\")") }
      #expect(terminal.screen.notes == ["character(\"a\")", "character(\"b\")"])
    }

    @Test func `a copy goes to the terminal in base64, unless it is too long`() throws {
      try terminal.press(.character("Y"))
      try terminal.waitUntil("the copy") { $0.contains("copy: sent") }
      #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52;c;YWRhQGNvbnRyLmV4YW1wbGU=\u{7}"))
      let before = terminal.bytesReceived
      try terminal.press(.character("C"))
      try terminal.waitUntil("the refusal") { $0.contains("copy: tooLong") }
      #expect(terminal.bytesReceived < before + 100)
    }

    @Test func `the caret is shown where the frame has it`() throws {
      try terminal.press(.tab)
      try terminal.waitUntil("the caret") { $0.isCursorVisible }
      #expect(terminal.screen.cursor == Position(row: 2, column: 5))
      try terminal.press(.character("j"))
      try terminal.waitUntil("no caret") { !$0.isCursorVisible }
    }

    @Test(arguments: [
      Size(rows: 40, columns: 120), Size(rows: 10, columns: 30), Size(rows: 2, columns: 16),
      Size(rows: 24, columns: 41),
    ])
    func `another window size gets a frame of that size`(size: Size) throws {
      try terminal.resize(to: size)
      let title = "fixture \(size.columns)x\(size.rows)"
      try terminal.waitUntil("the frame of the new size") {
        $0.lines[0].hasPrefix(String(title.prefix(size.columns)))
          && $0.rows[size.rows - 1][size.columns - 1].text == "d"
      }
      #expect(terminal.screen.size == size)
    }

    @Test func `a window of one cell is drawn, and a larger one afterwards too`() throws {
      try terminal.resize(to: Size(rows: 1, columns: 1))
      try terminal.waitUntil("the smallest frame") { $0.rows.map { $0.map(\.text) } == [["d"]] }
      try terminal.resize(to: Size(rows: 24, columns: 80))
      try terminal.waitUntil("the usual frame") { $0.lines[0] == "fixture 80x24" && $0.lines[23].hasSuffix("end") }
    }

    @Test func `drawing again repairs what something else wrote over the screen`() throws {
      try terminal.press(.character("a"))
      try terminal.waitUntil("the key") { $0.contains("character(\"a\")") }
      try terminal.overwrite("\u{1B}[2J\u{1B}[Hwall: reboot at noon")
      #expect(terminal.screen.lines[0] == "wall: reboot at noon")
      try terminal.press(.control("l"))
      try terminal.waitUntil("the whole frame") { $0.lines[0] == "fixture 80x24" && $0.lines[23].hasSuffix("end") }
      #expect(!terminal.screen.contains("wall"))
    }
  }
}

extension ScreenText {
  /// What the fixture has noted: the keys and signals it got, the last eight of them.
  var notes: [String] {
    rows[8..<16].map { row in
      var note = row[..<40].map(\.text).joined()
      while note.last == " " { note.removeLast() }
      return note
    }.filter { !$0.isEmpty }
  }
}
