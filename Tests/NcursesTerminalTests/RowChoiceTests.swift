import PlainText
import Screen
import Testing

@testable import NcursesTerminal

/// Which rows of a frame go first where a link is slow.
struct RowChoiceTests {
  private let size = Size(rows: 24, columns: 80)

  @Test func `all that differ are drawn where they cost no more than the budget`() {
    let old = frame { "row \($0)" }
    var new = old
    new.put("ROW", row: 9, column: 0)
    new.put("end", row: 23, column: 0)
    #expect(choice(old, new).changed == [9, 23])
    #expect(choice(old, new).rows(for: 100, from: 0) == [9, 23])
  }

  @Test func `nothing is drawn of a frame like the one before`() {
    let old = frame { "row \($0)" }
    #expect(choice(old, old).rows(for: 400, from: 0) == [])
  }

  @Test func `the last rows and the first go before those between them`() {
    // A row costs 60 cells, and 16 bytes for its place and look.
    let (old, new) = (frame { _ in "" }, frame { Self.row($0) })
    #expect(choice(old, new).rows(for: 4 * 76, from: 0) == [20, 21, 22, 23])
    #expect(choice(old, new).rows(for: 6 * 76, from: 0) == [0, 1, 20, 21, 22, 23])
    #expect(choice(old, new).rows(for: 7 * 76, from: 0) == [0, 1, 2, 20, 21, 22, 23])
    #expect(choice(old, new).rows(for: 7 * 76, from: 9) == [0, 1, 9, 20, 21, 22, 23])
  }

  @Test func `the rows between them come in turn, so that each is drawn in the end`() {
    let (old, new) = (frame { _ in "" }, frame { Self.row($0) })
    var shown = choice(old, new).shown
    var start = 0
    var steps = 0
    while true {
      let rows = RowChoice(shown: shown, frame: new).rows(for: 5 * 76, from: start)
      guard let last = rows.last else { break }
      for row in rows { shown[row] = new.cells(inRow: row) }
      start = last + 1
      steps += 1
    }
    #expect(steps == 5)
  }

  @Test func `one row is drawn whatever it costs`() {
    let (old, new) = (frame { _ in "" }, frame { _ in String(repeating: "x", count: 80) })
    #expect(choice(old, new).rows(for: 10, from: 0) == [20])
  }

  @Test func `rows that only moved cost next to nothing`() {
    let (old, new) = (frame { Self.row($0) }, frame { Self.row($0 + 10) })
    #expect(choice(old, new).rows(for: 10 * 76, from: 0) == Array(0..<24))
    #expect(choice(old, new).rows(for: 10 * 76 - 1, from: 0).count < 24)
  }

  @Test func `a row that nothing is known of is drawn`() {
    let new = frame { "row \($0)" }
    let choice = RowChoice(shown: Array(repeating: nil, count: 24), frame: new)
    #expect(choice.rows(for: .max, from: 0) == Array(0..<24))
  }

  /// Sixty cells that no other row has.
  private static func row(_ number: Int) -> String {
    String(repeating: Character(Unicode.Scalar(UInt8(0x41 + number))), count: 60)
  }

  private func frame(_ text: (Int) -> String) -> Frame {
    var frame = Frame(size: size)
    for row in 0..<size.rows { frame.put(Line(text(row)), row: row, column: 0) }
    return frame
  }

  private func choice(_ old: Frame, _ new: Frame) -> RowChoice {
    RowChoice(shown: (0..<size.rows).map { old.cells(inRow: $0) }, frame: new)
  }
}
