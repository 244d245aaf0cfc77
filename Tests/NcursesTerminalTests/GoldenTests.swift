import Screen
import TerminalTesting
import TestSupport
import Testing

extension TerminalSuite {
  @Suite struct GoldenTests {
    @Test(arguments: try Golden.kept)
    func `every screen comes out of a terminal as it went in`(golden: Golden) throws {
      let (columns, rows) = try #require(golden.size)
      let lines = try golden.lines
      #expect(lines.count == rows)
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        arguments: ["show=\(golden.path)"],
        size: Size(rows: rows, columns: columns)
      )
      let last = lines.last { !$0.isEmpty } ?? ""
      try terminal.waitUntil("the last line") { $0.lines.last { !$0.isEmpty } == last }
      #expect(terminal.screen.lines == lines)
    }
  }
}
