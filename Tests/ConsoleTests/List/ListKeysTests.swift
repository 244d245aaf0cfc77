import AppStream
import Screen
import Testing

@testable import Console

@Suite struct ListKeysTests {
  @Test(arguments: [
    ([Key.character("j")], 1), ([.down], 1), ([.down, .character("k")], 0), ([.down, .down, .up], 1),
    ([.character("G")], 7), ([.end], 7), ([.end, .character("g")], 0), ([.end, .home], 0), ([.pageDown], 7),
    ([.control("f")], 7), ([.end, .pageUp], 0), ([.end, .control("b")], 0), ([.control("d")], 7),
    ([.end, .control("u")], 0), ([.up], 0),
  ])
  func `movement keys move the cursor of the rows`(keys: [Key], row: Int) {
    var session = Session.reading()
    for key in keys { session.press(key) }
    #expect(session.state.list.cursor.index == row)
    #expect(session.state.message == nil)
    #expect(session.rows[row].hasPrefix(">"))
  }

  @Test(arguments: [
    ([Key.tab], Pane.stacks), ([.tab, .tab], .rows), ([.character("h")], .stacks), ([.left], .stacks),
    ([.left, .character("l")], .rows), ([.left, .right], .rows), ([.left, .enter], .rows), ([.escape], .stacks),
  ])
  func `keys go from one pane to the other`(keys: [Key], pane: Pane) {
    for size in [Size.small, .large] {
      var session = Session.reading(size: size)
      for key in keys { session.press(key) }
      #expect(session.state.panes.focus == pane)
    }
  }

  @Test func `below 100 columns one pane is shown at a time`() {
    var session = Session.reading()
    #expect(session.lines[2].contains("USER") && !session.lines[2].contains("ROWS"))
    session.press(.tab)
    #expect(session.lines[2].contains("ROWS") && !session.lines[2].contains("USER"))
    session.send(.resized(Size(rows: 24, columns: 100)))
    #expect(session.lines[3].contains("ROWS") && session.lines[3].contains("USER"))
  }

  @Test func `moving through the stacks shows their rows, and Enter goes to them`() {
    var session = Session.reading(size: .large)
    session.press(.tab, .down, .down)
    #expect(session.state.list.stack == "chemistry-lab")
    #expect(session.rows.map { $0.dropFirst(4).prefix(10) } == ["abe.olsen@", "dana.weiss"])
    session.press(.enter, .down)
    #expect(
      session.state.currentRow == Association(stackName: "chemistry-lab", userName: "dana.weiss@contr.example")
    )
    session.press(.tab, .character("g"))
    #expect(session.state.list.stack == nil)
    #expect(session.rows.count == 8)
  }

  @Test func `a key that is bound to nothing says so`() {
    var session = Session.reading()
    session.press(.character("Z"))
    #expect(session.messageLine == "Z does nothing here; ? lists the keys.")
    session.press(.paste("dy60 from 3 stacks\n"))
    #expect(session.messageLine == "Pasted text is not taken for keys.")
    #expect(session.effects.isEmpty)
    session.press(.down)
    #expect(session.messageLine == "abe.olsen@contr.example  chemistry-lab  Abe Olsen  CONFIRMED")
  }

  @Test(arguments: [
    (Key.character("x"), "No run is in progress."), (.character("u"), "There is no change of marks to take back."),
    (.character("c"), "No row is marked."),
    (.character("n"), "No other row that is shown failed, was stopped or is unknown."),
    (.character("N"), "No other row that is shown failed, was stopped or is unknown."),
  ])
  func `a key that can do nothing now says why`(key: Key, why: String) {
    var session = Session.reading()
    session.press(key)
    #expect(session.messageLine == why)
    #expect(session.effects.isEmpty)
  }

  @Test(arguments: [
    (Key.character(" "), "There is no row to mark."), (.character("a"), "No row is shown that could be marked."),
    (.character("i"), "No row is shown that could be marked."),
    (.enter, "There is no row to open."), (.character("d"), "No row is marked: Space marks the row under the cursor."),
  ])
  func `with no row to act on a key says so`(key: Key, why: String) {
    var session = Session.reading(SampleAccount(stacks: [:], users: []))
    session.press(key)
    #expect(session.messageLine == why)
    #expect(session.effects.isEmpty)
  }

  @Test func `Esc clears a kept filter, goes back to the stacks, and never leaves`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("abe")
    session.press(.enter)
    #expect(session.rows.count == 2)
    session.press(.escape)
    #expect(session.rows.count == 8)
    #expect(session.state.panes.focus == .rows)
    session.press(.escape)
    #expect(session.state.panes.focus == .stacks)
    session.press(.escape)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "This is the first screen; q leaves the program.")
  }

  @Test func `Ctrl-L draws again and Ctrl-Z suspends`() {
    var session = Session.reading()
    session.press(.control("l"))
    #expect(session.effects == [.terminal(.redraw)])
    session.press(.control("z"))
    #expect(session.effects == [.terminal(.suspend)])
  }
}
