import PlainText
import Testing

struct ExactTextTests {
  private let composed = ExactText("zo\u{EB}@x.example")
  private let decomposed = ExactText("zoe\u{308}@x.example")

  @Test func `two ways to write the same letter are two texts`() {
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, composed]).count == 2)
  }

  @Test func `marks in another order are another text`() {
    #expect(ExactText("a\u{301}\u{323}") != ExactText("a\u{323}\u{301}"))
  }

  @Test func `the same bytes are the same text`() {
    #expect(ExactText("ada@x.example") == ExactText("ada" + "@x.example"))
    #expect(ExactText("ada@x.example") != ExactText("Ada@x.example"))
  }

  @Test func `there is an order between any two texts`() {
    #expect(decomposed < composed)
    #expect(!(composed < decomposed))
    #expect(ExactText("a") < ExactText("b"))
    #expect(!(composed < composed))
  }
}
