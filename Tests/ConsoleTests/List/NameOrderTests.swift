import Testing

@testable import Console

@Suite struct NameOrderTests {
  @Test(arguments: [
    ("abe", "Ada"), ("Ada", "ada"), ("ada", "bo"), ("a", "ab"), ("", "a"), ("B", "c"), ("zoe", "\u{E9}ve"),
  ])
  func `names are in order without regard to case, and in a fixed order all the same`(first: String, second: String) {
    #expect(NameOrder.compare(first, second) < 0)
    #expect(NameOrder.compare(second, first) > 0)
  }

  @Test func `only the same bytes are equal`() {
    #expect(NameOrder.compare("ada", "ada") == 0)
    #expect(NameOrder.compare("\u{E9}", "e\u{301}") != 0)
  }
}
