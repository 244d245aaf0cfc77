import Screen
import Testing

/// Keys that come as a paste does, where the terminal may not mark pastes.
struct BurstTests {
  private var keyboard = TestKeyboard()

  @Test(arguments: ["dyxa", "60 from 3 stacks\r", "d\u{1B}[Ayxa", "界é!?"])
  func `more than three different printable keys in a read are a burst, with all that came with them`(text: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.bursts(text).allSatisfy { $0 })
  }

  @Test(arguments: ["jjjjjjjjjjjj", "dyx", "    ", "\u{1B}[A\u{1B}[B\u{1B}[A\u{1B}[B\u{1B}[A", "\r\r\r\r\t"])
  func `a key repeated, and keys that type nothing, are none`(text: String) {
    var keyboard = TestKeyboard()
    #expect(!keyboard.bursts(text).contains(true))
  }

  @Test mutating func `all that follows belongs to it until nothing has come for 0.3 s`() {
    #expect(keyboard.bursts("remove").contains(true))
    keyboard.pass(299)
    #expect(keyboard.bursts("d") == [true])
    keyboard.pass(200)
    #expect(keyboard.bursts("\r") == [true])
    keyboard.pass(300)
    #expect(keyboard.bursts("d") == [false])
  }

  @Test mutating func `an ESC that is let go belongs to the burst that it ended`() {
    #expect(keyboard.bursts("remove\u{1B}").contains(true))
    keyboard.pass(100)
    #expect(keyboard.bursts("").allSatisfy { $0 })
    keyboard.pass(300)
    #expect(keyboard.bursts("d") == [false])
  }

  @Test mutating func `answers neither make a burst nor keep one going`() {
    #expect(keyboard.bursts("\u{1B}[0n\u{1B}[0njx\u{1B}[0n") == [false, false])
    #expect(keyboard.bursts("remove").contains(true))
    keyboard.pass(200)
    #expect(keyboard.bursts("\u{1B}[0n") == [])
    keyboard.pass(100)
    #expect(keyboard.bursts("d") == [false])
  }

  @Test(arguments: ["\u{1B}[200~a\u{1B}[201~", "\u{1B}[?2004;1$y"])
  func `a terminal that has proved to mark pastes sends none`(proof: String) {
    var keyboard = TestKeyboard()
    _ = keyboard.keys(proof)
    #expect(!keyboard.bursts("remove").contains(true))
  }

  @Test(arguments: ["\u{1B}[?2004;0$y", "\u{1B}[?2004;2$y", "\u{1B}[?2026;1$y", "\u{1B}[0n"])
  func `other answers prove nothing`(answer: String) {
    var keyboard = TestKeyboard()
    _ = keyboard.keys(answer)
    #expect(keyboard.bursts("remove").contains(true))
  }

  @Test mutating func `a paste without an end proves nothing any more`() {
    _ = keyboard.keys("\u{1B}[200~60")
    _ = keyboard.wait(2000)
    #expect(keyboard.bursts(" from 3 stacks\r").contains(true))
  }
}

extension TestKeyboard {
  /// Of each key that a read brings, whether it is part of a burst.
  fileprivate mutating func bursts(_ text: String) -> [Bool] {
    receive(Array(text.utf8)).presses.map(\.isInBurst)
  }
}
