import PlainText
import Screen
import SeededNumbers
import Testing

@testable import Console

struct LineWindowTests {
  private func editor(_ text: String, cursor: Int) -> LineEditor {
    var editor = LineEditor(String(text.dropFirst(cursor)))
    editor.apply(.toStart)
    editor.insert(String(text.prefix(cursor)), upTo: .max)
    return editor
  }

  private static let windows: [(String, Int, Int, String, Int)] = [
    ("", 0, 10, "", 0), ("abc", 3, 10, "abc", 3), ("abc", 1, 10, "abc", 1), ("abc", 3, 4, "abc", 3),
    ("abcdefghij", 10, 6, "fghij", 5), ("abcdefghij", 0, 6, "abcde", 0), ("abcdefghij", 5, 6, "defgh", 2),
    ("abcdefghij", 2, 6, "abcde", 2), ("abcdefghij", 9, 6, "fghij", 4),
    ("\u{754C}\u{754C}\u{754C}\u{754C}", 4, 6, "\u{754C}\u{754C}", 4),
    ("\u{754C}\u{754C}\u{754C}\u{754C}", 0, 6, "\u{754C}\u{754C}", 0),
    ("e\u{301}bcdef", 1, 4, "e\u{301}bc", 1), ("a\u{202E}b", 2, 20, "a<U+202E>b", 9),
    ("\u{5D0}\u{5D1}", 1, 9, "\u{5D0}\u{5D1}", 1),
    ("abc", 2, 1, "", 0), ("abc", 2, 0, "", 0), ("abc", 2, -3, "", 0),
  ]

  @Test(arguments: windows)
  func `a window is around the cursor`(text: String, cursor: Int, columns: Int, shown: String, caret: Int) {
    let window = editor(text, cursor: cursor).window(in: columns)
    #expect(window == LineWindow(line: Line(shown), caret: caret))
  }

  @Test func `a vowel that cannot stand alone is not the first that is shown`() {
    let text = String(repeating: "\u{1000}\u{102B}", count: 9)
    for cursor in 0...text.count {
      let window = editor(text, cursor: cursor).window(in: 8)
      #expect(!window.line.text.contains("<U+") && DisplayWidth.of(window.line) <= 7)
    }
  }

  @Test(arguments: [Repertoire.unicode, .ascii])
  func `the caret is in the window, behind what is before the cursor`(repertoire: Repertoire) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed)
    Repertoire.$current.withValue(repertoire) {
      for _ in 0..<300 {
        let pieces = (0..<Int.random(in: 0..<120, using: &random)).map { _ in
          LineEditorTests.pieces.randomElement(using: &random) ?? ""
        }
        let text = pieces.joined()
        let editor = editor(text, cursor: Int.random(in: 0...text.count, using: &random))
        let columns = Int.random(in: 60...250, using: &random)
        expect(editor.window(in: columns), of: editor, in: columns, seed)
      }
    }
  }

  private func expect(_ window: LineWindow, of editor: LineEditor, in columns: Int, _ seed: UInt64) {
    let whole = Line(editor.text)
    let shown = Array(window.line.text.unicodeScalars)
    let all = Array(whole.text.unicodeScalars)
    let cursor = Line(editor.before).text.unicodeScalars.count
    #expect(DisplayWidth.of(window.line) < columns, "seed \(seed)")
    #expect((0..<columns).contains(window.caret), "seed \(seed)")
    if DisplayWidth.of(whole) < columns { #expect(window.line == whole, "seed \(seed)") }
    let isThere = (0...max(0, all.count - shown.count)).contains { start in
      start <= cursor && cursor <= start + shown.count && all[start...].starts(with: shown)
        && all[start..<cursor].reduce(0) { $0 + DisplayWidth.of(String($1)) } == window.caret
    }
    #expect(isThere, "seed \(seed)")
  }

  @Test func `a line is drawn with its label, and the caret where it types`() {
    var frame = Frame(size: Size(rows: 2, columns: 20))
    frame.put("what was there before", row: 0, column: 0)
    frame.put(editor("plan.json", cursor: 4), behind: "Plan to: ", row: 0)
    #expect(frame.lines == ["Plan to: plan.json", ""])
    #expect(frame.caret == Position(row: 0, column: 13))
  }
}
