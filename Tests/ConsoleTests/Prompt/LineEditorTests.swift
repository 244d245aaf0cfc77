import SeededNumbers
import Testing

@testable import Console

struct LineEditorTests {
  /// An editor with `text`, in which `|` is the cursor.
  private func editor(_ text: String) -> LineEditor {
    // An accent behind the cursor's sign makes one character with it.
    let parts = text.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    var editor = LineEditor(parts[1])
    editor.apply(.toStart)
    editor.insert(parts[0], upTo: 1000)
    return editor
  }

  private func text(_ editor: LineEditor) -> String { "\(editor.before)|\(editor.after)" }

  private static let edits: [(LineEditor.Edit, String, String)] = [
    (.left, "ab|c", "a|bc"), (.left, "|abc", "|abc"), (.left, "x\u{65}\u{301}|", "x|\u{65}\u{301}"),
    (.right, "ab|c", "abc|"), (.right, "abc|", "abc|"),
    (.right, "|\u{1F469}\u{200D}\u{1F467}x", "\u{1F469}\u{200D}\u{1F467}|x"),
    (.toStart, "ab|c", "|abc"), (.toEnd, "ab|c", "abc|"),
    (.deleteBackward, "ab|c", "a|c"), (.deleteBackward, "|abc", "|abc"), (.deleteBackward, "x\u{65}\u{301}|", "x|"),
    (.deleteForward, "ab|c", "ab|"), (.deleteForward, "abc|", "abc|"), (.deleteForward, "|\u{1F1E9}\u{1F1EA}x", "|x"),
    (.deleteWord, "ab cd|e", "ab |e"), (.deleteWord, "ab cd  |e", "ab |e"), (.deleteWord, "ab|", "|"),
    (.deleteWord, "  |a", "|a"), (.deleteWord, "|ab", "|ab"), (.deleteWord, "user:a|b \u{754C}", "|b \u{754C}"),
    (.deleteToStart, "ab c|d", "|d"), (.deleteToEnd, "a|b cd", "a|"),
  ]

  @Test(arguments: edits)
  func `edits are those of a shell`(edit: LineEditor.Edit, before: String, after: String) {
    var editor = editor(before)
    editor.apply(edit)
    #expect(text(editor) == after)
  }

  @Test func `text goes in at the cursor, as far as there is room for whole characters`() {
    var editor = editor("ab|c")
    editor.insert("xy", upTo: 5)
    #expect(text(editor) == "abxy|c")
    editor.insert("z", upTo: 5)
    #expect(text(editor) == "abxy|c")
    editor.insert("z\u{301}w", upTo: 7)
    #expect(text(editor) == "abxyz\u{301}|c")
    editor.insert("\u{302}", upTo: 100)
    #expect(text(editor) == "abxyz\u{301}\u{302}|c")
  }

  @Test func `a character of any number of accents is no more than there is room for`() {
    var editor = LineEditor()
    editor.insert("a" + String(repeating: "\u{301}", count: 2000), upTo: 1024)
    #expect(editor.text.isEmpty)
    for _ in 0..<2000 { editor.insert("\u{301}", upTo: 1024) }
    #expect(editor.text.unicodeScalars.count == 1024)
  }

  @Test func `the cursor stays out of a character that its parts make when they meet`() {
    var accent = editor("e\t|\u{301}x")
    accent.apply(.deleteBackward)
    #expect(text(accent) == "e\u{301}|x")
    var flag = editor("\u{1F1E9} |\u{1F1EA}\u{1F1EB}\u{1F1F7}")
    flag.apply(.deleteBackward)
    #expect(text(flag) == "\u{1F1E9}\u{1F1EA}|\u{1F1EB}\u{1F1F7}")
  }

  /// A list of characters and a place in it, which any text is.
  private struct Model {
    var characters: [Character] = []
    var cursor = 0

    mutating func apply(_ edit: LineEditor.Edit) {
      switch edit {
      case .left: cursor = max(0, cursor - 1)
      case .right: cursor = min(characters.count, cursor + 1)
      case .toStart: cursor = 0
      case .toEnd: cursor = characters.count
      case .deleteBackward: if cursor > 0 { remove(from: cursor - 1) }
      case .deleteForward: if cursor < characters.count { characters.remove(at: cursor) }
      case .deleteWord:
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        remove(from: start)
      case .deleteToStart: remove(from: 0)
      case .deleteToEnd: characters.removeSubrange(cursor...)
      }
      join()
    }

    mutating func insert(_ more: String) {
      characters.insert(contentsOf: more, at: cursor)
      cursor += more.count
      join()
    }

    private mutating func remove(from start: Int) {
      characters.removeSubrange(start..<cursor)
      cursor = start
    }

    /// Makes one character of those that have become one.
    private mutating func join() {
      cursor = String(characters[..<cursor]).count
      characters = Array(String(characters))
    }
  }

  @Test func `any sequence of edits comes to what it does to a list of characters`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed)
    for _ in 0..<100 {
      var editor = LineEditor()
      var model = Model()
      for _ in 0..<200 {
        if Bool.random(using: &random) {
          let more = Self.pieces.randomElement(using: &random) ?? ""
          editor.insert(more, upTo: 10_000)
          model.insert(more)
        } else {
          let edit = LineEditor.Edit.allCases.randomElement(using: &random) ?? .left
          editor.apply(edit)
          model.apply(edit)
        }
        #expect(Array(editor.before) == Array(model.characters[..<model.cursor]), "seed \(seed)")
        #expect(Array(editor.after) == Array(model.characters[model.cursor...]), "seed \(seed)")
      }
    }
  }

  /// Letters, blanks, wide and combining characters, halves of flags, joiners, both directions, controls.
  static let pieces = [
    "a", "b c", " ", "\t", "\u{754C}", "e\u{301}", "\u{301}", "\u{1F1E9}", "\u{1F1EA}", "\u{1F469}\u{200D}\u{1F467}",
    "\u{200D}", "\u{5D0}\u{5D1}", "\u{202E}", "\u{1000}\u{102B}", "\u{102B}", "\u{1100}", "\u{1161}", "\u{7}",
    "\u{FE0F}",
    "ada.byron@contr.example",
  ]
}
