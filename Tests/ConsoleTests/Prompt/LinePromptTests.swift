import Runs
import Screen
import Testing

@testable import Console

/// What the prompts for a filter, a command and a file's name have in common, through the keys that are pressed.
struct LinePromptTests {
  /// The keys that open the prompts.
  private static let prompts: [Character] = ["/", ":", "e"]

  private func prompting(_ key: Character, _ text: String = "", in start: Session = .reading()) -> Session {
    var session = start
    session.press(.character(key), .control("u"))
    session.type(text)
    return session
  }

  @Test(arguments: prompts)
  func `a line is edited as in a shell`(prompt: Character) {
    var session = prompting(prompt, "bo diaz")
    session.press(.left, .left, .character("X"))
    #expect(session.typed == "bo diXaz")
    session.press(.delete, .backspace)
    #expect(session.typed == "bo diz")
    session.press(.home, .character("<"), .end, .character(">"))
    #expect(session.typed == "<bo diz>")
    session.press(.control("a"), .right, .right, .control("k"))
    #expect(session.typed == "<b")
    session.type(" c d")
    session.press(.control("w"))
    #expect(session.typed == "<b c ")
    session.press(.control("a"), .character("-"), .control("e"), .character("+"), .control("u"))
    #expect(session.typed == "")
    #expect(session.effects.isEmpty && session.state.list.marks.isEmpty)
  }

  @Test(arguments: prompts)
  func `keys that move elsewhere and are no edits do nothing`(prompt: Character) {
    var session = prompting(prompt, "bo")
    let before = session.state.prompt
    session.press(.control("d"), .control("f"), .control("b"), .pageDown, .pageUp, .insert)
    #expect(session.state.prompt == before)
    session.press(.control("l"))
    #expect(session.effects == [.terminal(.redraw)])
    session.press(.control("z"))
    #expect(session.effects == [.terminal(.suspend)])
    session.press(.control("c"))
    #expect(session.state.prompt == nil)
  }

  @Test(arguments: prompts)
  func `Backspace before a text takes nothing, and the prompt stays`(prompt: Character) {
    var session = prompting(prompt, "bo")
    session.press(.home, .backspace)
    #expect(session.typed == "bo")
  }

  @Test(arguments: [Character("w"), ":"])
  func `several pasted lines are not taken over a plan, which is said`(prompt: Character) {
    var session = Session.planning(60, on: 3)
    session.press(.character(prompt), .control("u"))
    session.type("bo")
    session.press(.paste("abe\r\n\r\ndana\rquit\n"))
    #expect(session.typed == "bo")
    #expect(session.effects.isEmpty)
    #expect(session.screen.contains("Several pasted lines are for the list; none was taken."))
    session.type("x")
    #expect(session.typed == "box" && !session.screen.contains("pasted"))
  }

  @Test(arguments: [
    ("abe", PastedText.line("abe")), ("abe\n", .line("abe")), ("\r\n \r\nabe b \r\n", .line("abe b ")), ("", .line("")),
    ("\n", .line("")), (" \n \n", .line(" ")), ("a\nb", .lines), ("a\r\n\n b\r", .lines),
  ])
  func `a paste is a line where no other has anything in it`(text: String, pasted: PastedText) {
    #expect(PastedText(text) == pasted)
  }

  @Test func `what is said of the last key stands over the line on every screen`() {
    for (start, key) in [(Session.planning(60, on: 3), Character("w")), (.planning(60, on: 3), ":")] {
      var session = start
      session.send(.resized(.init(rows: 20, columns: 60)))
      session.press(.character(key), .paste("a\nb"))
      #expect(session.lines[17] == "Several pasted lines are for the list; none was taken.")
    }
  }
}

struct PromptHistoryTests {
  private func entering(_ texts: String..., with key: Character, in start: Session = .reading()) -> Session {
    var session = start
    for text in texts {
      session.press(.character(key), .control("u"))
      session.type(text)
      session.press(.enter)
    }
    return session
  }

  @Test func `earlier entries come back with Up, and at last with Down what was being typed`() {
    var session = entering("stack maths-open", "nonsense", "stack", with: ":")
    session.press(.character(":"))
    session.type("ru")
    var seen: [String?] = []
    for key in [Key.up, .up, .up, .up, .down, .down, .down, .down] {
      session.press(key)
      seen.append(session.typed)
    }
    let last = "stack maths-open"
    #expect(seen == ["stack", "nonsense", last, last, "nonsense", "stack", "ru", "ru"])
  }

  @Test func `an earlier entry is edited at its end, stays as it was left, and is entered as it is then`() {
    var session = entering("sort name", "sort stack", with: ":")
    session.press(.character(":"), .up, .control("w"), .up, .down)
    #expect(session.typed == "sort ")
    session.type("user")
    session.press(.enter, .character(":"), .up)
    #expect(session.typed == "sort user")
    session.press(.up)
    #expect(session.typed == "sort stack")
  }

  @Test func `a filter that comes back filters at once`() {
    var session = entering("maths", with: "/")
    session.press(.escape, .character("/"))
    #expect(session.state.list.shown.count == 8)
    session.press(.up)
    #expect(session.state.list.filter.text == "maths" && session.state.list.shown.count == 3)
    session.press(.down)
    #expect(session.state.list.shown.count == 8)
  }

  @Test func `a filter that is kept is met as an earlier one only where something else is typed`() {
    var session = entering("maths", "bio", with: "/")
    session.press(.character("/"), .up)
    #expect(session.typed == "maths")
    session.press(.enter, .character("/"), .control("u"), .up)
    #expect(session.typed == "maths")
    session.press(.up, .up)
    #expect(session.typed == "maths")
    session.press(.down, .down, .down)
    #expect(session.typed == "")
  }

  @Test func `each kind of prompt has its own entries, and file names of all kinds have theirs in common`() {
    var session = entering("rows.json", with: "e", in: entering("maths", with: "/", in: entering("sort", with: ":")))
    session.press(.character("/"), .up, .up)
    #expect(session.typed == "maths")
    session.press(.enter, .character(":"), .up, .up)
    #expect(session.typed == "sort")
    session.press(.escape, .character("a"), .character("d"), .character("w"), .up)
    #expect(session.state.screen == .pathPrompt && session.typed == "rows.json")
  }

  @Test func `what is not entered, has nothing in it or was entered last is not kept`() {
    var session = entering("maths", "maths", "  ", with: "/")
    session.press(.character("/"), .control("u"))
    session.type("given up")
    session.press(.escape)
    #expect(session.state.history[.filter] == ["maths"])
  }

  @Test func `the latest hundred are kept`() {
    var history = PromptHistory()
    for number in 1...250 { history.add("\(number)", to: .command) }
    #expect(history[.command] == (151...250).map { "\($0)" })
    #expect(history[.path].isEmpty)
  }

  @Test func `entries are still there in another profile`() {
    var session = entering("profile dev", with: ":", in: entering("maths", with: "/"))
    let context = ConsoleContext.sample { $0.session = 1 }
    session.send(.session(.opened(SessionChoice(number: 1, profile: "dev"), context, .sample())))
    #expect(session.state.context.session == 1 && session.state.list.filter.isEmpty)
    session.press(.character(":"), .up)
    #expect(session.typed == "profile dev")
    session.press(.escape, .character("/"), .up)
    #expect(session.typed == "maths")
  }
}
