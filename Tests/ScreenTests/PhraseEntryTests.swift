import PlainText
import Screen
import Testing

@Suite struct PhraseEntryTests {
  private func press(
    _ key: Key,
    isAlone: Bool = true,
    quiet: Duration = .seconds(1)
  ) -> KeyPress {
    KeyPress(key: key, isAlone: isAlone, quiet: quiet)
  }

  /// An entry in which `text` was typed.
  private func typing(_ text: String, for phrase: String = "7 from 2") -> PhraseEntry {
    var entry = PhraseEntry(phrase, beginning: .digit)
    for character in text { _ = entry.take(press(.character(character), isAlone: false), isShown: false) }
    return entry
  }

  @Test func `nothing but the phrase and an Enter by itself confirms`() {
    var entry = typing("7 from 2")
    #expect(entry.isComplete)
    #expect(entry.take(press(.enter), isShown: true) == .confirmed)
  }

  @Test(arguments: ["7", "7 from", "7 from 22", "7 from 2 ", "77 from 2", "7 FROM 2", "7 to 2"])
  func `anything else is wrong, and cleared`(text: String) {
    for isAlone in [true, false] {
      var entry = typing(text)
      #expect(entry.take(press(.enter, isAlone: isAlone), isShown: true) == .wrong(text))
      #expect(entry.typed == "")
    }
  }

  @Test(arguments: [(false, 1000, true), (true, 299, true), (true, 0, true), (true, 1000, false)])
  func `an Enter that came with other bytes, too soon or unseen keeps the phrase`(
    isAlone: Bool,
    milliseconds: Int,
    isShown: Bool
  ) {
    var entry = typing("7 from 2")
    let enter = press(.enter, isAlone: isAlone, quiet: .milliseconds(milliseconds))
    #expect(entry.take(enter, isShown: isShown) == .enterOnceMore)
    #expect(entry.typed == "7 from 2")
    #expect(entry.remark(on: .enterOnceMore)?.text.contains("Enter once more") == true)
    #expect(entry.take(press(.enter, quiet: .milliseconds(300)), isShown: true) == .confirmed)
  }

  @Test func `Enter alone is nothing`() {
    var entry = typing("")
    #expect(entry.take(press(.enter), isShown: true) == .enterAlone)
  }

  @Test func `letters are none of it until a digit, unless it may begin with anything`() {
    #expect(typing("jnH?").typed == "")
    #expect(typing("j7 j").typed == "7 j")
    var word = PhraseEntry("replace")
    #expect(word.take(press(.character("r")), isShown: false) == .edited)
  }

  @Test func `Backspace takes back a character and Esc all of it, and then they are none of its keys`() {
    var entry = typing("71")
    #expect(entry.take(press(.backspace), isShown: false) == .edited)
    #expect(entry.typed == "7")
    #expect(entry.take(press(.escape), isShown: false) == .edited)
    for key in [Key.backspace, .escape, .up, .pageDown, .tab, .control("u")] {
      #expect(entry.take(press(key), isShown: false) == .notTaken)
    }
  }

  @Test(arguments: [Key.paste("7 from 2"), .paste("7 from 2\r"), .brokenPaste])
  func `a paste types nothing`(key: Key) {
    var entry = typing("7 from 2")
    #expect(entry.take(press(key, isAlone: false), isShown: true) == .pasted)
    #expect(entry.typed == "7 from 2")
  }

  @Test func `what runs on is not kept for ever`() {
    #expect(typing(String(repeating: "7", count: 500)).typed.count < 30)
  }
}
