import AppStream
import Screen
import Testing

@testable import Console

@Suite struct RowFilterTests {
  /// Ada, of whom everything is known, and whose row went wrong.
  private static let state: ConsoleState = {
    var account = SampleAccount()
    let ada = "Ada.Byron@contr.example"
    account.stacks = ["biology-2026a": [ada]]
    account.users = [User(userName: ada, status: "CONFIRMED", firstName: "Ada", lastName: "Byr\u{F6}n")]
    var session = Session.reading(account)
    session.press(.character("d"))
    session.check()
    session.confirm()
    session.send(.runStarted(runID))
    session.sendBatch(1, 0..<1, errors: [0: ("STACK_NOT_FOUND", "")])
    session.readBack("biology-2026a", present: [0])
    session.finish()
    return session.state
  }()

  private func isShown(_ text: String) -> Bool {
    let state = Self.state
    return RowMatcher.rows(state.list.order.rows, RowFilter(text), state.source(of: .list))?.isEmpty == false
  }

  @Test(arguments: [
    ("", true), ("   ", true), ("ada", true), ("ADA", true), ("byron", true), ("bio ada", true), ("bio eve", false),
    ("!eve", true), ("!ada", false), ("ada !biology", false), ("ada !chemistry", true),
    ("user:contr", true), ("user:biology", false), ("stack:BIO", true), ("status:confirmed", true),
    ("status:uncon", false), ("name:byr\u{F6}n", true), ("NAME:BYR\u{D6}N", true), ("result:failed", true),
    ("result:removed", false), ("type:userpool", true), ("userpool", false), ("!type:userpool", false),
    ("!user:eve", true), ("!stack:biology", false), ("failed", true), ("stack_not", true),
    ("!", true), ("user:", true), ("!user:", true), ("colour:red", false), ("eve|ada", true), ("eve|bob", false),
    ("!eve|bob", true), ("!eve|ada", false), ("result:removed|failed", true), ("|", true), ("|ada", true),
    ("2026a contr confirmed", true),
  ])
  func `a filter shows the rows it describes`(text: String, isShown: Bool) {
    #expect(self.isShown(text) == isShown)
  }

  @Test(arguments: ["", " ", "!", "user:", "!stack: "])
  func `what is not a word yet hides nothing`(text: String) {
    #expect(RowFilter(text).isEmpty)
  }

  @Test(arguments: [
    ("ada", "xADAx", true), ("ada", "ad", false), ("ada", "aada", true), ("", "", true),
    ("\u{E9}", "\u{C9}t\u{E9}", true),
    ("a", "\u{E9}a", true), ("example", "@CONTR.EXAMPLE", true), ("@", "a@b", true), ("[", "{", false),
  ])
  func `a word occurs without regard to case`(word: String, text: String, occurs: Bool) {
    #expect(FoldedWord(word).occurs(in: text) == occurs)
  }

  @Test(arguments: [
    ("ab", "a", true), ("a", "ab", false), ("a b", "a", true), ("", "", true), ("a", "", true), ("", "a", false),
    ("xay", "a", true), ("b", "a", false), ("!ab", "!a", false), ("user:ab", "user:a", true), ("user:ab", "a", false),
    ("ab|cab", "a", true), ("ab|c", "a", false), ("ab", "a|b", false), ("!a b", "!a", true), ("AB", "a", true),
  ])
  func `what is typed on is looked for among what was found, where that cannot miss a row`(
    text: String,
    earlier: String,
    narrows: Bool
  ) {
    #expect(RowFilter(text).narrows(RowFilter(earlier)) == narrows)
  }

  @Test func `more terms than are looked for at once must all occur`() {
    let terms = Array(repeating: "ada", count: RowMatcher.termsAtOnce)
    #expect(isShown((terms + ["byron", "!eve"]).joined(separator: " ")))
    #expect(!isShown((terms + ["eve"]).joined(separator: " ")))
    #expect(!isShown((terms + ["!byron"]).joined(separator: " ")))
  }
}
