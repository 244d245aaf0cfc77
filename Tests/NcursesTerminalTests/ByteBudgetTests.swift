import Screen
import TerminalTesting
import Testing

extension TerminalSuite {
  /// The link is precious: what a change costs in bytes is as much a result as what it looks like.
  @Suite struct ByteBudgetTests {
    private let terminal: EmulatedTerminal

    init() throws {
      terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        size: Size(rows: 40, columns: 120)
      )
      try terminal.waitUntil("the first frame") { $0.contains("end") }
      try terminal.waitUntilQuiet()
    }

    @Test func `an idle screen sends nothing`() throws {
      let before = terminal.bytesReceived
      try terminal.waitUntilQuiet(for: .milliseconds(500))
      #expect(terminal.bytesReceived == before)
    }

    @Test func `moving the cursor sends the two rows' short runs and no more`() throws {
      #expect(try bytes(for: .down) { $0.lines[2].hasPrefix("> bo@") } <= 110)
    }

    @Test func `a key that changes one line sends that line`() throws {
      #expect(try bytes(for: .insert) { $0.contains("insert alone") } <= 40)
    }

    @Test func `drawing again sends the whole screen once`() throws {
      let first = terminal.bytesReceived
      let again = try bytes(for: .control("l")) { $0.contains("control(\"l\") alone") }
      #expect(again > first / 2 && again < first + 100)
    }

    @Test func `a frame like the one before sends nothing`() throws {
      // Ctrl-\ is read and gives no key, so the fixture draws the frame it has drawn already.
      let before = terminal.bytesReceived
      try terminal.send([0x1C])
      try terminal.waitUntilQuiet()
      #expect(terminal.bytesReceived == before)
    }

    private func bytes(for key: Key, until condition: (ScreenText) -> Bool) throws -> Int {
      let before = terminal.bytesReceived
      try terminal.press(key)
      try terminal.waitUntil("the answer to \(key)", condition)
      try terminal.waitUntilQuiet()
      return terminal.bytesReceived - before
    }
  }
}
