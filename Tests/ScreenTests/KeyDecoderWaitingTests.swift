import Screen
import Testing

/// What the keyboard makes of bytes that only time, a paste's end or a discard can settle.
struct KeyDecoderWaitingTests {
  private var keyboard = TestKeyboard()

  @Test mutating func `an ESC that nothing follows is the Escape key`() {
    #expect(keyboard.read([0x1B]) == [])
    #expect(keyboard.isWaiting)
    #expect(keyboard.wait() == [KeyPress(key: .escape, isAlone: true)])
    #expect(!keyboard.isWaiting)
    #expect(keyboard.wait() == [])
  }

  @Test mutating func `an ESC at the end of a read with other keys is not alone`() {
    #expect(keyboard.read(Array("j\u{1B}".utf8)) == [KeyPress(key: .character("j"), isAlone: false)])
    #expect(keyboard.wait() == [KeyPress(key: .escape, isAlone: false)])
  }

  @Test mutating func `two ESC are the key twice, and of more each but the last two comes at once`() {
    #expect(keys("\u{1B}\u{1B}") == [])
    #expect(keyboard.wait().map(\.key) == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keyboard.wait().map(\.key) == [.escape, .escape])
  }

  @Test mutating func `two ESC and a letter are Escape and an Alt form, which is swallowed`() {
    #expect(keys("\u{1B}\u{1B}y") == [.escape])
    #expect(!keyboard.isWaiting)
  }

  @Test(arguments: ["\u{1B}[0n", "\u{1B}[24;80R", "\u{1B}[?2004;1$y"])
  func `an ESC before an answer of the terminal is the Escape key`(answer: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(Array("\u{1B}\(answer)".utf8)) == [KeyPress(key: .escape, isAlone: true)])
    #expect(keyboard.read([0x1B]) == [])
    #expect(keyboard.wait(20) == [])
    #expect(keyboard.read(Array(answer.utf8)) == [KeyPress(key: .escape, isAlone: true)])
    #expect(keyboard.keys("q") == [.character("q")])
  }

  @Test(arguments: [
    "\u{1B}[", "\u{1B}[1;5", "\u{1B}O", "\u{1B}[M", "\u{1B}[[", "\u{1B}]52;c;", "\u{1B}P", "\u{1B}\u{1B}[",
  ])
  func `an unfinished sequence is swallowed when nothing follows it`(bytes: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(Array(bytes.utf8)) == [])
    #expect(keyboard.isWaiting)
    #expect(keyboard.wait() == [])
    #expect(!keyboard.isWaiting)
    #expect(keyboard.read([0x71]) == [KeyPress(key: .character("q"), isAlone: true)])
  }

  @Test mutating func `a paste is one key, cleaned of nothing and never alone`() {
    let text = "a\tb\r\n\u{4}\u{1B}[A é界\u{1B}[20"
    #expect(keyboard.read(paste(text)) == [KeyPress(key: .paste(text), isAlone: false)])
    #expect(keyboard.read(paste("")) == [KeyPress(key: .paste(""), isAlone: false)])
    #expect(keyboard.read(paste("y")) == [KeyPress(key: .paste("y"), isAlone: false)])
  }

  @Test mutating func `a paste is the same when it comes byte by byte, with pauses of less than 2 s`() {
    let bytes = paste("60 from 3 stacks\r\u{1B}\u{1B}[201")
    for (place, byte) in bytes.dropLast().enumerated() {
      #expect(keyboard.read([byte]) == [])
      // The mark itself is a sequence, which is not waited for as long.
      #expect(keyboard.wait(place < 5 ? 90 : 1900) == [])
    }
    #expect(keyboard.read(bytes.suffix(1)).map(\.key) == [.paste("60 from 3 stacks\r\u{1B}\u{1B}[201")])
    #expect(keys("y") == [.character("y")])
  }

  @Test mutating func `keys before and after a paste in the same read are kept`() {
    let bytes = Array("j".utf8) + paste("k") + Array("l".utf8)
    #expect(keyboard.read(bytes).map(\.key) == [.character("j"), .paste("k"), .character("l")])
  }

  @Test mutating func `of an endless paste no more than the limit is kept, and nothing runs as keys`() {
    let long = String(repeating: "x", count: KeyDecoder.pasteLimit + 500)
    let presses = keyboard.read(paste(long))
    #expect(presses.map(\.key) == [.paste(String(repeating: "x", count: KeyDecoder.pasteLimit))])
  }

  @Test(
    arguments: [("\u{1B}[0n", .isReady), ("\u{1B}[12;80R", .cursor(row: 12, column: 80))] as [(String, TerminalReport)]
  )
  func `an answer in the middle of a paste is no part of it`(answer: String, report: TerminalReport) {
    var keyboard = TestKeyboard()
    #expect(keyboard.receive(Array("\u{1B}[200~60 from\(answer)".utf8)) == [.report(report)])
    #expect(keyboard.keys("\u{1B}\u{1B}[0 3\u{1B}[1;1H\u{1B}[201~") == [.paste("60 from\u{1B}\u{1B}[0 3\u{1B}[1;1H")])
  }

  @Test mutating func `a paste that is not UTF-8 is mended`() {
    #expect(
      keyboard.read(paste("").dropLast(6) + [0x61, 0xFF, 0x62] + Array("\u{1B}[201~".utf8)).map(\.key) == [
        .paste("a\u{FFFD}b")
      ]
    )
  }

  @Test mutating func `what is discarded of a paste takes the rest of it along`() {
    let bytes = paste("60 from 3 stacks\r")
    #expect(keyboard.read(Array(bytes.prefix(10))) == [])
    keyboard.discard()
    #expect(keyboard.read(Array(bytes.dropFirst(10))) == [])
    #expect(keys("y") == [.character("y")])
    #expect(keyboard.read(paste("next")).map(\.key) == [.paste("next")])
  }

  @Test(arguments: [("\u{1B}[1;", "5A"), ("\u{1B}", "[A"), ("\u{1B}O", "B"), ("\u{1B}]52;", "y\u{7}")])
  func `what is discarded of a sequence takes the rest of it along`(begin: String, rest: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(Array(begin.utf8)) == [])
    keyboard.discard()
    #expect(keyboard.read(Array(rest.utf8)) == [])
    #expect(keyboard.read([0x79]) == [KeyPress(key: .character("y"), isAlone: true)])
  }

  @Test mutating func `a discarded ESC does not come back`() {
    #expect(keys("\u{1B}") == [])
    keyboard.discard()
    #expect(keyboard.isWaiting)
    #expect(keyboard.wait() == [])
    #expect(keys("y") == [.character("y")])
  }

  @Test mutating func `discarding nothing keeps the next key`() {
    keyboard.discard()
    #expect(keys("y") == [.character("y")])
  }

  private mutating func keys(_ text: String) -> [Key] { keyboard.keys(text) }

  private func paste(_ text: String) -> [UInt8] {
    Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
  }
}
