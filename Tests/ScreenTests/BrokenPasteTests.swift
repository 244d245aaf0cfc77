import Screen
import Testing

/// Pastes that lose a mark, which must not take the keyboard with them.
struct BrokenPasteTests {
  private var keyboard = TestKeyboard()

  @Test mutating func `a paste that nothing follows for 2 s is over, and its text is dropped`() {
    #expect(keyboard.keys("\u{1B}[200~60 from 3 stacks\r") == [])
    #expect(keyboard.wait(1999) == [])
    #expect(keyboard.wait(1) == [KeyPress(key: .brokenPaste, isAlone: false)])
    #expect(keyboard.keys("x") == [.character("x")])
    #expect(keyboard.keys("\u{3}") == [.control("c")])
    #expect(keyboard.keys("\u{1B}[200~ab\u{1B}[201~") == [.paste("ab")])
  }

  @Test mutating func `it is over in the same way when the next key is the first to say so`() {
    #expect(keyboard.keys("\u{1B}[200~") == [])
    keyboard.pass(5000)
    #expect(keyboard.keys("x") == [.brokenPaste, .character("x")])
  }

  @Test mutating func `Ctrl-C ends a paste at once, and counts`() {
    #expect(keyboard.keys("\u{1B}[200~60 fr") == [])
    #expect(keyboard.keys("\u{3}") == [.brokenPaste, .control("c")])
    #expect(keyboard.wait(299) == [])
    #expect(keyboard.wait(1) == [])
    #expect(keyboard.keys("q") == [.character("q")])
  }

  @Test mutating func `what still comes of a paste that Ctrl-C ended is swallowed up to its mark`() {
    #expect(keyboard.keys("\u{1B}[200~a\u{3}b") == [.brokenPaste, .control("c")])
    keyboard.pass(290)
    #expect(keyboard.keys("60 from 3 stacks\r\u{3}d") == [.control("c")])
    #expect(keyboard.keys("y\u{1B}[201~j") == [.character("j")])
  }

  @Test mutating func `what still comes of it after a pause is typed again`() {
    #expect(keyboard.keys("\u{1B}[200~a\u{3}") == [.brokenPaste, .control("c")])
    keyboard.pass(300)
    #expect(keyboard.keys("x") == [.character("x")])
  }

  @Test mutating func `text before an end mark that nothing began was pasted`() {
    #expect(keyboard.keys("60 from 3 stacks\r\u{1B}[201~j") == [.brokenPaste, .character("j")])
    #expect(keyboard.keys("x\u{3}y\u{1B}[201~") == [.brokenPaste, .control("c")])
    #expect(keyboard.keys("\u{1B}[201~j") == [.character("j")])
    #expect(keyboard.keys("j\u{1B}[200~a\u{1B}[201~k") == [.character("j"), .paste("a"), .character("k")])
  }

  @Test mutating func `a discarded paste that never ends is over without a word`() {
    #expect(keyboard.keys("\u{1B}[200~60") == [])
    keyboard.discard()
    #expect(keyboard.wait(2000) == [])
    #expect(keyboard.keys("y") == [.character("y")])
  }

  @Test mutating func `Ctrl-C counts in what is discarded`() {
    #expect(keyboard.keys("\u{1B}[200~60") == [])
    keyboard.discard()
    #expect(keyboard.keys("\u{3}") == [.control("c")])
  }

  @Test(arguments: [
    "\u{1B}", "\u{1B}[", "\u{1B}[99;", "\u{1B}O", "\u{1B}]0;x", "\u{1B}P", "\u{1B}[M!", "\u{1B}\u{1B}", "é",
  ])
  func `Ctrl-C counts in the middle of anything`(bytes: String) {
    var keyboard = TestKeyboard()
    let begun = bytes == "é" ? Array(bytes.utf8.prefix(1)) : Array(bytes.utf8)
    #expect(keyboard.read(begun + [0x03]).map(\.key) == [.control("c")])
    #expect(keyboard.keys("q") == [.character("q")])
  }
}
