import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The pictures of the program, each taken of a scene that it has to reach.
  @Suite(.enabled(if: Screenshot.directory != nil, "draws pictures where SCREENSHOTS names a directory"))
  struct `The pictures` {
    @Test func `of rows with marks and a filter`() throws {
      let scene = try PicturedConsole()
      try scene.enter("biology|chemistry", at: "/")
      try scene.wait(for: "/biology|chemistry")
      try scene.press("jjv9jv")
      try scene.wait(for: "10 marked")
      try scene.save(as: "rows", "Rows of two stacks out of twelve, ten of them marked")
    }

    @Test func `of people`() throws {
      let scene = try PicturedConsole()
      try scene.press("tj   ")
      try scene.wait(for: "3 marked")
      try scene.save(as: "people", "Each person once, with all stacks, two of them marked")
    }

    @Test func `of the people of a list`() throws {
      let scene = try PicturedConsole()
      let file = try scene.file(
        "leavers.csv",
        "abe.olsen@contr.example\nBO.DIAZ@contr.example\ndana.weis@contr.example\nADA.BYRON@contr.example\nivo.tamm@contr.example\n"
      )
      try scene.enter("mark \(file)", at: ":")
      try scene.wait(for: "12 of 12 stacks read")
      try scene.save(as: "list", "What a list of leavers comes to, before anything is marked")
    }

    @Test func `of a plan, of what is under way, and of what failed, row by row`() throws {
      let scene = try PicturedConsole(
        faults: #"{"faults":[{"fault":"throttle","rate":1.2,"burst":2,"operations":["BatchDisassociateUserStack"]}]}"#
      )
      try scene.enter("biology|chemistry|physics", at: "/")
      try scene.press("ad")
      try scene.wait(for: "nothing has been sent", "  and Enter:")
      let phrase = try scene.phrase
      try scene.terminal.typePhrase(phrase)
      try scene.save(as: "plan", "Exactly what will be sent, and the phrase that confirms it")
      try scene.terminal.waitUntilQuiet(for: .milliseconds(350))
      try scene.terminal.type("\r")
      try scene.terminal.waitUntil("progress") { $0.contains("slowed by the service") && $0.contains("removed") }
      try scene.save(as: "progress", "A run that the service slows down")
      try scene.terminal.waitUntil("the end of the run") { $0.contains("U undo") }
      try scene.press("nn")
      try scene.save(as: "failed", "What became of each row, in that row")
      try scene.press("f")
      try scene.save(as: "failed-only", "Only the rows that failed")
    }

    @Test func `of the runs and of an undo`() throws {
      let scene = try PicturedConsole()
      try scene.enter("chemistry", at: "/")
      try scene.press("   d")
      try scene.remove("3 from 1")
      try scene.press("U")
      try scene.wait(for: "nothing has been sent", "  and Enter:")
      try scene.save(as: "undo", "What would be put back, and the phrase that confirms it")
      try scene.terminal.confirm(try scene.phrase)
      try scene.wait(for: "restored")
      try scene.press("qL")
      try scene.wait(for: "WHEN", "undone by run")
      try scene.save(as: "runs", "The runs, and what was done since")
    }

    @Test func `of the help`() throws {
      let scene = try PicturedConsole()
      try scene.press("?")
      try scene.save(as: "help", "The keys of the list")
    }

    @Test func `of a small screen without colours`() throws {
      let scene = try PicturedConsole("--theme", "mono", size: Size(rows: 24, columns: 80))
      try scene.press("j  j ")
      try scene.wait(for: "3 marked")
      try scene.save(as: "mono", "Rows on 80 columns, without colours")
    }

    @Test func `of a protected account`() throws {
      let scene = try PicturedConsole(settings: "[account 123456789012]\nprotected = true\n")
      try scene.press(" d")
      try scene.wait(for: "PROTECTED", "1 from 1 stack in 9012")
      try scene.save(as: "protected", "A plan in a protected account, which asks for more")
    }
  }
}

extension PicturedConsole {
  /// What is to be typed to confirm what is on the screen.
  fileprivate var phrase: String {
    get throws {
      let match = try #require(terminal.screen.text.firstMatch(of: /Type  (.+?)  and Enter:/))
      return String(match.1)
    }
  }

  /// Confirms a removal, and waits for its end.
  fileprivate func remove(_ phrase: String) throws {
    try terminal.confirm(phrase)
    try terminal.waitUntil("the end of the run") { $0.contains("U undo") }
  }
}
