import PlainText
import Testing

struct SpellingTests {
  @Test(arguments: [
    ("abe", "abe", true), ("abe", "ab", true), ("ab", "abe", true), ("abe", "axe", true), ("abe", "aeb", true),
    ("abe", "bea", false), ("abe", "abexy", false), ("", "a", true), ("abcd", "badc", false),
  ])
  func `one edit is one letter more, less, changed or swapped`(one: String, other: String, isOne: Bool) {
    #expect(Spelling.isOneEdit(Array(one.utf8), Array(other.utf8)) == isOne)
  }

  @Test(arguments: [("abe", "abe", 0), ("--verison", "--version", 1), ("kitten", "sitting", 3), ("", "abc", 3)])
  func `the distance counts edits`(one: String, other: String, distance: Int) {
    #expect(Spelling.distance(one, other) == distance)
  }

  @Test func `the nearest word is found, and none where all are far`() {
    #expect(Spelling.nearest(to: "--verison", in: ["--region", "--version"]) == "--version")
    #expect(Spelling.nearest(to: "--zzzzzz", in: ["--region", "--version"]) == nil)
  }
}
