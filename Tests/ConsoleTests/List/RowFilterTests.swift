import Testing

@testable import Console

@Suite struct RowFilterTests {
  private func row(_ field: RowFilter.Field) -> String {
    switch field {
    case .user: "Ada.Byron@contr.example"
    case .stack: "biology-2026a"
    case .name: "Ada Byr\u{F6}n"
    case .status: "CONFIRMED"
    case .type: "USERPOOL"
    case .result: "failed STACK_NOT_FOUND"
    }
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
    #expect(RowFilter(text).matches(row) == isShown)
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
}
