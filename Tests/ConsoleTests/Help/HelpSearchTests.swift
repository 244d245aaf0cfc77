import PlainText
import Screen
import Testing

@testable import Console

@Suite struct HelpSearchTests {
  /// The help of the list, searched.
  private func searching(_ word: String, on size: Size = .small) -> Session {
    var session = Session.reading(size: size)
    session.press(.character("?"), .character("/"))
    session.type(word)
    return session
  }

  private func title(_ session: Session) -> String { session.lines[1] }

  /// The line that holds the place where the search stands.
  private func current(_ session: Session) -> String? {
    guard let help = session.state.help, let search = help.search else { return nil }
    let matches = help.matches(of: search.word, on: session.state.size)
    guard matches.indices.contains(search.place) else { return nil }
    return help.text.rows(columns: session.state.size.columns)[matches[search.place].row].text.text
  }

  @Test func `a search goes with every letter to the first place, and says how many there are`() {
    var session = searching("recei")
    #expect(title(session).hasPrefix("-- HELP  /recei  1 of 3 ---"))
    #expect(current(session)?.hasPrefix("e               export the run's receipt") == true)
    #expect(session.screen.contains("export the run's receipt"))
    #expect(session.lines[22] == "/recei")
    session.press(.backspace, .backspace, .backspace, .backspace, .backspace)
    // Nothing is sought, so the text is where it was.
    #expect(session.lines[2] == "A filter" && !title(session).contains("/"))
  }

  @Test func `every place that is found is shown reversed`() {
    let session = searching("MARK ALL")
    let frame = render(session.state)
    let row = session.lines.firstIndex { $0.contains("mark all") } ?? 0
    let reversed = frame.cells(inRow: row).filter(\.reversed).map { String($0.character) }.joined()
    #expect(reversed == "mark all")
  }

  @Test func `n and N go from place to place, round at the ends`() {
    var session = searching("recei")
    session.press(.enter, .character("n"))
    #expect(title(session).contains("/recei  2 of 3"))
    session.press(.character("N"), .character("N"))
    #expect(title(session).contains("/recei  3 of 3"))
    #expect(session.screen.contains(current(session) ?? "-"))
    session.press(.character("n"))
    #expect(title(session).contains("/recei  1 of 3"))
  }

  @Test func `Esc ends the search first, and then closes the help`() {
    var session = searching("stack")
    session.press(.enter, .escape)
    #expect(session.state.screen == .help && session.state.help?.search == nil)
    session.press(.escape)
    #expect(session.state.screen == .list)
    session = searching("stack")
    session.press(.escape)
    #expect(session.state.screen == .help && session.state.help?.search == nil && session.lines[2] == "A filter")
  }

  @Test func `Ctrl-C while a search is typed brings the earlier one back`() {
    var session = searching("stack")
    session.press(.enter, .character("/"))
    session.type("zz")
    #expect(title(session).contains("/zz  no match"))
    session.press(.control("c"))
    #expect(title(session).contains("/stack  1 of"))
  }

  @Test func `what cannot be gone to is said`() {
    var session = searching("")
    session.press(.enter, .character("n"))
    #expect(session.messageLine == "Nothing is searched for: / begins a search.")
    session.press(.character("/"))
    session.type("zz")
    session.press(.enter, .character("n"))
    #expect(session.messageLine == "zz does not occur in the help.")
  }

  @Test func `an earlier search is typed with Up`() {
    var session = searching("stack")
    session.press(.enter, .character("/"), .up)
    #expect(session.lines[22] == "/stack")
  }

  @Test func `another size keeps the place that was found on the screen`() {
    var session = searching("receipt")
    session.press(.enter, .character("n"))
    session.send(.resized(Size(rows: 30, columns: 120)))
    #expect(title(session).contains("/receipt  2 of 3"))
  }

  @Test(arguments: [("", []), ("b", [1..<2, 5..<6]), ("B ", [1..<3]), ("界b", [3..<6]), ("abc", [])])
  func `places are found in small and capital letters, by columns`(word: String, places: [Range<Int>]) {
    let row = TextRow([
      TextRow.Span(column: 0, text: "ab", style: .key), TextRow.Span(column: 3, text: "界B", style: .text),
    ])
    #expect(row.text == "ab 界B")
    #expect(row.places(of: word) == places)
  }
}
