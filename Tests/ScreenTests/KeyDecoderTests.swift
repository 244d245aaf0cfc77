import Screen
import Testing

struct KeyDecoderTests {
  @Test(
    arguments: [
      ("a", .character("a")), ("Z", .character("Z")), (" ", .character(" ")), ("~", .character("~")),
      ("é", .character("é")), ("界", .character("界")), ("😀", .character("😀")),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
      ("\u{1}", .control("a")), ("\u{3}", .control("c")), ("\u{C}", .control("l")), ("\u{1A}", .control("z")),
      ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Or", .character("2")), ("\u{1B}Oy", .character("9")),
    ] as [(String, Key)]
  )
  func `a key that a terminal sends is that key, and alone`(bytes: String, key: Key) {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(Array(bytes.utf8)) == [KeyPress(key: key, isAlone: true)])
    #expect(!keyboard.isWaiting)
  }

  /// From the terminfo entries xterm, screen, tmux, linux, vt100, vt220 and rxvt, with the modified forms each sends.
  @Test(
    arguments: [
      (.up, ["[A", "OA", "[1;2A", "[1;5A", "O5A", "[a", "Oa"]),
      (.down, ["[B", "OB", "[1;2B", "[1;3B", "[b", "Ob"]),
      (.right, ["[C", "OC", "[1;5C", "[c", "Oc"]),
      (.left, ["[D", "OD", "[1;5D", "[d", "Od"]),
      (.home, ["[H", "OH", "[1~", "[7~", "[1;5H", "[7^", "[7$"]),
      (.end, ["[F", "OF", "[4~", "[8~", "[1;2F", "[8^", "[8$"]),
      (.pageUp, ["[5~", "[5;5~", "[5^", "[5$", "[5@"]),
      (.pageDown, ["[6~", "[6;2~", "[6^", "[6$"]),
      (.insert, ["[2~", "[2;5~"]),
      (.delete, ["[3~", "[3;5~", "[3^", "[3$"]),
    ] as [(Key, [String])]
  )
  func `the keys over the arrows are known from every kind of terminal`(key: Key, sequences: [String]) {
    for sequence in sequences {
      var keyboard = TestKeyboard()
      #expect(keyboard.keys("\u{1B}" + sequence) == [key], "\(sequence)")
      #expect(keyboard.keys("\u{1B}\u{1B}" + sequence) == [key], "Alt with \(sequence)")
      #expect(!keyboard.isWaiting)
    }
  }

  @Test(arguments: [
    "\u{1B}[12~", "\u{1B}[24~", "\u{1B}OQ", "\u{1B}[[B", "\u{1B}[1;5Q", "\u{1B}[Z", "\u{1B}[E",
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[<0;10;5M", "\u{1B}[<0;10;5m", "\u{1B}[32;10;5M", "\u{1B}[M yy", "\u{1B}[Myyy",
    "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[?2004;1$y", "\u{1B}[4;1$y", "\u{1B}[>0;276;0c", "\u{1B}[?1u",
    "\u{1B}[121;3u", "\u{1B}[27;3;121~", "\u{1B}[201~", "\u{1B}[99~", "\u{1B}[~", "\u{1B}Oz", "\u{1B}Oj",
    "\u{1B}[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1A", "\u{1B}[\(String(repeating: "5", count: 40))~",
    "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]52;c;eQ==\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gyes\u{1B}\\",
    "\u{1B}^yes\u{1B}\\", "\u{1B}Xyes\u{1B}\\", "\u{1B}]yes\u{18}",
    "\u{1B}y", "\u{1B}d", "\u{1B} ", "\u{1B}\r", "\u{1B}\u{7F}", "\u{1B}é", "\u{1B}界",
    "\0", "\u{1C}", "\u{1D}", "\u{1E}", "\u{1F}", "\u{85}", "\u{9B}",
  ])
  func `what is no key is swallowed whole, in one read or byte by byte`(bytes: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.keys(bytes) == [])
    #expect(keyboard.wait() == [])
    #expect(keyboard.keys("q") == [.character("q")])
    #expect(bytes.utf8.flatMap { keyboard.read([$0]) } == [])
    #expect(keyboard.wait() == [])
    #expect(keyboard.keys("q") == [.character("q")])
  }

  @Test func `a sequence may come in several reads, and then is not alone`() {
    var keyboard = TestKeyboard()
    #expect(keyboard.keys("\u{1B}") == [])
    #expect(keyboard.isWaiting)
    #expect(keyboard.keys("[1;") == [])
    #expect(keyboard.isWaiting)
    #expect(keyboard.read(Array("5A".utf8)) == [KeyPress(key: .up, isAlone: false)])
    #expect(!keyboard.isWaiting)
  }

  @Test func `a character may come in several reads`() {
    var keyboard = TestKeyboard()
    for byte in Array("界😀".utf8).dropLast() {
      _ = keyboard.read([byte]).map { #expect($0.key == .character("界")) }
    }
    #expect(keyboard.read([Array("😀".utf8)[3]]) == [KeyPress(key: .character("😀"), isAlone: false)])
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xC3], [0xE7, 0x95], [0x80], [0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE0, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are dropped, and the key after them is kept`(bytes: [UInt8]) {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(bytes + Array("y".utf8)) == [KeyPress(key: .character("y"), isAlone: false)])
  }

  @Test func `keys that come in one read are all there, and none is alone`() {
    var keyboard = TestKeyboard()
    let expected: [Key] = [.character("6"), .character("0"), .up, .enter, .control("c")]
    let presses = keyboard.read(Array("60\u{1B}[A\r\u{3}".utf8))
    #expect(presses == expected.map { KeyPress(key: $0, isAlone: false) })
  }

  @Test(arguments: ["\u{1B}[Iy", "\u{1B}]0;\u{7}y", "\0y", "y\0", "y\u{1B}[I", "y\u{1B}", "\u{1B}[1\u{3}"])
  func `a key that shares its read with anything is not alone`(bytes: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(Array(bytes.utf8)).map(\.isAlone) == [false])
  }

  @Test func `a control key cuts an unfinished sequence short`() {
    var keyboard = TestKeyboard()
    #expect(keyboard.keys("\u{1B}[12\u{3}") == [.control("c")])
    #expect(keyboard.keys("\u{1B}O\r") == [.enter])
    #expect(keyboard.keys("\u{1B}[M\u{3}") == [.control("c")])
    #expect(keyboard.keys("\u{1B}[1\u{1B}[A") == [.up])
    #expect(keyboard.keys("\u{1B}]open\u{1B}[A") == [.up])
  }
}
