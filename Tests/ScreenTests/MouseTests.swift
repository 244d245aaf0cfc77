import Screen
import Testing

struct MouseTests {
  @Test(
    arguments: [
      ("[<0;5;3M", .press, 2, 4), ("[<32;120;40M", .drag, 39, 119), ("[<0;1;1m", .release, 0, 0),
      ("[<64;9;9M", .wheelUp, 8, 8), ("[<65;300;200M", .wheelDown, 199, 299),
    ] as [(String, MouseEvent.Action, Int, Int)]
  )
  func `what is done with the mouse is told with its cell`(
    sequence: String,
    action: MouseEvent.Action,
    row: Int,
    column: Int
  ) {
    let event = MouseEvent(action, at: Position(row: row, column: column))
    for bytes in [["\u{1B}\(sequence)"], "\u{1B}\(sequence)".map { String($0) }] {
      var keyboard = TestKeyboard()
      #expect(bytes.flatMap { keyboard.receive(Array($0.utf8)) } == [.mouse(event)])
      #expect(!keyboard.isWaiting)
    }
  }

  @Test(arguments: [
    "[<1;5;3M", "[<2;5;3M", "[<4;5;3M", "[<8;5;3M", "[<16;5;3M", "[<33;5;3M", "[<35;5;3M", "[<66;5;3M", "[<68;5;3M",
    "[<64;5;3m", "[<32;5;3m", "[<0;0;3M", "[<0;5;0M", "[<0;5M", "[<0;5;3;1M", "[<;5;3M", "[<0;;3M", "[0;5;3M",
    "[?0;5;3M", "[<0;5;3 M", "[<99999999999999999999;5;3M",
  ])
  func `other buttons, held modifiers and what is no report are nothing`(sequence: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.receive(Array("\u{1B}\(sequence)".utf8)) == [])
    #expect(keyboard.keys("q") == [.character("q")])
  }

  @Test func `an ESC before a report was the key`() {
    var keyboard = TestKeyboard()
    let received = keyboard.receive(Array("\u{1B}\u{1B}[<0;5;3M".utf8))
    #expect(received.presses.map(\.key) == [.escape])
    #expect(received.last == .mouse(MouseEvent(.press, at: Position(row: 2, column: 4))))
  }

  @Test func `a report that comes with Enter, or right before it, keeps it from confirming`() {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(Array("\u{1B}[<0;5;3M\r".utf8)) == [KeyPress(key: .enter, isAlone: false)])
    keyboard.pass(1000)
    _ = keyboard.receive(Array("\u{1B}[<64;5;3M".utf8))
    keyboard.pass(100)
    #expect(keyboard.receive(Array("\r".utf8)).presses.map { $0.quiet < KeyPress.pause } == [true])
  }

  @Test func `what is thrown away takes its report along`() {
    var keyboard = TestKeyboard()
    #expect(keyboard.keys("\u{1B}[<0;5") == [])
    keyboard.discard()
    #expect(keyboard.receive(Array(";3Mq".utf8)).presses.map(\.key) == [.character("q")])
  }
}
