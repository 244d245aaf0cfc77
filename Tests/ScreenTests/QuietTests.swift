import Screen
import Testing

/// What tells a key that was pressed by itself from pasted text.
struct QuietTests {
  private var decoder = KeyDecoder()
  private let start = ContinuousClock.now

  @Test mutating func `before the first key it was quiet for ever`() {
    #expect(presses("a", at: 0) == [KeyPress(key: .character("a"), isAlone: true, quiet: KeyPress.quietForEver)])
  }

  @Test mutating func `a key knows how long nothing had come before it`() {
    _ = presses("60 from 3 stacks", at: 0)
    #expect(quiet("\r", at: 310) == .milliseconds(310))
    #expect(quiet("\u{1B}[A", at: 311) == .milliseconds(1))
  }

  @Test mutating func `keys of one read had no pause between them`() {
    #expect(presses("ab", at: 0).map(\.quiet) == [KeyPress.quietForEver, .zero])
  }

  @Test mutating func `a pause ends with a key's first byte, and the next begins with its last`() {
    _ = presses("a", at: 0)
    #expect(presses("\u{1B}[1;", at: 400) == [])
    #expect(quiet("5A", at: 450) == .milliseconds(400))
    #expect(quiet("\r", at: 500) == .milliseconds(50))
  }

  @Test mutating func `an ESC that is let go counts from when it came`() {
    _ = presses("a", at: 0)
    _ = presses("\u{1B}", at: 70)
    #expect(
      decoder.timeout(at: start.advanced(by: .milliseconds(170))) == [
        .key(KeyPress(key: .escape, isAlone: true, quiet: .milliseconds(70)))
      ]
    )
    #expect(quiet("\r", at: 200) == .milliseconds(130))
  }

  @Test(arguments: ["\u{1B}[I", "\0", "\u{1B}y", "\u{1B}[<0;1;1M", "\u{1B}[99~", "\u{FF}", "\u{1B}[200~x\u{1B}[201~"])
  func `what is swallowed, and a paste, break a pause`(bytes: String) {
    var decoder = KeyDecoder()
    _ = decoder.decode(Array(bytes.utf8), at: start)
    let pressed = decoder.decode([0x0D], at: start.advanced(by: .milliseconds(20)))
    #expect(pressed.presses.map(\.quiet) == [.milliseconds(20)])
  }

  @Test(
    arguments: [
      ("\u{1B}[0n", .isReady), ("\u{1B}[24;80R", .cursor(row: 24, column: 80)), ("\u{1B}[?1;2c", .other),
      ("\u{1B}[>0;276;0c", .other), ("\u{1B}[?2004;1$y", .mode(2004, setting: 1)), ("\u{1B}[4;1$y", .other),
      ("\u{1B}[8;24;80t", .other),
    ] as [(String, TerminalReport)]
  )
  func `an answer of the terminal neither breaks a pause nor keeps company`(bytes: String, report: TerminalReport) {
    var decoder = KeyDecoder()
    let later = start.advanced(by: .milliseconds(500))
    _ = decoder.decode([0x61], at: start)
    #expect(decoder.decode(Array(bytes.utf8), at: start.advanced(by: .milliseconds(499))) == [.report(report)])
    let enter = KeyPress(key: .enter, isAlone: true, quiet: .milliseconds(500))
    #expect(decoder.decode([0x0D], at: later) == [.key(enter)])
  }

  @Test mutating func `an answer may share its read with a key, and come in pieces`() {
    _ = presses("a", at: 0)
    let later = start.advanced(by: .milliseconds(400))
    let enter = Received.key(KeyPress(key: .enter, isAlone: true, quiet: .milliseconds(400)))
    #expect(decoder.decode(Array("\u{1B}[0n\r".utf8), at: later) == [.report(.isReady), enter])
    #expect(presses("\u{1B}[", at: 800) == [])
    #expect(decoder.decode(Array("0n\r\u{1B}[0n".utf8), at: later.advanced(by: .milliseconds(400))).count == 3)
    #expect(quiet("\r", at: 1300) == .milliseconds(500))
  }

  @Test mutating func `where the first byte was noticed before it was read, the pause ends then`() {
    _ = presses("a", at: 0)
    let read = start.advanced(by: .milliseconds(600))
    let pressed = decoder.decode([0x0D], at: read, arrival: start.advanced(by: .milliseconds(5))).presses
    #expect(pressed.map(\.quiet) == [.milliseconds(5)])
    #expect(quiet("\r", at: 700) == .milliseconds(100))
  }

  private mutating func presses(_ text: String, at milliseconds: Int) -> [KeyPress] {
    decoder.decode(Array(text.utf8), at: start.advanced(by: .milliseconds(milliseconds))).presses
  }

  private mutating func quiet(_ text: String, at milliseconds: Int) -> Duration? {
    presses(text, at: milliseconds).first?.quiet
  }
}
