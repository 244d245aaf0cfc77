import PlainText
import Screen
import Testing

@testable import Console

// The screens as text, without the blanks at the ends of lines. They stand in the first column and are kept there,
// because a screen of 120 columns is as wide as a line may be.

@Suite struct HelpTests {
  @Test(arguments: [ScreenKind.list, .plan, .run, .runs])
  func `what a screen is for is on the first page, and on a large screen all of its keys`(kind: ScreenKind) {
    let text = ScrolledText(helpParagraphs(first: kind, .standard))
    let keys = kind.keyHelp(.standard)
    for (size, keys) in [
      (Size.small, keys.filter { $0.group != .program }), (Size(rows: 50, columns: 200), keys + generalKeys.help),
    ] {
      let page = text.rows(columns: size.columns).prefix(ScrolledText.height(on: size)).map(\.text.text)
      for key in keys {
        #expect(page.contains { $0.contains("\(key.typed) ") && $0.contains(key.name) }, "\(key.name)")
      }
    }
  }

  @Test(arguments: ScreenKind.allCases)
  func `the help names every key, command and sign, once, whatever it begins with`(first: ScreenKind) {
    let text = helpParagraphs(first: first, .standard)
    for screen in ScreenKind.allCases {
      #expect(text.contains(.heading(Line(screen.title))))
      for key in screen.keyHelp(.standard) {
        #expect(text.contains(.fact(label: Line(key.typed), text: Line(key.meaning))))
      }
    }
    for key in generalKeys.help + lineEditingKeys.help + filterGrammar + Command.all.map(\.help) {
      #expect(text.count { $0 == .fact(label: Line(key.typed), text: Line(key.meaning)) } == 1, "\(key.typed)")
    }
    for sign in [">", "*", "~", "0", "!"] as [Line] {
      #expect(text.contains { if case .fact(sign, _, _) = $0 { true } else { false } })
    }
  }

  @Test func `the help begins with what is in front`() {
    #expect(firstHeadings(of: .list) == ["A filter", "The list", "Each of these keys"])
    #expect(firstHeadings(of: .run) == ["A filter", "The run", "Each of these keys"])
    #expect(firstHeadings(of: .plan) == ["The plan", "Each of these keys", "Everywhere"])
    #expect(firstHeadings(of: .filterPrompt) == ["A filter", ScreenKind.filterPrompt.title, lineEditingTitle])
    #expect(firstHeadings(of: .commandPrompt) == [ScreenKind.commandPrompt.title, lineEditingTitle, "Commands"])
    #expect(firstHeadings(of: .question) == [ScreenKind.question.title, "Everywhere", "Signs beside a row"])
  }

  private func firstHeadings(of screen: ScreenKind) -> [String] {
    helpParagraphs(first: screen, .standard).compactMap { if case .heading(let text) = $0 { text.text } else { nil } }
      .prefix(3).map { $0 }
  }

  @Test(arguments: filterGrammar)
  func `each line on filters has an example that is one`(line: KeyHelp) throws {
    let example = try #require(line.meaning.split(separator: ": ").last)
    let terms = RowFilter(String(example)).terms
    switch line.typed {
    case "word word": #expect(terms.count == 2)
    case "!word": #expect(terms.contains { $0.isExcluding })
    case "word|word": #expect(terms[0].words.count == 2)
    default: #expect(terms[0].field == .status)
    }
  }

  @Test func `the help scrolls to its end and no further`() {
    var session = Session.reading()
    session.press(.character("?"), .end)
    let end = session.screen
    #expect(end.contains("show the rows of one stack; without a name, of all"))
    session.press(.down, .pageDown)
    #expect(session.screen == end)
    session.press(.home)
    #expect(session.lines[2] == "A filter")
  }

  @Test(arguments: [Key.escape, .character("q"), .character("?"), .enter, .f1])
  func `the help is closed to where it was opened`(key: Key) {
    var list = Session.reading()
    list.press(.character("?"), key)
    #expect(list.state.screen == .list)
    #expect(list.effects.isEmpty)
    var plan = Session.planning(60, on: 3)
    plan.press(.f1, key)
    #expect(plan.state.screen == .plan)
    var run = Session.running(60, on: 3)
    run.press(.character("?"), key)
    #expect(run.state.screen == .run)
    var details = Session.reading()
    details.press(.enter, .character("?"))
    #expect(details.state.screen == .help)
    details.press(key)
    #expect(details.state.screen == .details)
  }

  @Test func `a run goes on under the help, and x or Ctrl-C in it stops the run`() {
    for key in [Key.character("x"), .control("c")] {
      var session = Session.running(60, on: 3)
      session.press(.character("?"))
      session.sendBatch(1, 0..<25)
      #expect(session.lines.contains("The run"))
      session.press(.escape)
      #expect(session.progressLine.contains("25 of 60 sent"))
      session.press(.f1, key)
      #expect(session.effects.contains { if case .run(.stop) = $0 { true } else { false } })
      #expect(session.state.screen == .run)
    }
  }
}

/// The help while something is typed, where ? is text.
@Suite struct HelpOverPromptTests {
  @Test(arguments: ["/", ":", "e"] as [Character])
  func `F1 shows the help of a prompt, and Esc goes back to it as it was`(opens: Character) {
    var session = Session.reading()
    session.press(.character(opens))
    session.type("ab?c")
    session.press(.left)
    let (screen, kind) = (session.screen, session.state.screen)
    #expect(session.lines.last?.hasSuffix("F1 help") == true)
    session.press(.f1)
    #expect(session.state.screen == .help)
    #expect(session.lines.contains(kind.title))
    session.press(.down, .escape)
    #expect(session.screen == screen && session.state.screen == kind)
    session.press(.f1, .control("c"))
    #expect(session.state.screen == .list)
  }

  @Test func `what was typed of a plan's phrase is there after the help, and has to be seen again`() {
    var session = Session.planning(60, on: 3)
    session.type("60 from 3 stacks")
    session.isWatched = false
    session.press(.f1, .escape, .enter)
    #expect(session.startedRunStart == nil)
    #expect(session.state.plan?.typed == "60 from 3 stacks")
    session.isWatched = true
    session.press(.f1, .escape, .enter)
    #expect(session.startedRunStart != nil)
  }

  @Test func `a code that is asked for waits under the help`() {
    var session = Session.reading()
    session.send(.codeNeeded(CodeRequest(id: 1, serial: "mfa", session: 0)))
    session.type("123")
    session.press(.f1)
    session.type("4")
    session.press(.escape)
    #expect(session.screen.contains("Code: ***"))
    #expect(session.lines.last == "Enter give the code  Esc give none  F1 help")
  }

  @Test func `a screen that is too small for the help does not open it`() {
    var session = Session.reading()
    session.send(.resized(Size(rows: 3, columns: 20)))
    session.press(.f1)
    #expect(session.state.help == nil)
  }
}
