import Screen
import Testing

@testable import Console

@Suite struct FilterPromptTests {
  private func filtering(_ text: String) -> Session {
    var session = Session.reading()
    session.press(.character("/"))
    session.type(text)
    return session
  }

  @Test func `rows are filtered while the filter is typed`() {
    var session = filtering("")
    var counts: [Int] = []
    for character in "abe" {
      session.type(String(character))
      counts.append(session.rows.count)
    }
    #expect(counts == [8, 4, 2])
    #expect(session.lines[1].hasSuffix("marked                                       /abe"))
    #expect(render(session.state).caret == Position(row: 1, column: 79))
  }

  @Test func `command keys are text while a filter is typed`() {
    let session = filtering("qd?a x")
    #expect(session.state.list.filter.text == "qd?a x")
    #expect(session.state.plan == nil)
    #expect(session.state.help == nil)
  }

  @Test func `Enter keeps the filter, Backspace edits it, Esc clears it`() {
    var session = filtering("bio")
    session.press(.enter)
    #expect(session.state.screen == .list)
    #expect(session.lines[1].hasSuffix("/bio"))
    #expect(render(session.state).caret == nil)
    session.press(.character("/"), .backspace)
    #expect(session.state.list.filter.text == "bi")
    session.press(.escape)
    #expect(session.rows.count == 8)
    #expect(session.state.screen == .list)
  }

  @Test func `Backspace in an empty filter ends the prompt`() {
    var session = filtering("a")
    session.press(.backspace, .backspace)
    #expect(session.state.screen == .list)
    #expect(session.state.list.filter.isEmpty)
  }

  @Test func `Ctrl-C gives the earlier filter back`() {
    var session = filtering("bio")
    session.press(.enter, .character("/"))
    session.type("logy xyz")
    #expect(session.rows == ["    No row matches /biology xyz. Esc clears the filter."])
    session.press(.control("c"))
    #expect(session.state.screen == .list)
    #expect(session.lines[1].hasSuffix("/bio"))
    #expect(session.effects.isEmpty)
  }

  @Test func `a pasted line is typed into the filter, where the cursor is`() {
    var session = filtering("user:")
    session.press(.paste("dana\r"), .home, .paste("!"))
    #expect(session.state.list.filter.text == "!user:dana")
    #expect(session.state.plan == nil)
  }

  @Test func `the cursor stays on its row where the filter still shows it, and goes to the first row otherwise`() {
    var session = Session.reading()
    session.press(.down, .down, .down, .down)
    let row = session.state.currentRow
    session.press(.character("/"))
    session.type("bo")
    #expect(session.state.currentRow == row)
    session.press(.backspace, .backspace)
    session.type("e")
    #expect(session.state.currentRow == row)
    session.press(.backspace)
    session.type("dana")
    #expect(session.state.list.cursor.index == 0)
  }

  @Test(arguments: [
    ("status:disabled", 1), ("name:byron !unconfirmed", 1), ("stack:maths", 3), ("!stack:maths", 5),
    ("user:abe stack:chem", 1), ("type:userpool", 8), ("type:saml", 0), ("force_change", 1),
  ])
  func `fields of the row are looked at`(text: String, count: Int) {
    #expect(filtering(text).state.list.shown.count == count)
  }

  @Test func `rows are filtered with every edit`() {
    var session = filtering("abe bo")
    #expect(session.rows == ["    No row matches /abe bo. Esc clears the filter."])
    session.press(.control("w"))
    #expect(session.state.list.shown.count == 2)
    session.press(.home, .character("!"))
    #expect(session.state.list.shown.count == 6)
    session.press(.control("k"))
    #expect(session.state.list.filter.text == "!" && session.state.list.shown.count == 8)
    session.press(.delete, .control("u"))
    #expect(session.state.screen == .filterPrompt && session.state.list.filter.isEmpty)
  }

  @Test func `the title gives way to what is typed at 60 columns, and the caret is in it`() {
    var session = Session.reading(size: Size(rows: 15, columns: 60))
    session.press(.character("a"), .character("/"))
    session.type("abe|bo|dana|eli|emma|femi|hana|ivo")
    #expect(session.lines[1] == "All stacks   5 of 8 shown   8 mar..   /i|emma|femi|hana|ivo")
    #expect(render(session.state).caret == Position(row: 1, column: 59))
    session.press(.home)
    #expect(session.lines[1] == "All stacks   5 of 8 shown   8 mar..   /abe|bo|dana|eli|emma")
    session.press(.right, .right, .right)
    #expect(render(session.state).caret == Position(row: 1, column: 42))
  }
}
